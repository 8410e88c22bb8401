import type { FieldTexts, SectionLayout } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import { patternExample } from '../layout/pattern-example.js';
import type { Locale } from '../locale.js';
import { locales } from '../locale.js';
import { getAt, join, setAt } from '../pointer.js';
import type { FormSource } from './catalogue.js';
import type { FormOverlay } from './document.js';
import { merge } from './merge.js';
import type { OverlayContext } from './overlay-context.js';
import { asksForPassword, longestOwnText } from './rules.js';

/** Where an office's own fields stand when it does not place them itself. */
const SECTION = 'daerah';

const sectionTitle: { readonly [locale in Locale]: string } = {
  id: 'Keterangan daerah',
  en: 'Regional information',
};

/** The form with the office's own fields under `/x-daerah`, in a section of their own before the last one. */
export function addOwnFields(
  source: FormSource,
  fields: { readonly [key: string]: JsonObject },
  context: OverlayContext,
): FormSource {
  const sound = Object.entries(fields).filter(([key, field]) => isSound(key, field, context));
  if (sound.length === 0) return source;
  const before = getAt(source.schema, '/properties/x-daerah') ?? {
    title: sectionTitle.id,
    type: 'object',
    properties: {},
    additionalProperties: false,
  };
  const own = sound.reduce<Json | undefined>(
    (changed, [key, field]) => setAt(changed, join('/properties', key), field),
    before,
  );
  return {
    schema: setAt(source.schema, '/properties/x-daerah', own) as JsonObject,
    layout: {
      ...source.layout,
      sections: withSection(
        source.layout.sections ?? [],
        sound.map(([key]) => join('/x-daerah', key)),
      ),
    },
    texts: withWords(source.texts, sound),
  };
}

function withSection(
  sections: readonly SectionLayout[],
  paths: readonly string[],
): readonly SectionLayout[] {
  const mine = sections.find(({ id }) => id === SECTION);
  if (mine)
    return sections.map((section) =>
      section === mine ? { ...mine, fields: [...new Set([...mine.fields, ...paths])] } : section,
    );
  // The last section of a form is where it is signed and sent: an office's fields come before it.
  const place = Math.max(0, sections.length - 1);
  const added = { id: SECTION, fields: paths };
  return sections.length < 2
    ? [...sections, added]
    : [...sections.slice(0, place), added, ...sections.slice(place)];
}

/** What the section is called, and how a right value looks where a pattern says so; the office's own words go before. */
function withWords(
  texts: FormSource['texts'],
  fields: readonly (readonly [key: string, field: JsonObject])[],
): FormSource['texts'] {
  const examples = fields.flatMap(([key, field]) => {
    const example = field['examples'] ? undefined : patternExample(field);
    return example === undefined ? [] : [[join('/x-daerah', key), { example }] as const];
  });
  const worded = locales.map((locale) => {
    const title = sectionTitle[locale];
    const added = {
      sections: { [SECTION]: { title } },
      fields: { '/x-daerah': { label: title }, ...Object.fromEntries(examples) },
    };
    return [locale, merge(added, texts[locale] as Json)];
  });
  return Object.fromEntries(worded) as FormSource['texts'];
}

function isSound(key: string, field: JsonObject, { at, report }: OverlayContext): boolean {
  const where = join(at, key);
  const path = join('/x-daerah', key);
  if (asksForPassword(`${key} ${String(field['title'] ?? '')}`)) {
    report(where, 'passwordField', { field: path });
    return false;
  }
  const isText = field['type'] === 'string' && !field['enum'];
  if (isText && field['maxLength'] === undefined && field['format'] === undefined) {
    report(where, 'unbounded', { field: path, limit: longestOwnText });
    return false;
  }
  if (Number(field['minLength']) > Number(field['maxLength'])) {
    report(where, 'limitsCrossed', {
      field: path,
      min: field['minLength'] ?? null,
      max: field['maxLength'] ?? null,
    });
    return false;
  }
  return true;
}

/** Every field of an office's own has a label, and every choice a name, in both languages. */
export function checkOwnTexts(
  source: FormSource,
  overlay: FormOverlay,
  { at, report }: OverlayContext,
): void {
  for (const [key, field] of Object.entries(overlay.add ?? {})) {
    const path = join('/x-daerah', key);
    if (getAt(source.schema, join('/properties/x-daerah/properties', key)) === undefined) continue;
    for (const locale of locales) {
      const where = join(`${at}/texts/${locale}/fields`, path);
      const texts = source.texts[locale].fields ?? {};
      if (!texts[path]?.label) report(where, 'labelMissing', { field: path, locale });
      for (const [value, words] of choicesOf(path, field, texts))
        if (words?.[value] === undefined)
          report(where, 'optionUnnamed', { field: path, value, locale });
    }
  }
}

/** The values that the field offers, each with the texts that should name it. */
function choicesOf(
  path: string,
  field: JsonObject,
  texts: { readonly [path: string]: FieldTexts },
): readonly (readonly [value: string, words: FieldTexts['options']])[] {
  const items = isJsonObject(field['items']) ? field['items']['enum'] : undefined;
  const values = (field['enum'] ?? items ?? []) as readonly Json[];
  const words = texts[items === undefined ? path : `${path}/*`]?.options;
  return values.map((value) => [String(value), words] as const);
}
