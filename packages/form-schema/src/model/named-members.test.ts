import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import type { FormModel } from './form-model.js';
import { heard, shown, text } from './testing.js';

function open(group: JsonObject, value: Json = {}): FormModel {
  const schema: JsonSchema = { type: 'object', properties: { g: { type: 'object', ...group } } };
  return createFormModel({ schema, validate: compile(schema), value });
}

function members(form: FormModel): (string | undefined)[] {
  return form.children('/g').map(({ pointer }) => pointer);
}

const prices: JsonObject = { additionalProperties: { type: 'number' } };

describe('a group of which a person names the members', () => {
  it.each([
    [prices, true],
    [{ patternProperties: { '^x-': text } }, true],
    [{ unevaluatedProperties: text }, true],
    [{}, true],
    [{ properties: { a: text } }, false],
    [{ properties: { a: text }, additionalProperties: true }, false],
    [{ properties: { a: text }, additionalProperties: {} }, false],
    [{ properties: { a: text }, patternProperties: { '^x-': true } }, false],
    [{ additionalProperties: false }, false],
    [{ properties: { a: text }, additionalProperties: text }, true],
  ] as [JsonObject, boolean][])('is %j: %s', (group, is) => {
    expect(open(group).field('/g')?.named !== undefined).toBe(is);
  });

  it('keeps a group under a name also while it is empty', () => {
    const pair = { additionalProperties: { properties: { ketua: text } } };
    const form = open(pair, { g: { pagi: { ketua: 'Sari' } } });
    form.set('/g/pagi/ketua', undefined);
    expect(form.result).toEqual({ g: { pagi: {} } });
    expect(members(form)).toEqual(['/g/pagi']);
  });

  it('shows what it was given, and hands it on unchanged', () => {
    const form = open(prices, { g: { teh: 3000, kopi: 5000 } });
    expect(members(form)).toEqual(['/g/teh', '/g/kopi']);
    expect(form.field('/g/teh')).toMatchObject({ name: 'teh', label: 'teh', required: true });
    form.validate();
    expect(form.result).toEqual({ g: { teh: 3000, kopi: 5000 } });
  });

  it('never loses members of which no schema speaks', () => {
    const form = open({ properties: { a: text } }, { g: { a: 'x', lain: [1] } });
    expect(members(form)).toEqual(['/g/a']);
    form.set('/g/a', 'y');
    expect(form.result).toEqual({ g: { a: 'y', lain: [1] } });
  });

  it('grows by a name, once', () => {
    const form = open(prices);
    const told = heard(form, '/g');
    expect(form.add('/g', 'teh')).toBe('/g/teh');
    expect(told).toContainEqual(['/g', 'structure']);
    expect(form.add('/g', 'teh')).toBeUndefined();
    form.set('/g/teh', 3000, 'typed');
    expect(form.result).toEqual({ g: { teh: 3000 } });
    expect(form.add('/tidakAda', 'x')).toBeUndefined();
  });

  it('takes no name of a field', () => {
    const form = open({ properties: { a: text }, additionalProperties: text });
    expect(form.add('/g', 'a')).toBeUndefined();
    form.add('/g', 'b');
    expect(form.rename('/g/b', 'a')).toBeUndefined();
    expect(form.rename('/g/a', 'c')).toBeUndefined();
  });

  it('keeps a member whose value was cleared', () => {
    const form = open({ additionalProperties: text }, { g: { a: 'x' } });
    form.set('/g/a', undefined);
    expect(form.result).toEqual({ g: { a: '' } });
  });

  it('renames a member in its place, with all that is known of it', () => {
    const form = open(prices, { g: { teh: 'x', kopi: 5000 } });
    form.touch('/g/teh');
    expect(form.rename('/g/teh', 'kopi')).toBeUndefined();
    expect(form.rename('/g/teh', 'jahe/susu')).toBe('/g/jahe~1susu');
    expect(Object.keys(form.get('/g') as JsonObject)).toEqual(['jahe/susu', 'kopi']);
    expect(shown(form)).toEqual(['/g/jahe~1susu type']);
  });

  it('gives a removed member back where it was, once', () => {
    const form = open(prices, { g: { a: 1, b: 2, c: 3 } });
    const undo = form.remove('/g/b');
    expect(form.result).toEqual({ g: { a: 1, c: 3 } });
    undo();
    undo();
    expect(Object.keys(form.get('/g') as JsonObject)).toEqual(['a', 'b', 'c']);
  });

  it('gives back what a removed member said was wrong', () => {
    const form = open(prices, { g: { teh: 'mahal', kopi: 5000 } });
    form.validate();
    expect(shown(form)).toEqual(['/g/teh type']);
    const undo = form.remove('/g/teh');
    expect(shown(form)).toEqual([]);
    undo();
    expect(shown(form)).toEqual(['/g/teh type']);
    form.remove('/g/teh');
    form.add('/g', 'teh');
    expect(shown(form)).toEqual([]);
  });

  it('does not give a member back under a name that is taken meanwhile', () => {
    const form = open(prices, { g: { a: 1, b: 2 } });
    const undo = form.remove('/g/a');
    form.add('/g', 'a');
    form.set('/g/a', 9);
    undo();
    expect(form.result).toEqual({ g: { b: 2, a: 9 } });
  });

  it('is gone with its last member', () => {
    const form = open(prices);
    form.add('/g', 'a');
    form.remove('/g/a');
    expect(form.value).toEqual({});
  });

  it('asks for each value as its name says', () => {
    const group = {
      patternProperties: { '^n_': { type: 'number' }, _wajib$: { minimum: 3 }, '[': text },
      additionalProperties: { type: 'boolean' },
    };
    const schema: JsonSchema = { properties: { g: { type: 'object', ...group } } };
    const form = createFormModel({ schema });
    for (const name of ['n_a', 'n_wajib', 'lain']) form.add('/g', name);
    const kinds = form.children('/g').map(({ node }) => [node.kind, node.schema['minimum']]);
    expect(kinds).toEqual([
      ['number', undefined],
      ['number', 3],
      ['boolean', undefined],
    ]);
  });

  it('shows also what it should not hold, so that it can be mended', () => {
    const form = open(
      { patternProperties: { '^x-': text }, additionalProperties: false },
      { g: { lain: 'x' } },
    );
    form.validate();
    expect(shown(form)).toEqual(['/g/lain additionalProperties']);
    form.rename('/g/lain', 'x-lain');
    expect(form.problems).toEqual([]);
  });

  it('tells of a name that is not allowed at the member that has it', () => {
    const form = open({ ...prices, propertyNames: { maxLength: 3 } });
    form.add('/g', 'panjang');
    form.set('/g/panjang', 1);
    form.validate();
    expect(shown(form)).toEqual(['/g/panjang propertyNames']);
  });

  it.each([
    [{ propertyNames: { enum: ['id', 'en'] } }, ['id', 'en']],
    [{ propertyNames: { const: 'id' } }, ['id']],
    [{ propertyNames: { maxLength: 3 } }, undefined],
  ] as [JsonObject, string[] | undefined][])('knows the names of %j', (group, names) => {
    expect(open({ ...prices, ...group }).field('/g')?.named?.names).toEqual(names);
  });

  it('costs one field for a keystroke in one of its values', () => {
    const form = open(prices, {
      g: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`n${index}`, index])),
    });
    const before = form.children('/g');
    const told = heard(form, '/g', ...before.map(({ pointer }) => pointer));
    form.set('/g/n7', 77, 'typed');
    expect(told).toEqual([['/g/n7', 'field']]);
  });
});
