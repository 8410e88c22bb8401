import { html, nothing } from 'lit';
import type { Locale, Pointer } from '@lpse-konsultasi/form-schema';
import { adviceOn, redact, wordAdvice, type Advice } from '@lpse-konsultasi/form-schema/advice';
import { adviceStyles } from './advice.styles.js';
import type { FormSession } from './session.js';
import type { FieldView } from './widget.js';

// Loaded with the first text field that a person leaves: nobody needs it before.

const words = {
  id: {
    check: 'Periksa:',
    hide: 'Samarkan bagian itu',
    hidden: 'Bagian itu sudah disamarkan.',
    undo: 'Kembalikan',
    undone: 'Isian sudah dikembalikan.',
  },
  en: {
    check: 'Check:',
    hide: 'Hide that part',
    hidden: 'That part is now hidden.',
    undo: 'Undo',
    undone: 'The text is back as it was.',
  },
} as const satisfies { readonly [locale in Locale]: object };

/** Looks at the value of a field that was left. Answers whether there is a secret in it that was not pointed out yet. */
export function advise(form: FormSession, pointer: Pointer): boolean {
  const field = form.model.field(pointer);
  if (typeof field?.value !== 'string' || form.warnings.knows(field)) return false;
  const { node, value } = field;
  const advice = adviceOn(node, value);
  form.warnings.set(
    pointer,
    value,
    advice && {
      key: advice.key,
      message: (locale) => wordAdvice(advice, locale),
      render: (view) => renderAdvice(view, advice, form),
    },
  );
  if (advice === undefined) return false;
  form.refresh(pointer);
  // Where something has to be mended first, that is what is said.
  if (form.problem(field) === undefined)
    form.announce(`${words[form.locale].check} ${wordAdvice(advice, form.locale)}`);
  return advice.secrets !== undefined;
}

function renderAdvice(view: FieldView, advice: Advice, form: FormSession): unknown {
  const { secrets } = advice;
  if (secrets === undefined && view.problem !== undefined) return nothing;
  form.wear(adviceStyles);
  const { check, hide } = words[form.locale];
  return html`<div class="warning">
    <p id=${`${view.id}-warning`}>
      <span class="warning-word">${check}</span> ${wordAdvice(advice, form.locale)}
    </p>
    ${
      secrets === undefined
        ? nothing
        : html`<button
            type="button"
            class="button button-small"
            @click=${() => hideSecrets(view, form)}
          >
            ${hide}
          </button>`
    }
  </div>`;
}

function hideSecrets({ field: { pointer } }: FieldView, form: FormSession): void {
  const before = form.model.get(pointer);
  if (typeof before !== 'string') return;
  const after = redact(before);
  form.edit(pointer, after);
  const key = 'secret.hidden';
  const message = (locale: Locale): string => words[locale].hidden;
  form.warnings.set(pointer, after, {
    key,
    message,
    render: (view) => renderHidden(view, form, () => bringBack(pointer, before, form)),
  });
  form.refresh(pointer);
  form.announce(words[form.locale].hidden);
  form.focus(pointer);
}

function renderHidden({ id }: FieldView, form: FormSession, undo: () => void): unknown {
  form.wear(adviceStyles);
  const { hidden, undo: label } = words[form.locale];
  return html`<div class="warning done">
    <p id=${`${id}-warning`}>${hidden}</p>
    <button type="button" class="button button-small" @click=${undo}>${label}</button>
  </div>`;
}

function bringBack(pointer: Pointer, text: string, form: FormSession): void {
  form.edit(pointer, text);
  advise(form, pointer);
  form.announce(words[form.locale].undone);
  form.focus(pointer);
}
