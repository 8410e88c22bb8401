import '../shared/plain.css';
import { serve } from '../shared/driver.js';

/* Hand-written: one clone of a template, one listener for each kind of event, the browser's own constraints. */

let form;
let onSubmit;
const left = new Set();

function fieldOf(control) {
  return control.closest('[data-key]');
}

function words({ validity, minLength, min, max }, label) {
  if (validity.valueMissing) return `Mohon isi ${label}.`;
  if (validity.tooShort) return `Mohon isi paling sedikit ${minLength} huruf.`;
  if (validity.rangeUnderflow) return `Mohon isi paling sedikit ${min}.`;
  if (validity.rangeOverflow) return `Mohon isi paling banyak ${max}.`;
  return `Mohon periksa ${label}.`;
}

/** A browser only finds a text too short while it is being edited; a form has to find it always. */
function check(control) {
  const { value, minLength } = control;
  const isShort = minLength > 0 && value !== '' && value.length < minLength;
  control.setCustomValidity?.(isShort ? 'short' : '');
}

function show(control) {
  const field = fieldOf(control);
  check(control);
  const shown = field.querySelector('.error');
  if (control.validity.valid) {
    if (shown === null) return;
    shown.remove();
    describe(control, undefined);
    return;
  }
  const label = field.querySelector('legend, label').textContent.trim();
  const message = control.validity.customError
    ? `Mohon isi paling sedikit ${control.minLength} huruf.`
    : words(control, label);
  if (shown !== null) {
    if (shown.textContent !== message) shown.textContent = message;
    return;
  }
  const error = document.createElement('p');
  error.className = 'error';
  error.id = `${control.name}-error`;
  error.textContent = message;
  (field.querySelector('.hint') ?? field.firstElementChild).after(error);
  describe(control, error.id);
}

function describe(control, errorId) {
  const hintId = fieldOf(control).querySelector('.hint')?.id;
  const ids = [errorId, hintId].filter(Boolean).join(' ');
  if (ids === '') control.removeAttribute('aria-describedby');
  else control.setAttribute('aria-describedby', ids);
  if (errorId === undefined) control.removeAttribute('aria-invalid');
  else control.setAttribute('aria-invalid', 'true');
}

function applyConditions(changed) {
  for (const field of form.querySelectorAll(`[data-when="${changed.name}"]`)) {
    field.hidden = changed.value !== field.dataset.is;
    for (const control of field.querySelectorAll('input')) control.disabled = field.hidden;
  }
}

/** One control for each question: of a radio group the first. */
function controls() {
  const seen = new Set();
  return [...form.elements].filter((control) => {
    if (!control.willValidate || control.name === '' || seen.has(control.name)) return false;
    seen.add(control.name);
    return true;
  });
}

const handlers = {
  input({ target }) {
    if (left.has(target.name)) show(target);
  },
  change({ target }) {
    applyConditions(target);
    if (left.has(target.name)) show(target);
  },
  focusout({ target }) {
    if (!target.name) return;
    left.add(target.name);
    show(target);
  },
  submit(event) {
    event.preventDefault();
    let first;
    for (const control of controls()) {
      left.add(control.name);
      show(control);
      if (!control.validity.valid) first ??= control;
    }
    if (first === undefined) onSubmit(valueOf());
    else first.focus();
  },
  handleEvent(event) {
    this[event.type](event);
  },
};

function valueOf() {
  const value = {};
  for (const { name, type, checked, disabled, value: entered } of form.elements) {
    if (name === '' || disabled || entered === '') continue;
    if (type === 'checkbox') value[name] = checked;
    else if (type === 'number') value[name] = Number(entered);
    else if (type !== 'radio' || checked) value[name] = entered;
  }
  return value;
}

serve({
  errors: '.error',
  mount(host, submitted) {
    onSubmit = submitted;
    host.append(document.querySelector('#form').content.cloneNode(true));
    form = host.querySelector('form');
    for (const field of form.querySelectorAll('[data-when] input')) field.disabled = true;
    for (const type of ['input', 'change', 'focusout', 'submit'])
      form.addEventListener(type, handlers);
  },
  unmount() {
    form.remove();
    form = undefined;
    left.clear();
  },
  control: (key) => form.elements.namedItem(key),
  submit: () => form.querySelector('button').click(),
  fill(value) {
    for (const [key, entry] of Object.entries(value)) {
      const control = form.elements.namedItem(key);
      if (entry === true) control.checked = true;
      else control.value = entry;
      if (control instanceof Element) applyConditions(control);
    }
  },
});
