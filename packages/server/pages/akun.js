/** Accounts of the office, for its administrator. Everything that is shown is text; nothing becomes markup. */
import { ask, onSubmit, texts } from './server.js';

const byId = (id) => document.getElementById(id);
const [notice, inside, list, link, edit, question] = [
  ...['notice', 'inside', 'list', 'link', 'edit', 'ask'].map(byId),
];
const invitationHours = 72;
let me = '';

for (const form of [byId('new'), edit.querySelector('form')]) addFields(form);
for (const button of document.querySelectorAll('[data-close]'))
  button.addEventListener('click', () => button.closest('dialog').close());

/** The fields that a new account and a change have in common. */
function addFields(form) {
  const prefix = form.id === 'new' ? 'new' : 'edit';
  const fields = byId('fields').content.cloneNode(true);
  for (const label of fields.querySelectorAll('[data-for]'))
    label.htmlFor = `${prefix}-${label.dataset.for}`;
  for (const hint of fields.querySelectorAll('[data-hint]'))
    hint.id = `${prefix}-${hint.dataset.hint}-hint`;
  for (const control of fields.querySelectorAll('[name]')) {
    control.id = `${prefix}-${control.name}`;
    if (fields.querySelector(`[data-hint="${control.name}"]`))
      control.setAttribute('aria-describedby', `${control.id}-hint`);
  }
  for (const counter of JSON.parse(byId('counters').textContent))
    fields.querySelector('[name=loket]').append(new Option(counter, counter));
  form.querySelector('.fields').append(fields);
}

function say(text, isProblem = true, where = notice) {
  where.textContent = text;
  where.classList.toggle('problem', isProblem);
  where.hidden = text === '';
  if (text !== '') where.focus();
}

/** Why a request was refused, and the field that it is about. */
function whyNot({ status, answer, said }) {
  if (said !== undefined) return said;
  if (status === 401) return texts.ended;
  const { what, reason } = answer?.params ?? {};
  if (reason === 'taken') return texts.taken;
  return texts[`bad_${what}`] ?? texts.bad;
}

/** Shows a problem above the form, and takes the person to the field that it names. */
function refuse(form, result, where) {
  say(whyNot(result), true, where);
  for (const control of form.elements) control.removeAttribute?.('aria-invalid');
  const control = form.elements.namedItem(result.answer?.params?.what ?? '');
  if (control === null) return;
  control.setAttribute('aria-invalid', 'true');
  control.focus();
}

function valuesOf(form, { position, isAdmin, ...rest }) {
  return {
    ...rest,
    // Without a position an account may stay as it is; one that was given stays.
    ...(position.trim() !== '' && { position }),
    isAdmin: isAdmin === 'on',
  };
}

onSubmit(byId('new'), async (given) => {
  const form = byId('new');
  const result = await ask('POST', '/accounts', valuesOf(form, given));
  if (!result.ok) return refuse(form, result);
  form.reset();
  await load();
  say(texts.created.replace('{name}', result.answer.account.name), false);
  showLink(result.answer.account.name, result.answer.link);
});

function showLink(name, address) {
  byId('link-of').textContent = texts.link.replace('{name}', name);
  byId('link-hint').textContent = texts.linkHint.replace('{hours}', String(invitationHours));
  byId('link-text').value = address;
  link.hidden = false;
  link.scrollIntoView({ block: 'nearest' });
}

byId('copy').addEventListener('click', async () => {
  const field = byId('link-text');
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    say(texts.copied, false);
  } catch {
    // Without permission it stays selected, ready for the keyboard.
    field.focus();
  }
});

/** Asks before what cannot be taken back at once; answers whether to go on. */
function sure(title, more, yes) {
  byId('ask-title').textContent = title;
  byId('ask-more').textContent = more;
  byId('yes').textContent = yes;
  question.showModal();
  return new Promise((resolve) => {
    const go = () => {
      question.returnValue = 'yes';
      question.close('yes');
    };
    byId('yes').addEventListener('click', go);
    question.addEventListener(
      'close',
      () => {
        byId('yes').removeEventListener('click', go);
        resolve(question.returnValue === 'yes');
        question.returnValue = '';
      },
      { once: true },
    );
  });
}

