import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from './json.js';
import { getAt, isWithin, join, parentOf, setAt, tokensOf } from './pointer.js';

const token = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom('/', '~', '~1', '', '0', '__proto__', 'constructor', 'toString'),
);
const tokens = fc.array(token, { maxLength: 4 });
const pointerOf = (parts: readonly string[]): string => parts.reduce<string>(join, '');

// The examples of RFC 6901, section 5.
const document: Json = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

describe('a pointer', () => {
  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('%j finds what RFC 6901 says', (pointer, expected) => {
    expect(getAt(document, pointer)).toEqual(expected);
  });

  it.each(['/nope', '/foo/2', '/foo/01', '/foo/-', '/foo/length', '/foo/0/0', '/toString'])(
    '%j finds nothing',
    (pointer) => {
      expect(getAt(document, pointer)).toBeUndefined();
    },
  );

  it('has the tokens that it was joined from, whatever is in them', () => {
    fc.assert(
      fc.property(tokens, (parts) => {
        expect(tokensOf(pointerOf(parts))).toEqual(parts);
      }),
    );
  });

  it('lies within its parents and within no sibling', () => {
    fc.assert(
      fc.property(tokens, token, (parts, last) => {
        const parent = pointerOf(parts);
        const child = join(parent, last);
        expect(parentOf(child)).toBe(parent);
        expect(isWithin(child, parent)).toBe(true);
        expect(isWithin(child, child)).toBe(true);
        expect(isWithin(`${child}x`, child)).toBe(false);
      }),
    );
  });
});

/** Whether the way leads through objects and through indexes of arrays alone. */
function isReachable(value: Json, parts: readonly string[]): boolean {
  return parts.every((part, place) => {
    const at = getAt(value, pointerOf(parts.slice(0, place)));
    return !Array.isArray(at) || /^(0|[1-9]\d*)$/.test(part);
  });
}

describe('setting a value', () => {
  it('finds it again at its pointer, and changes nothing else', () => {
    fc.assert(
      fc.property(tokens, fc.jsonValue(), fc.jsonValue(), (parts, before, value) => {
        const pointer = pointerOf(parts);
        const copy = JSON.stringify(before);
        const after = setAt(before as Json, pointer, value as Json);
        if (isReachable(before as Json, parts)) expect(getAt(after, pointer)).toEqual(value);
        else expect(after).toEqual(before);
        expect(JSON.stringify(before)).toBe(copy);
        expect(Object.prototype).not.toHaveProperty('polluted');
      }),
    );
  });

  it.each(['foo', '-', '01', '', '1.5', '-1', 'length'])(
    'changes nothing where an array has no place named "%s"',
    (token) => {
      const before = { a: [1, 2] };
      for (const replacement of [3, undefined])
        expect(setAt(before, pointerOf(['a', token]), replacement)).toEqual(before);
    },
  );

  it('keeps the order of the members and the identity of what it does not touch', () => {
    const before = { a: 1, b: { c: 2 }, d: [3] };
    const after = setAt(before, '/b/c', 4) as typeof before;
    expect(Object.keys(after)).toEqual(['a', 'b', 'd']);
    expect(after).toEqual({ a: 1, b: { c: 4 }, d: [3] });
    expect(after.d).toBe(before.d);
  });

  it('makes the groups on the way', () => {
    expect(setAt({}, '/a/b/c', 1)).toEqual({ a: { b: { c: 1 } } });
  });

  it('keeps a member named __proto__ as data', () => {
    const after = setAt({}, '/__proto__/polluted', true) as object;
    expect(Object.keys(after)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('removes a member or an item when there is no value', () => {
    expect(setAt({ a: 1, b: 2 }, '/a', undefined)).toEqual({ b: 2 });
    expect(setAt(['a', 'b', 'c'], '/1', undefined)).toEqual(['a', 'c']);
    expect(setAt({ a: 1 }, '', undefined)).toBeUndefined();
  });
});
