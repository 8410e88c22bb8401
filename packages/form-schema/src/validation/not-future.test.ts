import { describe, expect, it } from 'vitest';
import { compile } from './compile.js';
import { atClock, notFuture } from './not-future.js';
import { generateForTest } from './testing/generate.js';

const now = new Date('2026-11-22T07:00:00Z');

describe('x-notFuture', () => {
  it.each([
    ['2026-11-22T07:00:00Z', true],
    ['2026-11-22T14:00:00+07:00', true],
    ['2026-11-22T14:00:01+07:00', false],
    ['2026-11-22', true],
    ['2026-11-23', false],
    ['nonsense', true],
    [20261231, true],
  ])('judges %j by the time that it is given', (value, expected) => {
    expect(notFuture(value, now)).toBe(expected);
  });

  it('counts a day as come when it has begun in the east of Indonesia', () => {
    const lateEvening = new Date('2026-11-22T15:00:00Z');
    expect(notFuture('2026-11-23', lateEvening)).toBe(true);
    expect(notFuture('2026-11-23', new Date(lateEvening.getTime() - 1))).toBe(false);
  });

  it('takes the time of the check around it, and gives it back even when the check fails', () => {
    const failing = (): never =>
      atClock(
        () => new Date(0),
        () => {
          throw new Error('check');
        },
      );
    expect(
      atClock(
        () => new Date(0),
        () => notFuture('2001-01-01'),
      ),
    ).toBe(false);
    expect(failing).toThrow('check');
    expect(notFuture('2001-01-01')).toBe(true);
  });

  it.each([
    ['interpreted', compile],
    ['generated', generateForTest],
  ])('is checked wherever the schema says so when %s', (_, make) => {
    const schema = {
      properties: { hari: { $ref: '#/$defs/lewat' }, daftar: { items: { $ref: '#/$defs/lewat' } } },
      $defs: { lewat: { type: 'string', 'x-notFuture': true, allOf: [{ minLength: 1 }] } },
    };
    const problems = make(schema, { now: () => now })({
      hari: '2026-11-23',
      daftar: ['2026-11-22', '2026-12-01'],
    });
    expect(
      problems.map(({ pointer, keyword, messageKey }) => [pointer, keyword, messageKey]),
    ).toEqual([
      ['/hari', 'x-notFuture', 'x-notFuture'],
      ['/daftar/1', 'x-notFuture', 'x-notFuture'],
    ]);
  });

  it('is off when the schema says false', () => {
    expect(compile({ 'x-notFuture': false }, { now: () => now })('2999-01-01')).toEqual([]);
  });
});
