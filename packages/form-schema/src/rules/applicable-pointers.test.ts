import { describe, expect, it } from 'vitest';
import type { FormDefinition, JsonSchema, Layout } from '../forms/form.js';
import { compile } from '../validation/compile.js';
import { lockedFields, strangers } from '../workflow/correction.js';
import { applicablePointers, rulesFor } from './applicable-pointers.js';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    jenis: { type: 'string' },
    alamat: { type: 'object', properties: { jalan: { type: 'string' } } },
    surat: { type: 'string' },
    lampiran: { type: 'array', items: { type: 'string' } },
  },
  allOf: [
    {
      if: { properties: { jenis: { const: 'lain' } }, required: ['jenis'] },
      then: { properties: { sebutkan: { type: 'string' } } },
    },
  ],
};

function formOf(layout: Layout = {}): FormDefinition {
  return { id: 'x', schema, layout, validate: compile(schema) };
}

const ruled = formOf({
  fields: { '/surat': { visible: { '==': [{ var: '/jenis' }, 'resmi'] } } },
});

describe('The fields that a form asks for', () => {
  it('are those that apply by its schema', () => {
    const asked = applicablePointers(formOf(), { jenis: 'lain', lampiran: ['a'] });
    expect([...asked].sort()).toEqual(
      [
        '/alamat',
        '/alamat/jalan',
        '/jenis',
        '/lampiran',
        '/lampiran/0',
        '/sebutkan',
        '/surat',
      ].sort(),
    );
  });

  it('are without those that rules of its layout hide', () => {
    expect(applicablePointers(ruled, { jenis: 'biasa' })).not.toContain('/surat');
    expect(applicablePointers(ruled, { jenis: 'resmi' })).toContain('/surat');
  });

  it('come from rules that are read once', () => {
    expect(rulesFor(formOf())).toBeUndefined();
    expect(rulesFor(ruled)).toBe(rulesFor(ruled));
  });
});

describe('A correction', () => {
  it('may change what a flagged change makes appear by a rule', () => {
    const next = { jenis: 'resmi', surat: 'B-1' };
    expect(lockedFields(ruled, { jenis: 'biasa' }, next, ['/jenis'])).toEqual([]);
    expect(lockedFields(ruled, { jenis: 'resmi', surat: 'A' }, next, ['/jenis'])).toEqual([
      '/surat',
    ]);
  });

  it('is told of what a rule does not ask for', () => {
    expect(strangers(ruled, { jenis: 'biasa', surat: 'B-1' })).toEqual(['/surat']);
  });
});
