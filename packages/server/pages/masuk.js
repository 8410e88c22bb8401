/** Signing in, and setting a passphrase by a one-time link. Words come with the page; the secret stays behind the `#`. */
const api = document.documentElement.dataset.api;
const texts = JSON.parse(document.getElementById('texts').textContent);
const byId = (id) => document.getElementById(id);
const [signIn, set, inside, notice] = ['sign-in', 'set', 'inside', 'notice'].map(byId);

const secret = /^#([\w-]{43})$/.exec(location.hash)?.[1];
const back = wayBack(/^#kembali=(.+)$/.exec(location.hash)?.[1]);
if (back !== undefined) document.querySelector('.language').hash = location.hash;
// Out of the address bar and the history, before anything else can go wrong.
if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);

async function ask(method, path, body) {
  let response;
  try {
    response = await fetch(api + path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        'lpse-client': 'masuk/1',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    return { ok: false, said: texts.unreachable };
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return { ok: true, answer };
  if (response.status === 429) {
    const minutes = Math.ceil(Number(response.headers.get('retry-after') ?? 60) / 60);
    return { ok: false, said: texts.wait.replace('{minutes}', String(minutes)) };
  }
  if (response.status >= 500) return { ok: false, said: texts.unreachable };
  return { ok: false, answer };
}

/** The page of this site that someone came from; whatever leads elsewhere is none. */
function wayBack(address = '') {
  try {
    const url = new URL(decodeURIComponent(address), location.origin);
    const isHere = url.origin === location.origin && url.pathname !== location.pathname;
    return address !== '' && isHere ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function say(text, isProblem = true) {
  notice.textContent = text;
  notice.classList.toggle('problem', isProblem);
  notice.hidden = false;
  notice.focus();
}

function show(view) {
  for (const each of [signIn, set, inside]) each.hidden = each !== view;
}

/** One request at a time, however often someone presses. */
function onSubmit(form, handle) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    if (button.disabled) return;
    button.disabled = true;
    try {
      await handle(Object.fromEntries(new FormData(form)));
    } finally {
      button.disabled = false;
    }
  });
}

onSubmit(signIn, async ({ account, passphrase }) => {
  const { ok, answer, said } = await ask('POST', '/session', { account, passphrase });
  if (!ok) return say(said ?? texts.wrong);
  if (back !== undefined) return location.assign(back);
  notice.hidden = true;
  welcome(answer.actor);
  byId('desk').focus();
});

onSubmit(set, async ({ account, name, passphrase, repeat }) => {
  if (passphrase !== repeat) return say(texts.different);
  const { ok, answer, said } = await ask('POST', '/invitations/accept', {
    ...{ secret, passphrase, login: account, name },
  });
  if (ok) {
    show(signIn);
    byId('account').value = answer.login;
    return say(texts.saved, false);
  }
  const what = answer?.params?.what;
  say(
    said ?? (what === 'passphrase' ? texts.weak : what === undefined ? texts.spent : texts.invalid),
  );
});

byId('sign-out').addEventListener('click', async () => {
  await ask('DELETE', '/session');
  show(signIn);
  byId('account').focus();
});

function welcome(actor) {
  if (back !== undefined) byId('desk').href = back;
  show(inside);
  byId('who').textContent = texts.signedIn.replace('{name}', actor.name);
}

async function begin() {
  if (secret !== undefined) {
    const { ok, answer, said } = await ask('POST', '/invitations/look', { secret });
    if (ok) {
      for (const part of set.querySelectorAll('[data-for]'))
        part.hidden = part.dataset.for !== answer.kind;
      const account = byId('new-account');
      account.value = answer.login ?? '';
      account.readOnly = answer.kind === 'passphrase';
      return show(set);
    }
    say(said ?? texts.spent);
  }
  const { ok, answer } = await ask('GET', '/session');
  if (ok && answer.actor?.role !== 'user') welcome(answer.actor);
  else show(signIn);
}

// A link that is pasted while this page is open changes the address alone.
addEventListener('hashchange', () => location.reload());

await begin();
