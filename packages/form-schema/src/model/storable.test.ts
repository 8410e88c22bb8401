import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.js';
import { createFormModel } from './create-form-model.js';

const secret: JsonObject = { type: 'string', writeOnly: true };
const schema: JsonObject = {
  type: 'object',
  properties: {
    nama: { type: 'string' },
    pin: secret,
    akun: {
      type: 'object',
      properties: { sandi: { $ref: '#/$defs/secret' }, id: { type: 'string' } },
    },
    baris: {
      type: 'array',
      items: { type: 'object', properties: { kode: secret, catatan: { type: 'string' } } },
    },
    kunci: { type: 'array', items: secret },
    pasangan: { type: 'array', prefixItems: [{ type: 'string' }, secret] },
    cara: { enum: ['biasa', 'token'] },
  },
  if: { properties: { cara: { const: 'token' } }, required: ['cara'] },
  then: { properties: { token: secret } },
  $defs: { secret },
};

function storable(value: Json): Json {
  return createFormModel({ schema, value }).storable;
}

describe('What a draft may hold', () => {
  it('is everything that was entered but what is marked writeOnly, at any depth', () => {
    expect(
      storable({
        nama: 'Rina',
        pin: '1234',
        akun: { sandi: 'x', id: 'a' },
        baris: [{ kode: 'k', catatan: 'c' }, { catatan: 'd' }],
        kunci: ['a', 'b'],
        pasangan: ['a', 'b', 'c'],
        lain: { pin: 'not described, so not marked' },
      }),
    ).toEqual({
      nama: 'Rina',
      akun: { id: 'a' },
      baris: [{ catatan: 'c' }, { catatan: 'd' }],
      kunci: [],
      pasangan: ['a', 'c'],
      lain: { pin: 'not described, so not marked' },
    });
  });

  it('leaves out a secret also while its question does not apply', () => {
    expect(storable({ cara: 'biasa', token: 'rahasia' })).toEqual({ cara: 'biasa' });
  });

  it('is the very value where there is no secret, and nothing where the whole is one', () => {
    const value = { nama: 'Rina', baris: [{ catatan: 'c' }] };
    expect(storable(value)).toBe(value);
    const whole = createFormModel({ schema: { type: 'object', writeOnly: true }, value: { a: 1 } });
    expect(whole.storable).toEqual({});
  });
});
