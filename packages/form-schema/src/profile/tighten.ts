import type { FieldPath } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { join, setAt } from '../pointer.js';
import type { FormSource } from './catalogue.js';
import { declarationsOf } from './declarations.js';
import type { OverlayContext } from './overlay-context.js';

/** For each limit: the type that it is for, and whether a wish is at least as narrow as what the core has. */
const limits: {
  readonly [keyword: string]: {
    readonly type: readonly string[];
    readonly narrows: (wish: Json, core: Json) => boolean;
  };
} = {
  minLength: { type: ['string'], narrows: (wish, core) => Number(wish) >= Number(core) },
  maxLength: { type: ['string'], narrows: (wish, core) => Number(wish) <= Number(core) },
  pattern: { type: ['string'], narrows: (wish, core) => wish === core },
  minimum: { type: ['number', 'integer'], narrows: (wish, core) => Number(wish) >= Number(core) },
  maximum: { type: ['number', 'integer'], narrows: (wish, core) => Number(wish) <= Number(core) },
  minItems: { type: ['array'], narrows: (wish, core) => Number(wish) >= Number(core) },
  maxItems: { type: ['array'], narrows: (wish, core) => Number(wish) <= Number(core) },
  enum: {
    type: ['string', 'number', 'integer', 'boolean'],
    narrows: (wish, core) =>
      (wish as readonly Json[]).every((value) => (core as readonly Json[]).includes(value)),
  },
};

/** The form with narrower limits for one field. A wider limit is reported and left out. */
export function tighten(
  source: FormSource,
  path: FieldPath,
  wish: JsonObject,
  context: OverlayContext,
): FormSource {
  const definitions = declarationsOf(source.schema, path).filter(({ defines }) => defines);
  if (definitions.length === 0) {
    context.report(context.at, 'unknownField', { form: context.form, field: path });
    return source;
  }
  const schema = definitions.reduce<Json>((changed, { at, schema: core }) => {
    const taken = Object.entries(wish).filter(([keyword, value]) =>
      fits(path, keyword, value, core, context),
    );
    const narrowed = { ...core, ...Object.fromEntries(taken) };
    return isCrossed(path, narrowed, context) ? changed : (setAt(changed, at, narrowed) as Json);
  }, source.schema);
  return { ...source, schema: schema as JsonObject };
}

function fits(
  path: FieldPath,
  keyword: string,
  value: Json,
  core: JsonObject,
  { at, report }: OverlayContext,
): boolean {
  const limit = limits[keyword];
  const where = join(at, keyword);
  if (!limit?.type.includes(String(core['type'])) || (keyword === 'enum' && !core['enum'])) {
    report(where, 'limitUnfit', { field: path, limit: keyword });
    return false;
  }
  const before = core[keyword];
  if (before === undefined || limit.narrows(value, before)) return true;
  report(where, 'loosened', { field: path, limit: keyword, core: shown(before) });
  return false;
}

function shown(core: Json): Json {
  return Array.isArray(core) ? core.map(String).join(', ') : core;
}

function isCrossed(path: FieldPath, schema: JsonObject, { at, report }: OverlayContext): boolean {
  const pairs = [
    ['minLength', 'maxLength'],
    ['minimum', 'maximum'],
    ['minItems', 'maxItems'],
  ] as const;
  const crossed = pairs.find(([low, high]) => Number(schema[low]) > Number(schema[high]));
  if (!crossed) return false;
  const [low, high] = crossed;
  report(at, 'limitsCrossed', {
    field: path,
    min: schema[low] ?? null,
    max: schema[high] ?? null,
  });
  return true;
}
