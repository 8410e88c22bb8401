import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import type { FormModel } from './form-model.js';
import { text } from './testing.js';

function open(list: JsonObject, value?: Json): FormModel {
  const schema: JsonSchema = {
    type: 'object',
    properties: { t: { type: 'array', title: 'Titik', ...list } },
  };
  return createFormModel({ schema, validate: compile(schema), ...(value ? { value } : {}) });
}

const point: JsonObject = {
  prefixItems: [{ type: 'number', title: 'Bujur' }, { type: 'number' }, text],
  minItems: 2,
  items: false,
};

describe('a tuple', () => {
  it('has a field for each position, under its own name or number', () => {
    const fields = open(point).children('/t');
    expect(fields.map(({ label, required }) => [label, required])).toEqual([
      ['Bujur', true],
      ['Titik 2', true],
      ['Titik 3', false],
    ]);
  });

  it('holds what was entered, in whatever order', () => {
    const form = open(point);
    form.set('/t/1', 2, 'typed');
    expect(form.value).toEqual({ t: [null, 2] });
    form.set('/t/0', 1, 'typed');
    expect(form.result).toEqual({ t: [1, 2] });
    expect(form.problems).toEqual([]);
  });

  it('ends with its last answer, and goes with it', () => {
    const form = open(point, { t: [1, 2, 'x'] });
    form.set('/t/1', undefined);
    expect(form.value).toEqual({ t: [1, null, 'x'] });
    form.set('/t/2', undefined);
    expect(form.value).toEqual({ t: [1] });
    form.set('/t/0', undefined);
    expect(form.value).toEqual({});
  });

  it('keeps further items after its positions', () => {
    const form = open({ prefixItems: [text], items: { type: 'number' } }, { t: ['x', 1] });
    form.set('/t/1', undefined);
    expect(form.value).toEqual({ t: ['x', null] });
    expect(form.children('/t').map(({ node }) => node.kind)).toEqual(['string', 'number']);
  });

  it('is read as draft-07 writes it', () => {
    const schema: JsonSchema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: {
        t: { items: [text, { $ref: '#/definitions/n' }], additionalItems: { type: 'boolean' } },
      },
      definitions: { n: { type: 'number' } },
    };
    const form = createFormModel({ schema, value: { t: ['x', 1, true] } });
    expect(form.children('/t').map(({ node }) => node.kind)).toEqual([
      'string',
      'number',
      'boolean',
    ]);
  });
});

describe('a list of which the items are not described', () => {
  it('takes any', () => {
    const form = open({});
    form.append('/t');
    expect(form.field('/t/0')?.variants).toHaveLength(1);
  });

  it('takes none beyond its positions where the schema says so', () => {
    expect(open({ prefixItems: [text] }).field('/t')?.node.item).toBeUndefined();
  });
});

describe('rows without a name of their own', () => {
  it('are called like their list', () => {
    const form = open({ items: { type: 'number' } }, { t: [1] });
    expect(form.field('/t/0')?.label).toBe('Titik');
  });
});
