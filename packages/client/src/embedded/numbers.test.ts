import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, runningNumber, sequenceName } from './numbers.js';

const office = { slug: 'batangkab', zonaWaktu: 'WIB' } as const;
const date = new Date('2026-03-04T03:30:00Z');

describe('formatNumber', () => {
  it.each([
    ['BTG-{year}{month}{day}-{seq:3}', 7, 'BTG-20260304-007'],
    ['A-{seq:3}', 1000, 'A-1000'],
    ['{office}/FK/{year}/{monthRoman}/{seq:4}', 12, 'BATANGKAB/FK/2026/III/0012'],
    ['{seq}', 5, '5'],
    ['no number', 5, 'no number'],
    ['{unknown} {seq:2} {', 5, '{unknown} 05 {'],
    ['$& {seq}', 5, '$& 5'],
  ])('words %s with %i as %s', (template, sequence, expected) => {
    expect(formatNumber(template, sequence, date, office)).toBe(expected);
  });

  it.each([
    ['WIB', '2026-12-31T16:59:59Z', '2026-12-31'],
    ['WIB', '2026-12-31T17:00:00Z', '2027-01-01'],
    ['WITA', '2026-12-31T16:00:00Z', '2027-01-01'],
    ['WIT', '2026-12-31T15:00:00Z', '2027-01-01'],
    ['WIT', '2026-12-31T14:59:59Z', '2026-12-31'],
  ] as const)('takes the date at an office in %s: %s is %s', (zonaWaktu, at, expected) => {
    const number = formatNumber('{year}-{month}-{day}', 1, new Date(at), { ...office, zonaWaktu });
    expect(number).toBe(expected);
  });
});

describe('sequenceName', () => {
  it('starts a sequence anew for each different rest of the number', () => {
    const name = (at: string) =>
      sequenceName('ticket', 'T-{year}{month}{day}-{seq:3}', new Date(at), office);
    expect(name('2026-03-04T01:00:00Z')).toBe(name('2026-03-04T09:00:00Z'));
    expect(name('2026-03-05T01:00:00Z')).not.toBe(name('2026-03-04T01:00:00Z'));
  });

  it.each([
    ['WIB', '2026-03-03T17:00:00Z', '2026-03-04T16:59:59Z', '2026-03-04T17:00:00Z'],
    ['WIT', '2026-03-03T15:00:00Z', '2026-03-04T14:59:59Z', '2026-03-04T15:00:00Z'],
  ] as const)('starts the queue anew at midnight in %s only', (zonaWaktu, first, last, next) => {
    const name = (at: string) =>
      sequenceName('queue', 'A-{seq:3}', new Date(at), { ...office, zonaWaktu });
    expect(name(last)).toBe(name(first));
    expect(name(next)).not.toBe(name(last));
  });

  it('lets a number without a date run on where it is not the queue that it numbers', () => {
    const name = (at: string) => sequenceName('archive', '{seq:4}', new Date(at), office);
    expect(name('2026-03-05T01:00:00Z')).toBe(name('2026-03-04T01:00:00Z'));
  });

  it('keeps numbers of different kinds apart that look alike', () => {
    const names = (['ticket', 'queue', 'archive'] as const).map((kind) =>
      sequenceName(kind, '{seq}', date, office),
    );
    expect(new Set(names).size).toBe(3);
  });
});

describe('runningNumber', () => {
  it('reads back every number that formatNumber words', () => {
    const part = fc.constantFrom(
      'A-',
      '/',
      '{year}',
      '{monthRoman}',
      '{office}',
      '.*',
      '(',
      '#',
      '9',
    );
    fc.assert(
      fc.property(
        fc.array(part),
        fc.array(part),
        fc.nat({ max: 99_999 }),
        fc.integer({ min: 1, max: 6 }),
        (before, after, sequence, width) => {
          const template = `${before.join('')}{seq:${width}}${after.join('')}`;
          const number = formatNumber(template, sequence, date, office);
          expect(runningNumber(template, number, date, office)).toBe(sequence);
        },
      ),
    );
  });

  it.each([
    ['A-{seq:3}', 'B-001'],
    ['A-{seq:3}', 'A-'],
    ['A-{seq:3}', 'A-x'],
    ['A-{seq:3}', ''],
    ['A-{seq:3}-Z', 'A-001'],
    ['{seq}{seq}', '11'],
    ['none', 'none'],
  ])('reads no number of %s from "%s"', (template, number) => {
    expect(runningNumber(template, number, date, office)).toBeUndefined();
  });
});
