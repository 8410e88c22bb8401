import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Json, JsonObject } from '@lpse-konsultasi/form-schema';
import { flatFields, flatFiles } from './flat-fields.js';

/** What a server makes of the fields: bracketed names as lists and objects, everything as text. */
function parsed(fields: readonly (readonly [string, string])[]): JsonObject {
  const root = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of fields) {
    const [first = '', ...rest] = name
      .split(/\]?\[|\]$/)
      .filter((_, i, all) => i < all.length - 1 || all[i] !== '');
    const keys = [first, ...rest].map((key) => decodeURIComponent(key));
    let holder = root;
    for (const key of keys.slice(0, -1)) {
      holder[key] ??= Object.create(null);
      holder = holder[key] as Record<string, unknown>;
    }
    Object.defineProperty(holder, keys.at(-1) ?? '', {
      value,
      enumerable: true,
      configurable: true,
    });
  }
  return JSON.parse(JSON.stringify(root)) as JsonObject;
}

describe('A value as flat fields', () => {
  const rows: readonly (readonly [string, Json, string, readonly (readonly [string, string])[]])[] =
    [
      [
        'members by their names',
        { nama: 'Rina', umur: 30 },
        '',
        [
          ['nama', 'Rina'],
          ['umur', '30'],
        ],
      ],
      ['under a name, in its brackets', { nama: 'Rina' }, 'k', [['k[nama]', 'Rina']]],
      [
        'groups and rows',
        { a: { b: 'c' }, d: [{ e: 'f' }, { e: 'g' }] },
        '',
        [
          ['a[b]', 'c'],
          ['d[0][e]', 'f'],
          ['d[1][e]', 'g'],
        ],
      ],
      [
        'truth values and null as words and nothing',
        { a: true, b: false, c: null },
        '',
        [
          ['a', 'true'],
          ['b', 'false'],
          ['c', ''],
        ],
      ],
      ['nothing for what is empty', { a: [], b: {} }, '', []],
      ['brackets in names as in an address', { 'a[0]%': 'x' }, 'k', [['k[a%5B0%5D%25]', 'x']]],
      ['a value that is no object under the name', 'x', 'k', [['k', 'x']]],
    ];
  for (const [what, value, name, fields] of rows) {
    it(`has ${what}`, () => {
      expect(flatFields(value, name)).to.deep.equal(fields);
    });
  }

  it('loses no text and mixes up no two members, whatever their names', () => {
    const key = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((text) => text !== '__proto__');
    const value = fc.dictionary(
      key,
      fc.oneof(fc.string(), fc.dictionary(key, fc.string(), { minKeys: 1 })),
    );
    fc.assert(
      fc.property(value, (given) => {
        const plain = JSON.parse(JSON.stringify(given)) as JsonObject;
        expect(parsed(flatFields(plain, ''))).to.deep.equal(plain);
      }),
    );
  });

  it('has each kept file beside its reference', () => {
    const file = new File(['x'], 'a.png');
    const value = {
      lampiran: [
        { nama: 'b', sha256: 'bb' },
        { nama: 'a', sha256: 'aa' },
      ],
    };
    expect(flatFiles(value, '', new Map([['aa', file]]))).to.deep.equal([
      ['lampiran[1][file]', file],
    ]);
    expect(flatFiles(value, '', new Map())).to.deep.equal([]);
  });
});
