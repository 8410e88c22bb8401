/** Signing in, and setting a passphrase by a one-time link. Words come with the page; the secret stays behind the `#`. */
import { ask, onSubmit, texts } from './server.js';

const byId = (id) => document.getElementById(id);
const [signIn, set, inside, notice] = ['sign-in', 'set', 'inside', 'notice'].map(byId);

const secret = /^#([\w-]{43})$/.exec(location.hash)?.[1];
const back = wayBack(/^#kembali=(.+)$/.exec(location.hash)?.[1]);
if (back !== undefined) document.querySelector('.language').hash = location.hash;
// Out of the address bar and the history, before anything else can go wrong.
if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);

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

/** Whether the link makes the first administrator, who says their name and position too. */
let isFirst = false;

function say(text, isProblem = true) {
  notice.textContent = text;
  notice.classList.toggle('problem', isProblem);
  notice.hidden = false;
  notice.focus();
}

function show(view) {
  for (const each of [signIn, set, inside]) each.hidden = each !== view;
}

onSubmit(signIn, async ({ account, passphrase }) => {
  const { ok, said } = await ask('POST', '/session', { account, passphrase });
  if (!ok) return say(said ?? texts.wrong);
  if (back !== undefined) return location.assign(back);
  notice.hidden = true;
  await welcome();
  byId('desk').focus();
});

onSubmit(set, async ({ account, name, position, passphrase, repeat }) => {
  if (passphrase !== repeat) return say(texts.different);
  const { ok, answer, said } = await ask('POST', '/invitations/accept', {
    ...{ secret, passphrase, login: account },
    ...(isFirst && { name, position }),
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

/** Shows who is signed in and where they can go; answers whether anybody is. */
async function welcome() {
  const { ok, answer } = await ask('GET', '/session');
  if (!ok || answer.actor?.role === 'user') return false;
  if (back !== undefined) byId('desk').href = back;
  show(inside);
  byId('who').textContent = texts.signedIn.replace('{name}', answer.actor.name);
  byId('accounts').hidden = answer.admin !== true;
  return true;
}

async function begin() {
  if (secret !== undefined) {
    const { ok, answer, said } = await ask('POST', '/invitations/look', { secret });
    if (ok) {
      for (const part of set.querySelectorAll('[data-for]'))
        part.hidden = part.dataset.for !== answer.kind;
      isFirst = answer.kind === 'first-administrator';
      const account = byId('new-account');
      account.value = answer.login ?? '';
      account.readOnly = answer.kind === 'passphrase';
      return show(set);
    }
    say(said ?? texts.spent);
  }
  if (!(await welcome())) show(signIn);
}

// A link that is pasted while this page is open changes the address alone.
addEventListener('hashchange', () => location.reload());

await begin();
