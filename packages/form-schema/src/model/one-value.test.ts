import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import { open, text } from './testing.js';

describe('an empty field that may be null', () => {
  const kinds: JsonObject[] = [
    { type: ['string', 'null'] },
    { type: ['number', 'null'], minimum: 1 },
    { oneOf: [{ type: 'object', properties: { b: text }, required: ['b'] }, { type: 'null' }] },
    { type: ['array', 'null'], items: text },
    { enum: ['x', 'y', null] },
    { anyOf: [{ const: 'x' }, { type: 'null' }] },
    { type: 'null' },
  ];

  it.each(kinds)(
    'is left out of the result, or null where something has to be there: %j',
    (kind) => {
      expect(open(kind).result).toEqual({});
      const form = open(kind, undefined, { required: ['a'] });
      expect(form.result).toEqual({ a: null });
      expect(form.problems).toEqual([]);
      expect(form.field('/a')?.required).toBe(false);
    },
  );

  it('keeps the null that it was given until it is filled in', () => {
    const form = open(kinds[0] ?? {}, { a: null });
    expect(form.result).toEqual({ a: null });
    form.set('/a', 'x');
    form.set('/a', undefined);
    expect(form.result).toEqual({});
  });

  it('can be filled in although it was given as null', () => {
    const form = open(kinds[2] ?? {}, { a: null });
    expect(form.children('/a').map(({ pointer }) => pointer)).toEqual(['/a/b']);
    form.set('/a/b', 'x');
    expect(form.result).toEqual({ a: { b: 'x' } });
  });

  it('offers nothing of the name of null', () => {
    expect(open({ enum: ['x', null] }).field('/a')?.choices).toEqual([{ value: 'x', label: 'X' }]);
  });
});

describe('what can only be one value', () => {
  it('is filled in where it has to be there, and shown', () => {
    const form = open({ const: 2 }, undefined, { required: ['a'] });
    expect(form.result).toEqual({ a: 2 });
    expect(form.field('/a')).toMatchObject({ value: 2, locked: true });
    expect(form.problems).toEqual([]);
  });

  it('is filled in also where it is a whole object', () => {
    const form = open({ const: { x: 1 } }, undefined, { required: ['a'] });
    expect(form.result).toEqual({ a: { x: 1 } });
  });

  it('is for the person to choose where it may be left out, and where it says yes', () => {
    expect(open({ const: 2 }).result).toEqual({});
    const consent = open({ const: true }, undefined, { required: ['a'] });
    expect([consent.result, consent.field('/a')?.locked]).toEqual([{}, false]);
  });

  it('can be mended where another value was given', () => {
    const form = open({ const: 2 }, { a: 3 }, { required: ['a'] });
    expect(form.field('/a')).toMatchObject({ value: 3, locked: false });
    expect(form.problems).toHaveLength(1);
  });
});

describe('a choice that says nothing', () => {
  const kinds: JsonObject[] = [
    { enum: ['', 'x'] },
    { oneOf: [{ const: '', title: 'Tidak ada' }, { const: 'x' }] },
    { type: 'string', const: '' },
  ];

  it.each(kinds)('is an answer for whoever chose it: %j', (kind) => {
    const form = open(kind, {}, { required: ['b'] });
    form.set('/a', '');
    expect(form.result).toEqual({ a: '' });
    form.touch('/a');
    expect(form.result).toEqual({ a: '' });
    expect(open(kind, { a: '' }).result).toEqual({ a: '' });
    form.set('/a', undefined);
    expect(form.result).toEqual({});
  });

  it('is kept where it is null and may be left out', () => {
    expect(open({ const: null }, { a: null }).result).toEqual({ a: null });
  });

  it('is not what an emptied text is', () => {
    const form = open({ type: 'string' }, { a: 'x' });
    form.set('/a', '');
    expect(form.result).toEqual({});
  });
});

describe('one certain list', () => {
  it('is a choice where it may be left out', () => {
    const form = open({ const: [0, 0] }, { a: [0, 0] });
    expect(form.field('/a')?.choices?.map(({ label }) => label)).toEqual(['0, 0']);
    form.set('/a', undefined);
    expect(form.result).toEqual({});
  });
});