async function reset({ id, name }) {
  if (!(await sure(texts.askReset.replace('{name}', name), texts.askResetMore, texts.reset)))
    return;
  const result = await ask('POST', `/accounts/${encodeURIComponent(id)}/reset`);
  if (!result.ok) return say(whyNot(result));
  await load();
  say('', false);
  showLink(name, result.answer.link);
  byId('link-text').focus();
}

async function setDisabled({ id, name, disabled }) {
  const title = texts.askDisable.replace('{name}', name);
  if (!disabled && !(await sure(title, texts.askDisableMore, texts.disable))) return;
  const result = await ask('PATCH', `/accounts/${encodeURIComponent(id)}`, { disabled: !disabled });
  if (!result.ok) return say(whyNot(result));
  await load();
  say((disabled ? texts.wasEnabled : texts.wasDisabled).replace('{name}', name), false);
}

let editing;

function change(account) {
  editing = account;
  const form = edit.querySelector('form');
  byId('edit-title').textContent = texts.editOf.replace('{name}', account.name);
  say('', true, byId('edit-notice'));
  form.elements.namedItem('name').value = account.name;
  form.elements.namedItem('position').value = account.position ?? '';
  form.elements.namedItem('role').value = account.role;
  form.elements.namedItem('loket').value = account.loket ?? '';
  const isAdmin = form.elements.namedItem('isAdmin');
  isAdmin.checked = account.isAdmin;
  // Nobody locks themselves out.
  isAdmin.disabled = account.id === me;
  edit.showModal();
}

onSubmit(edit.querySelector('form'), async (given) => {
  const form = edit.querySelector('form');
  const changes = valuesOf(form, given);
  if (editing.id === me) delete changes.isAdmin;
  // Another role, or the same one said again, would sign them out: only what is new is sent.
  for (const key of Object.keys(changes))
    if (changes[key] === (editing[key] ?? '')) delete changes[key];
  const result = await ask('PATCH', `/accounts/${encodeURIComponent(editing.id)}`, changes);
  if (!result.ok) return refuse(form, result, byId('edit-notice'));
  edit.close();
  await load();
  say(texts.changed.replace('{name}', result.answer.account.name), false);
});

function element(tag, text, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: text, ...more });
}

function row(account) {
  const { id, login, name, position, role, loket, isAdmin, disabled, active } = account;
  const item = document.createElement('li');
  const who = document.createElement('div');
  who.append(element('h3', name));
  const state = disabled ? texts.disabled : active ? texts.active : texts.pending;
  const facts = [
    ...[login, position, texts[`role_${role}`], loket && `${texts.counter} ${loket}`],
    ...[isAdmin && texts.isAdmin, id === me && texts.you],
  ];
  who.append(element('p', facts.filter(Boolean).join(' · ')));
  who.append(element('p', state, { className: disabled || !active ? 'off' : '' }));
  const actions = element('div', '', { className: 'actions' });
  const button = (words, act) => {
    const made = element('button', words, { type: 'button', className: 'plain' });
    made.setAttribute('aria-label', `${words}: ${name}`);
    made.addEventListener('click', () => void act(account));
    actions.append(made);
  };
  button(texts.edit, change);
  if (!disabled) button(texts.reset, reset);
  if (id !== me) button(disabled ? texts.enable : texts.disable, setDisabled);
  item.append(who, actions);
  return item;
}

async function load() {
  const result = await ask('GET', '/accounts');
  if (!result.ok) return say(whyNot(result));
  list.replaceChildren(...result.answer.items.map(row));
}

async function begin() {
  const result = await ask('GET', '/session');
  const { ok, status, answer, said } = result;
  if (said !== undefined) return say(said);
  if (!ok || answer.admin !== true) {
    byId('way-in').hidden = false;
    const back = encodeURIComponent(location.pathname + location.search);
    byId('way-in').querySelector('a').hash = `kembali=${back}`;
    return say(status === 401 ? texts.signInFirst : texts.notAdmin);
  }
  me = answer.actor.id;
  await load();
  notice.hidden = true;
  inside.hidden = false;
}

await begin();
