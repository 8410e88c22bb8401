import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  createFormModel,
  getAt,
  isJsonObject,
  join,
  noticesOf,
  parentOf,
  setAt,
  type Field,
  type FormModel,
  type FormValidator,
  type Json,
  type JsonObject,
  type JsonSchema,
  type Pointer,
} from '@lpse-konsultasi/form-schema';

/* Schemas that nobody wrote for this engine (test/foreign/README.md), through the model that has no screen. */

interface Mistake {
  readonly change?: { readonly [pointer: Pointer]: Json };
  readonly remove?: readonly Pointer[];
  readonly at: Pointer;
  readonly keyword: string;
}

interface Fixture {
  readonly schema: JsonSchema;
  readonly sample: Json;
  readonly invalid: readonly Mistake[];
  /** Leaves that the schema only tolerates: kept, and not shown. */
  readonly unseen?: readonly Pointer[];
  readonly notices?: readonly { readonly pointer: string; readonly keyword: string }[];
}

const folder = resolve(import.meta.dirname, '../foreign');
const names = readdirSync(resolve(folder, 'schemas')).map((file) => file.replace('.json', ''));
const read = (file: string): unknown => JSON.parse(readFileSync(resolve(folder, file), 'utf8'));

function wrong(sample: Json, { change = {}, remove = [] }: Mistake): Json {
  const changed = Object.entries(change).reduce(
    (value, [pointer, to]) => setAt(value, pointer, to) ?? null,
    sample,
  );
  return remove.reduce((value, pointer) => setAt(value, pointer, undefined) ?? null, changed);
}

/** A judge who has nothing to do with this project. */
function judge(schema: JsonSchema): (value: Json) => boolean {
  // Its reading of the older drafts is that of draft-07, in which `id` is no keyword.
  const { $schema = '2020-12', id: _, ...rest } = schema as JsonObject;
  // By plain division, 0.3 would be no multiple of 0.1.
  const options = { strict: false, logger: false, multipleOfPrecision: 12 } as const;
  const dialect = String($schema);
  const ajv = dialect.includes('2020-12')
    ? new Ajv2020(options)
    : dialect.includes('2019-09')
      ? new Ajv2019(options)
      : new Ajv(options);
  addFormats.default(ajv);
  const validate = ajv.compile(rest as AnySchema);
  return (value) => validate(value) === true;
}

function leavesOf(value: Json, at: Pointer = ''): Pointer[] {
  const entries = Array.isArray(value)
    ? [...(value as readonly Json[]).entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  if (entries.length === 0) return [at];
  return entries.flatMap(([key, part]) => leavesOf(part, join(at, key)));
}

/** The field that asks for a leaf: its own, or a choice of whole values around it. */
function asking(model: FormModel, leaf: Pointer): Field | undefined {
  for (let pointer = leaf; ; pointer = parentOf(pointer)) {
    const field = model.field(pointer);
    if (field !== undefined && (pointer === leaf || field.choices !== undefined || field.locked))
      return field;
    if (pointer === '') return undefined;
  }
}

describe('The folder of foreign schemas', () => {
  it('is listed in full, for the browser cannot list a folder', () => {
    expect(read('index.json')).toEqual([...names].sort());
  });

  it('holds at least forty', () => {
    expect(names.length).toBeGreaterThanOrEqual(40);
  });
});

describe.each(names)('The foreign schema %s', (name) => {
  const {
    schema,
    sample,
    invalid,
    unseen = [],
    notices = [],
  } = read(`schemas/${name}.json`) as Fixture;
  let validate: FormValidator;
  beforeAll(() => {
    validate = compile(schema);
  });
  const modelOf = (value: Json): FormModel => createFormModel({ schema, value, validate });

  it('has a sample that an independent validator accepts, and mistakes that it does not', () => {
    const accepts = judge(schema);
    expect(accepts(sample)).toBe(true);
    // Of a member called `__proto__` it says nothing.
    for (const mistake of invalid.filter(({ at }) => !at.includes('__proto__')))
      expect(accepts(wrong(sample, mistake)), mistake.at).toBe(false);
  });

  it('finds nothing wrong with the sample', () => {
    expect(validate(sample)).toEqual([]);
    expect(modelOf(sample).problems).toEqual([]);
  });

  it.each(invalid)('finds a mistake where it is: $at $keyword', (mistake) => {
    const { at, keyword } = mistake;
    const value = wrong(sample, mistake);
    expect(validate(value)).toContainEqual(expect.objectContaining({ pointer: at, keyword }));
    expect(modelOf(value).problems).toContainEqual(
      expect.objectContaining({ pointer: at, keyword }),
    );
  });

  it('has a field for every leaf of the sample', () => {
    const model = modelOf(sample);
    const lost = leavesOf(sample).filter((leaf) => asking(model, leaf) === undefined);
    expect(lost).toEqual(unseen);
  });

  it('hands the sample back as it was given, also after every field was left', () => {
    const model = modelOf(sample);
    expect(model.result).toEqual(sample);
    for (const leaf of leavesOf(sample)) {
      model.set(leaf, getAt(sample, leaf));
      model.touch(leaf);
    }
    expect(model.result).toEqual(sample);
    expect(model.validate()).toEqual([]);
    expect(model.result).toEqual(sample);
  });

  it('says what it leaves out, and nothing else', () => {
    expect(noticesOf(schema)).toEqual(notices);
  });
});
