import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.js';
import { sha256Hex } from './sha256.js';

describe('canonicalJson', () => {
  it.each([
    [
      'sorts members by UTF-16 code units (RFC 8785 §3.2.3)',
      {
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        '1': 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    [
      'writes numbers, literals and escapes as RFC 8785 §3.2.2 does',
      {
        numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    ['writes minus zero as zero', -0, '0'],
    ['leaves undefined members out', { a: undefined, b: 1 }, '{"b":1}'],
    ['writes a lone surrogate as its escape', '\ud800', '"\\ud800"'],
    [
      'keeps a member named __proto__',
      JSON.parse('{"__proto__":1,"a":2}'),
      '{"__proto__":1,"a":2}',
    ],
  ])('%s', (_title, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    ['NaN', Number.NaN],
    ['infinity', { a: -Infinity }],
    ['undefined', undefined],
    ['a hole in an array', [1, , 2]], // eslint-disable-line no-sparse-arrays -- the hole is what is tested
    ['a function', () => 1],
    ['a bigint', 1n],
    ['a date', new Date(0)],
  ])('refuses %s, which is no JSON', (_title, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('gives the same text on a page whose library teaches texts and numbers a toJSON', () => {
    const value = { nama: 'Sari', langkah: 4, isi: ['a', null, true] };
    const text = canonicalJson(value);
    const patched = [String.prototype, Number.prototype, Boolean.prototype, Array.prototype];
    for (const prototype of patched)
      Object.defineProperty(prototype, 'toJSON', { value: () => 'patched', configurable: true });
    const there = canonicalJson(value);
    for (const prototype of patched) Reflect.deleteProperty(prototype, 'toJSON');
    expect(there).toBe(text);
  });

  it('gives the same text whatever order the members were written in, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe('sha256Hex', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('answers the published digest of "%s" (FIPS 180-4 examples)', (text, digest) => {
    expect(sha256Hex(text)).toBe(digest);
    expect(sha256Hex(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toBe(digest);
  });

  it('hashes the UTF-8 of a text', () => {
    expect(sha256Hex('é')).toBe(sha256Hex(Uint8Array.of(0xc3, 0xa9)));
  });
});

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
