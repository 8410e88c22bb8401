import type { FieldPath } from '../forms/form.js';
import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';
import { locales } from '../locale.js';
import type { Pointer } from '../pointer.js';
import { getAt, isWithin, join, parentOf, setAt, tokensOf } from '../pointer.js';
import type { FormSource } from './catalogue.js';
import { declarationsOf, fieldPaths, holdersOf } from './declarations.js';
import type { FormOverlay } from './document.js';
import { merge } from './merge.js';
import { addOwnFields, checkOwnTexts } from './own-fields.js';
import type { OverlayContext } from './overlay-context.js';
import { definitionsOf, known, needField, withLayout, withSchema } from './overlay-context.js';
import { reword } from './overlay-words.js';
import { keptFields } from './rules.js';
import { tighten } from './tighten.js';

type Verb<K extends keyof FormOverlay> = (
  source: FormSource,
  wish: NonNullable<FormOverlay[K]>,
  context: OverlayContext,
) => FormSource;

const verbs: { readonly [K in keyof FormOverlay]-?: Verb<K> } = {
  show: each(showField),
  allow: (source, wish, context) =>
    fold(source, Object.entries(wish), (form, [path, values]) =>
      allowValues(form, path, values, { ...context, at: join(context.at, path) }),
    ),
  relax: each(relaxField),
  add: addOwnFields,
  hide: each(hideField),
  require: each(requireField),
  tighten: (source, wish, context) =>
    fold(source, Object.entries(wish), (form, [path, limits]) =>
      tighten(form, path, limits, { ...context, at: join(context.at, path) }),
    ),
  order: (source, wish, context) =>
    fold(source, Object.entries(wish), (form, [section, paths]) =>
      orderSection(form, section, paths, { ...context, at: join(context.at, section) }),
    ),
  layout: (source, wish, context) => {
    for (const path of Object.keys(wish))
      needField(source, path, { ...context, at: join(context.at, path) });
    const fields = merge(source.layout.fields as Json, wish as unknown as Json);
    return withLayout(source, { fields });
  },
  texts: reword,
};

/** The form with the overlay laid on it. What breaks a rule is reported and left out. */
export function applyOverlay(
  source: FormSource,
  overlay: FormOverlay,
  context: OverlayContext,
): FormSource {
  const apply = <K extends keyof FormOverlay>(form: FormSource, verb: K): FormSource => {
    const wish = overlay[verb];
    if (wish === undefined) return form;
    const change = verbs[verb] as Verb<K>;
    return change(form, wish, { ...context, at: join(context.at, verb) });
  };
  const changed = fold(source, Object.keys(verbs) as (keyof FormOverlay)[], apply);
  checkOwnTexts(changed, overlay, context);
  return changed;
}

function fold<T>(
  source: FormSource,
  items: readonly T[],
  step: (form: FormSource, item: T) => FormSource,
): FormSource {
  return items.reduce(step, source);
}

/** A verb over a list of fields, made from what it does to one. */
function each(
  change: (source: FormSource, path: FieldPath, context: OverlayContext) => FormSource,
): Verb<'show' | 'relax' | 'hide' | 'require'> {
  return (source, paths, context) =>
    paths.reduce(
      (form, path, index) => change(form, path, { ...context, at: join(context.at, index) }),
      source,
    );
}

function showField(source: FormSource, path: FieldPath, context: OverlayContext): FormSource {
  const { form, at, report } = context;
  const offered = getAt(source.schema, '/$defs/pilihan/properties');
  const [key = '', ...deeper] = tokensOf(path);
  const field = isJsonObject(offered) && Object.hasOwn(offered, key) ? offered[key] : undefined;
  if (field === undefined || deeper.length > 0) {
    report(at, 'notSwitchable', { form, field: path, known: known(offered, '/') });
    return source;
  }
  return withSchema(source, setAt(source.schema, join('/properties', key), field));
}

function allowValues(
  source: FormSource,
  path: FieldPath,
  values: readonly string[],
  context: OverlayContext,
): FormSource {
  const offered = getAt(source.schema, join('/$defs/pilihan/x-values', path)) ?? [];
  const [field] = definitionsOf(source, path);
  const taken = values.filter((value, index) => {
    const fits = field !== undefined && (offered as readonly Json[]).includes(value);
    if (!fits)
      context.report(join(context.at, index), 'notAllowable', {
        field: path,
        value,
        known: known(offered),
      });
    return fits;
  });
  if (!field) return source;
  const before = (getAt(source.schema, `${field.at}/enum`) ?? []) as readonly Json[];
  return withSchema(
    source,
    setAt(source.schema, `${field.at}/enum`, [...new Set([...before, ...taken])]),
  );
}

