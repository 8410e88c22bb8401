import { LitElement, css, html, nothing, unsafeCSS } from 'lit';
import { form } from 'bench:form';
import plain from '../shared/plain.css?inline';
import { problemOf } from '../shared/check.js';
import { serve } from '../shared/driver.js';

/* The floor of a design with Lit: one element, one shadow root, a hand-written check. */

const questions = new Map(
  form.sections.flatMap(({ questions }) => questions.map((question) => [question.key, question])),
);

class BareForm extends LitElement {
  static styles = css`
    ${unsafeCSS(plain)}
  `;

  values = {};
  left = new Set();
  errors = {};
  onSubmit = () => {};

  render() {
    return html`<form
      novalidate
      @input=${this.handleInput}
      @change=${this.handleInput}
      @focusout=${this.handleLeave}
      @submit=${this.handleSubmit}
    >
      <h1>${form.title}</h1>
      ${form.sections.map((section) => this.renderSection(section))}
      <button>${form.submit}</button>
    </form>`;
  }

  renderSection({ id, title, description, questions: asked }) {
    return html`<section aria-labelledby=${id}>
      <h2 id=${id}>${title}</h2>
      ${description ? html`<p class="hint">${description}</p>` : nothing}
      <div class="fields">${asked.map((question) => this.renderField(question))}</div>
    </section>`;
  }

  renderField(question) {
    const { key, label, kind } = question;
    if (!this.applies(question)) return nothing;
    const choice = kind === 'radio' || kind === 'checkboxes';
    if (kind === 'checkbox')
      return html`<div>
        ${this.renderError(key)}
        <label class="option"
          ><input
            type="checkbox"
            name=${key}
            .checked=${this.values[key] === true}
            aria-invalid=${this.errors[key] ? 'true' : nothing}
          />
          ${label}</label
        >
      </div>`;
    if (choice)
      return html`<fieldset>
        <legend>${label}</legend>
        ${this.renderHint(question)}${this.renderError(key)}${this.renderChoices(question)}
      </fieldset>`;
    return html`<div>
      <label for=${key}>${label}</label>
      ${this.renderHint(question)}${this.renderError(key)}${this.renderControl(question)}
    </div>`;
  }

  renderHint({ key, hint }) {
    return hint ? html`<p class="hint" id=${`${key}-hint`}>${hint}</p>` : nothing;
  }

  renderError(key) {
    const message = this.errors[key];
    return message ? html`<p class="error" id=${`${key}-error`}>${message}</p>` : nothing;
  }

  renderChoices({ key, kind, choices }) {
    const chosen = this.values[key];
    return choices.map(
      ({ value, label }) =>
        html`<label class="option"
          ><input
            type=${kind === 'radio' ? 'radio' : 'checkbox'}
            name=${key}
            value=${value}
            .checked=${kind === 'radio' ? chosen === value : (chosen?.includes(value) ?? false)}
          />
          ${label}</label
        >`,
    );
  }

  renderControl({ key, kind, hint, choices, rows = 3 }) {
    const value = this.values[key] ?? '';
    const describedBy =
      [this.errors[key] && `${key}-error`, hint && `${key}-hint`].filter(Boolean).join(' ') ||
      nothing;
    const invalid = this.errors[key] ? 'true' : nothing;
    if (kind === 'textarea')
      return html`<textarea
        id=${key}
        name=${key}
        rows=${rows}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${value}
      ></textarea>`;
    if (kind === 'select')
      return html`<select
        id=${key}
        name=${key}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
      >
        <option value="">Pilih</option>
        ${choices.map(
          (choice) =>
            html`<option value=${choice.value} .selected=${choice.value === value}>
              ${choice.label}
            </option>`,
        )}
      </select>`;
    return html`<input
      id=${key}
      name=${key}
      type=${kind === 'datetime' ? 'datetime-local' : kind}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${value}
    />`;
  }

  applies({ when }) {
    return when === undefined || this.values[when.key] === when.is;
  }

  check(key) {
    const question = questions.get(key);
    if (this.applies(question)) this.errors[key] = problemOf(question, this.values[key]);
    else delete this.errors[key];
  }

  handleInput({ target }) {
    const { name, type, checked, value } = target;
    const { kind } = questions.get(name);
    if (kind === 'checkboxes') {
      const others = (this.values[name] ?? []).filter((chosen) => chosen !== value);
      this.values[name] = checked ? [...others, value] : others;
    } else if (type === 'checkbox') this.values[name] = checked;
    else this.values[name] = kind === 'number' && value !== '' ? Number(value) : value;
    if (this.left.has(name)) this.check(name);
    this.requestUpdate();
  }

  handleLeave({ target: { name } }) {
    if (!questions.has(name)) return;
    this.left.add(name);
    this.check(name);
    this.requestUpdate();
  }

  handleSubmit(event) {
    event.preventDefault();
    for (const key of questions.keys()) {
      this.left.add(key);
      this.check(key);
    }
    this.requestUpdate();
    const first = [...questions.keys()].find((key) => this.errors[key]);
    if (first === undefined) this.onSubmit({ ...this.values });
    else void this.updateComplete.then(() => this.control(first)?.focus());
  }

  control(key) {
    return this.renderRoot.querySelector(`[name="${key}"]`);
  }
}

customElements.define('bare-form', BareForm);

let element;
serve({
  errors: '.error',
  mount(host, onSubmit) {
    element = document.createElement('bare-form');
    element.onSubmit = onSubmit;
    host.append(element);
    return element.updateComplete;
  },
  unmount() {
    element.remove();
    element = undefined;
  },
  control: (key) => element.control(key),
  submit: () => element.renderRoot.querySelector('button').click(),
  fill(value) {
    element.values = { ...value };
    element.requestUpdate();
    return element.updateComplete;
  },
});
