import { afterEach, describe, expect, it } from 'vitest';
import { plainCopy } from './plain.js';

const patched = [Array.prototype, String.prototype] as const;

describe('a plain copy', () => {
  afterEach(() => {
    for (const prototype of patched) Reflect.deleteProperty(prototype, 'toJSON');
  });

  it('has no undefined members, dates as text, and shares nothing', () => {
    const list = ['a', { b: 1 }];
    const copy = plainCopy({ list, at: new Date('2026-03-04T03:30:00Z'), none: undefined });
    expect(copy).toEqual({ list: ['a', { b: 1 }], at: '2026-03-04T03:30:00.000Z' });
    expect(copy.list).not.toBe(list);
    expect('none' in copy).toBe(false);
  });

  it('is the same on a page whose library gives lists and texts a toJSON', () => {
    const value = { list: [{ nama: 'Sari (contoh)' }, ['x']], empty: [] };
    for (const prototype of patched)
      Object.defineProperty(prototype, 'toJSON', {
        value: () => 'patched',
        configurable: true,
      });
    const copy = plainCopy(value);
    for (const prototype of patched) Reflect.deleteProperty(prototype, 'toJSON');
    expect(copy).toEqual(value);
  });
});
