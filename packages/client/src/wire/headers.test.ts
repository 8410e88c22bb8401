import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dispositionHeader,
  isToken,
  keyHeader,
  keyOf,
  nameOfDisposition,
  newToken,
  retryAfterOf,
  tokenHash,
  versionHeader,
  versionOf,
} from './index.js';

describe('a header', () => {
  it('carries any key and any name, in ASCII without line breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        expect(keyHeader(text)).toMatch(/^[\x21-\x7e]+$/);
        expect(keyOf(keyHeader(text))).toBe(text);
        expect(dispositionHeader(text)).toMatch(/^[\x20-\x7e]+$/);
        expect(nameOfDisposition(dispositionHeader(text))).toBe(text);
      }),
    );
  });

  it('takes a key without quotes, and none that is empty, too long or broken', () => {
    expect(keyOf('abc-1')).toBe('abc-1');
    expect(keyOf('"%20k"')).toBe(' k');
    for (const header of [null, undefined, '', '""', '%', '"%ff"', 'k'.repeat(256)])
      expect(keyOf(header)).toBeUndefined();
    expect(keyHeader('\uD800')).toBe('"%EF%BF%BD"');
  });

  it('tells a version, any version, and what no version can match', () => {
    expect(versionOf(versionHeader(7))).toBe(7);
    expect(versionOf('W/"7"')).toBe(7);
    expect(versionOf('*')).toBe('any');
    expect(versionOf(null)).toBeUndefined();
    for (const header of ['7', '"x"', '"1", "2"', '']) expect(versionOf(header)).toBeNaN();
  });

  it('names a file in the old way too', () => {
    expect(nameOfDisposition('attachment; filename="a \\"b\\".png"')).toBe('a "b".png');
    expect(nameOfDisposition(`attachment; filename="a.png"; filename*=utf-8'id'%C3%A9.png`)).toBe(
      'é.png',
    );
    for (const header of [null, 'attachment', "attachment; filename*=UTF-8''%ff", 'x; filename=""'])
      expect(nameOfDisposition(header)).toBeUndefined();
  });

  it('asks to wait in seconds or until a date', () => {
    const now = Date.parse('2026-11-27T03:00:00Z');
    expect(retryAfterOf('2', now)).toBe(2000);
    expect(retryAfterOf('Fri, 27 Nov 2026 03:00:05 GMT', now)).toBe(5000);
    expect(retryAfterOf('Fri, 27 Nov 2026 02:00:00 GMT', now)).toBe(0);
    for (const header of [null, '', 'soon', '-']) expect(retryAfterOf(header, now)).toBeUndefined();
  });
});

describe('a token', () => {
  it('is new each time, and is recognised', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    expect(tokens.every((token) => isToken(token) && token.length === 43)).toBe(true);
    for (const text of ['', 'short', 'x'.repeat(129), `${'x'.repeat(30)}!`, 'a b'.repeat(10)])
      expect(isToken(text)).toBe(false);
  });

  it('is kept as its hash', () => {
    expect(tokenHash('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
