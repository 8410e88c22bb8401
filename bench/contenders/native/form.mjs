/** The form as the HTML that somebody would have written by hand. */
export function html(form) {
  const sections = form.sections.map(
    ({ id, title, description, questions }) => `<section aria-labelledby="${id}">
<h2 id="${id}">${text(title)}</h2>
${description && `<p class="hint">${text(description)}</p>`}
<div class="fields">
${questions.map(field).join('\n')}
</div>
</section>`,
  );
  return `<template id="form"><form novalidate>
<h1>${text(form.title)}</h1>
${sections.join('\n')}
<button>${text(form.submit)}</button>
</form></template>`;
}

/** The page's own script asks the HTML for everything else. */
export function source() {
  return 'export const form = undefined;';
}

function field(question) {
  const { key, label, hint, kind, choices, when } = question;
  const attributes = `data-key="${key}"${when ? ` data-when="${when.key}" data-is="${when.is}" hidden` : ''}`;
  const hintLine = hint ? `<p class="hint" id="${key}-hint">${text(hint)}</p>` : '';
  if (kind === 'checkbox')
    return `<div ${attributes}><label class="option"><input type="checkbox" name="${key}" id="${key}"${constraints(question)}> ${text(label)}</label></div>`;
  if (kind === 'radio' || kind === 'checkboxes')
    return `<fieldset ${attributes}><legend>${text(label)}</legend>${hintLine}
${choices
  .map(
    ({ value, label: name }) =>
      `<label class="option"><input type="${kind === 'radio' ? 'radio' : 'checkbox'}" name="${key}" value="${value}"${kind === 'radio' ? constraints(question) : ''}> ${text(name)}</label>`,
  )
  .join('\n')}</fieldset>`;
  return `<div ${attributes}><label for="${key}">${text(label)}</label>${hintLine}${control(question)}</div>`;
}

function control(question) {
  const { key, hint, kind, choices, rows = 3 } = question;
  const common = `name="${key}" id="${key}"${constraints(question)}${hint ? ` aria-describedby="${key}-hint"` : ''}`;
  if (kind === 'textarea') return `<textarea ${common} rows="${rows}"></textarea>`;
  if (kind === 'select')
    return `<select ${common}><option value="">Pilih</option>${choices
      .map(({ value, label }) => `<option value="${value}">${text(label)}</option>`)
      .join('')}</select>`;
  return `<input type="${kind === 'datetime' ? 'datetime-local' : kind}" ${common}>`;
}

function constraints({ required, minLength, maxLength, pattern, minimum, maximum, kind }) {
  const isText = !['select', 'radio', 'checkbox', 'datetime', 'number'].includes(kind);
  return [
    required && ' required',
    isText && minLength && ` minlength="${minLength}"`,
    isText && maxLength && ` maxlength="${maxLength}"`,
    isText &&
      pattern &&
      kind !== 'textarea' &&
      ` pattern="${text(pattern.replace(/^\^|\$$/g, ''))}"`,
    minimum !== undefined && ` min="${minimum}"`,
    maximum !== undefined && ` max="${maximum}"`,
  ]
    .filter(Boolean)
    .join('');
}

function text(words) {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
