import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskIn } from '../workflow/testing/desk.js';
import {
  accessCodeOf,
  readAccessCode,
  readStatusFragment,
  spellAccessCode,
  statusAddress,
} from './access-code.js';

const { events } = deskIn('archived');
const code = accessCodeOf(events) ?? '';

describe('the code of a case', () => {
  it('is the same from the first entry of the log to the last', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/);
    expect(accessCodeOf(events.slice(0, 1))).toBe(code);
    expect(accessCodeOf([])).toBeUndefined();
  });

  it('is another one for any other first entry', () => {
    const codes = Array.from({ length: 500 }, (_, index) =>
      accessCodeOf([{ ...events[0], hash: index.toString(16).padStart(64, '0') } as never]),
    );
    expect(new Set(codes).size).toBe(500);
    // Every letter is used at every place: nothing of the digest is lost.
    for (let place = 0; place < 28; place += 1)
      expect(new Set(codes.map((each) => each?.charAt(place))).size).toBe(32);
  });

  it('is read as people type it', () => {
    const spelt = spellAccessCode(code);
    expect(spelt).toMatch(/^(?:.{4}-){6}.{4}$/);
    for (const typed of [
      spelt,
      spelt.toLowerCase(),
      ` ${spelt.replaceAll('-', ' ')} `,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
    ])
      expect(readAccessCode(typed)).toBe(code);
  });

  it('does not pass with one letter wrong, missing or too many', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(fc.nat({ max: 27 }), fc.constantFrom(...letters), (place, letter) => {
        const changed = code.slice(0, place) + letter + code.slice(place + 1);
        expect(readAccessCode(changed)).toBe(changed === code ? code : undefined);
      }),
    );
    expect(readAccessCode(code.slice(1))).toBeUndefined();
    expect(readAccessCode(`${code}0`)).toBeUndefined();
    expect(readAccessCode(code.replace(/.$/, 'U'))).toBeUndefined();
  });

  it('takes any text without a fault', () => {
    fc.assert(fc.property(fc.string(), (text) => void readAccessCode(text)));
  });
});

describe('the address of a status page', () => {
  it('carries ticket and code in the fragment alone, and gives them back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (tiket) => {
        const address = statusAddress('https://contoh.example/status?lang=id#isi', {
          tiket,
          kode: code,
        });
        const url = new URL(address);
        expect(`${url.origin}${url.pathname}${url.search}`).toBe(
          'https://contoh.example/status?lang=id',
        );
        expect(readStatusFragment(url.hash)).toEqual({ tiket, kode: code });
      }),
    );
  });

  it.each(['', '#isi', '#tiket=BTG-1', '#kode=ABC', '#tiket=%&kode=%E0%A4%A'])(
    'reads nothing from %j',
    (fragment) => {
      expect(readStatusFragment(fragment)).toBeUndefined();
    },
  );
});