/** The schemas whose `required` names the field. */
function requirersOf(source: FormSource, path: FieldPath): readonly Pointer[] {
  const key = tokensOf(path).at(-1) ?? '';
  return holdersOf(source.schema, parentOf(path)).filter((holder) =>
    ((getAt(source.schema, `${holder}/required`) ?? []) as readonly Json[]).includes(key),
  );
}

function relaxField(source: FormSource, path: FieldPath, context: OverlayContext): FormSource {
  if (!needField(source, path, context)) return source;
  const offered = (getAt(source.schema, '/$defs/pilihan/x-relax') ?? []) as readonly Json[];
  if (!offered.includes(path)) {
    context.report(context.at, 'notRelaxable', { field: path });
    return source;
  }
  const key = tokensOf(path).at(-1);
  const schema = requirersOf(source, path).reduce<Json | undefined>((changed, holder) => {
    const names = (getAt(changed, `${holder}/required`) ?? []) as readonly Json[];
    return setAt(
      changed,
      `${holder}/required`,
      names.filter((name) => name !== key),
    );
  }, source.schema);
  return withSchema(source, schema);
}

function hideField(source: FormSource, path: FieldPath, context: OverlayContext): FormSource {
  const { form, at, report } = context;
  if (!needField(source, path, context)) return source;
  const holdsKept = keptFields[form]?.some((kept) => isWithin(kept, path)) === true;
  if (requirersOf(source, path).length > 0 || path.endsWith('/*')) {
    report(at, 'coreHidden', { field: path });
    return source;
  }
  if (holdsKept) {
    report(at, 'keptHidden', { field: path });
    return source;
  }
  const schema = declarationsOf(source.schema, path).reduce<Json | undefined>(
    (changed, declaration) => setAt(changed, declaration.at, undefined),
    source.schema,
  );
  return withoutUnknownPaths(withSchema(source, schema));
}

function requireField(source: FormSource, path: FieldPath, context: OverlayContext): FormSource {
  if (!needField(source, path, context)) return source;
  const key = tokensOf(path).at(-1) ?? '';
  const schema = definitionsOf(source, path).reduce<Json | undefined>((changed, { holder }) => {
    const names = (getAt(changed, `${holder}/required`) ?? []) as readonly Json[];
    return setAt(changed, `${holder}/required`, [...new Set([...names, key])]);
  }, source.schema);
  const done = withSchema(source, schema);
  // A needed field of the office's own makes the object needed that holds all of them.
  return parentOf(path) === '/x-daerah' ? requireField(done, '/x-daerah', context) : done;
}

function orderSection(
  source: FormSource,
  id: string,
  paths: readonly FieldPath[],
  { form, at, report }: OverlayContext,
): FormSource {
  const sections = source.layout.sections ?? [];
  const section = sections.find((candidate) => candidate.id === id);
  if (!section) {
    report(at, 'unknownSection', {
      form,
      section: id,
      known: sections.map((candidate) => candidate.id).join(', '),
    });
    return source;
  }
  const isOwn = (path: FieldPath): boolean =>
    parentOf(path) === '/x-daerah' && definitionsOf(source, path).length > 0;
  const mine = paths.filter((path, index) => {
    const fits = section.fields.includes(path) || isOwn(path);
    if (!fits) report(join(at, index), 'foreignField', { field: path, section: id });
    return fits;
  });
  const rest = section.fields.filter((path) => !mine.includes(path));
  return withLayout(source, {
    sections: sections
      .map((other) =>
        other === section
          ? { ...other, fields: [...mine, ...rest] }
          : { ...other, fields: other.fields.filter((path) => !mine.includes(path)) },
      )
      .filter(({ fields }) => fields.length > 0),
  });
}

/** Takes words and places of fields that the schema does not have out of layout and texts. */
export function withoutUnknownPaths(source: FormSource): FormSource {
  const paths = fieldPaths(source.schema);
  const exists = (path: FieldPath): boolean => paths.has(path);
  const only = <T>(fields: { readonly [path: FieldPath]: T } = {}) =>
    Object.fromEntries(Object.entries(fields).filter(([path]) => exists(path)));
  const texts = Object.fromEntries(
    locales.map((locale) => {
      const own = source.texts[locale];
      return [locale, { ...own, fields: only(own.fields) }];
    }),
  );
  const sections = (source.layout.sections ?? [])
    .map((section) => ({ ...section, fields: section.fields.filter(exists) }))
    .filter(({ fields }) => fields.length > 0);
  return {
    schema: source.schema,
    layout: { ...source.layout, sections, fields: only(source.layout.fields) },
    texts: texts as FormSource['texts'],
  };
}
