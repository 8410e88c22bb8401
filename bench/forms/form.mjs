/**
 * A form in no engine's language.
 *
 * @typedef {object} Question
 * @property {string} key
 * @property {'text'|'tel'|'email'|'textarea'|'select'|'radio'|'checkboxes'|'datetime'|'checkbox'|'number'} kind
 * @property {string} label
 * @property {string} hint
 * @property {boolean} required
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {string} [pattern]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [rows]
 * @property {{value: string, label: string}[]} [choices]
 * @property {{key: string, is: string}} [when] Asked only while another question has this answer.
 */

/** Everything that a contender may need to say the form in its own language. */
export function formOf({ name, schema, layout, texts, whens, typeInto, valid }) {
  const all = { ...schema.properties };
  const alsoRequired = [];
  for (const { then } of schema.allOf ?? []) {
    Object.assign(all, then.properties);
    alsoRequired.push(...then.required);
  }
  const required = new Set([...schema.required, ...alsoRequired]);
  const question = (pointer) => {
    const key = pointer.slice(1);
    const own = all[key];
    const words = texts.fields[pointer] ?? {};
    const look = layout.fields[pointer] ?? {};
    const kind = kindOf(own, look);
    return {
      key,
      kind,
      label: words.label ?? own.title,
      hint: words.hint ?? '',
      required: required.has(key),
      ...pick(own, ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum']),
      ...pick(look.options ?? {}, ['rows']),
      ...choicesOf(own, kind, words, texts.fields[`${pointer}/*`] ?? {}),
      ...(whens[key] && { when: whens[key] }),
    };
  };
  const sections = layout.sections
    .map(({ id, fields }) => ({
      id,
      title: texts.sections[id]?.title ?? '',
      description: texts.sections[id]?.description ?? '',
      questions: fields.filter((pointer) => pointer.slice(1) in all).map(question),
    }))
    .filter(({ questions }) => questions.length > 0);
  const shown = new Set(sections.flatMap(({ questions }) => questions.map(({ key }) => key)));
  return {
    name,
    title: texts.title,
    description: texts.description ?? '',
    submit: texts.submit,
    sections,
    questions: sections.flatMap(({ questions }) => questions),
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema },
    layout: layoutFor(layout, texts, shown),
    typeInto,
    valid,
    requiredCount: schema.required.length,
  };
}

/** An `if/then` that brings a field, and asks for it, while another has a certain value. */
export function conditional({ key, is }, properties) {
  return {
    if: { properties: { [key]: { const: is } }, required: [key] },
    then: { properties, required: Object.keys(properties) },
  };
}

/** The layout and its Indonesian texts, of the fields that are shown. */
function layoutFor(layout, texts, shown) {
  const isShown = (path) => shown.has(path.split('/')[1]);
  const only = (members) => Object.fromEntries(Object.entries(members).filter(([k]) => isShown(k)));
  return {
    sections: layout.sections.map(({ id, fields }) => ({ id, fields: fields.filter(isShown) })),
    fields: only(layout.fields),
    texts: { id: { ...texts, fields: only(texts.fields) } },
  };
}

const kinds = ['text', 'tel', 'email', 'textarea', 'select', 'radio', 'checkboxes', 'datetime'];

/** What every contender knows; of our own finer widgets, what they are a finer kind of. */
function kindOf(schema, { widget, inputMode }) {
  if (kinds.includes(widget)) return widget;
  if (widget === 'phone' || inputMode === 'tel') return 'tel';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'boolean') return 'checkbox';
  if (schema.type === 'array') return 'checkboxes';
  return schema.enum ? 'select' : 'text';
}

function choicesOf(schema, kind, words, itemWords) {
  const values = kind === 'checkboxes' ? schema.items.enum : schema.enum;
  if (values === undefined) return {};
  const names = words.options ?? itemWords.options ?? {};
  return { choices: values.map((value) => ({ value, label: names[value] ?? value })) };
}

function pick(from, names) {
  return Object.fromEntries(
    names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
  );
}
