import { describe, expect, it } from 'vitest';
import type { Mask } from './mask.js';
import { maskOf } from './mask.js';

function keys(mask: Mask | undefined): unknown {
  return (
    mask &&
    Object.fromEntries([...mask].map(([key, below]) => [key, below === true || keys(below)]))
  );
}

describe('A mask', () => {
  it.each<[string, string[], unknown]>([
    ['nothing', [], undefined],
    ['the whole, which stays', [''], undefined],
    ['places', ['/a', '/b/c', '/b/d'], { a: true, b: { c: true, d: true } }],
    ['a group and a member of it, the group', ['/a', '/a/b'], { a: true }],
    ['a member and the group around it, the group', ['/a/b', '/a'], { a: true }],
  ])('of %s', (_, pointers, mask) => {
    expect(keys(maskOf(pointers))).toEqual(mask);
  });
});
