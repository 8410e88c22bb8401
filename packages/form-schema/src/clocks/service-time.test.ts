import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Office, TimeZone } from '../profile/profile.js';
import { profile } from '../workflow/testing/profile.js';
import { afterService, serviceMilliseconds, serviceMinutes } from './service-time.js';

/** Mon–Thu 08–12 and 13–15.30, Fri 08–11.30 and 13–15; 17 August 2026 (a Monday) is a holiday. */
const office = profile.office;

const zones: { readonly [zone in TimeZone]: string } = {
  WIB: '+07:00',
  WITA: '+08:00',
  WIT: '+09:00',
};

function minutes(from: string, until: string, where: Office = office): number {
  const zone = zones[where.zonaWaktu];
  return serviceMinutes(`${from}:00${zone}`, `${until}:00${zone}`, where);
}

// 1 June 2026 is a Monday.
const spans: readonly (readonly [title: string, from: string, until: string, expected: number])[] =
  [
    ['within a morning', '2026-06-01T09:00', '2026-06-01T09:30', 30],
    ['the whole of a day', '2026-06-01T00:00', '2026-06-02T00:00', 390],
    ['over lunch', '2026-06-01T11:50', '2026-06-01T13:10', 20],
    ['within lunch', '2026-06-01T12:10', '2026-06-01T12:50', 0],
    ['from the minute of opening', '2026-06-01T08:00', '2026-06-01T08:01', 1],
    ['from the minute of closing', '2026-06-01T15:30', '2026-06-01T16:30', 0],
    ['before opening', '2026-06-01T06:00', '2026-06-01T08:05', 5],
    ['over a night', '2026-06-01T15:20', '2026-06-02T08:10', 20],
    ['over a Friday’s longer lunch', '2026-06-05T11:20', '2026-06-05T13:05', 15],
    ['over a weekend', '2026-06-05T14:50', '2026-06-08T08:05', 15],
    ['on a Saturday', '2026-06-06T09:00', '2026-06-06T10:00', 0],
    ['on a holiday', '2026-08-17T09:00', '2026-08-17T10:00', 0],
    ['over a weekend and a holiday', '2026-08-14T14:55', '2026-08-18T08:05', 10],
    ['over the end of a year', '2026-12-31T15:20', '2027-01-01T08:10', 20],
    ['over the leap day of 2028, a Tuesday', '2028-02-28T15:20', '2028-03-01T08:10', 410],
    ['a week', '2026-06-01T08:00', '2026-06-08T08:00', 4 * 390 + 330],
    ['nothing', '2026-06-01T09:00', '2026-06-01T09:00', 0],
    ['back in time', '2026-06-01T10:00', '2026-06-01T09:00', 0],
  ];

describe('serviceMinutes', () => {
  for (const zonaWaktu of ['WIB', 'WITA', 'WIT'] as const)
    it.each(spans)(`counts ${zonaWaktu} minutes %s`, (_title, from, until, expected) => {
      expect(minutes(from, until, { ...office, zonaWaktu })).toBe(expected);
    });

  it.each([
    ['WIB', 60],
    ['WITA', 0],
    ['WIT', 0],
  ] as const)('takes 04:00 to 05:00 UTC for what it is in %s', (zonaWaktu, expected) => {
    // 11–12 in WIB, 12–13 in WITA (lunch), 13–14 in WIT with an afternoon that begins at two.
    const jamLayanan = {
      senin: [
        ['08:00', '12:00'],
        ['14:00', '16:00'],
      ],
    } as const;
    const where = { ...office, zonaWaktu, jamLayanan };
    expect(serviceMinutes('2026-06-01T04:00:00Z', '2026-06-01T05:00:00Z', where)).toBe(expected);
  });

  it('sees in every zone the day that it is there, not the day in UTC', () => {
    // Sunday 23:30 UTC is Monday morning in Indonesia.
    const jamLayanan = { senin: [['06:00', '09:00']] } as const;
    const hours = (zonaWaktu: TimeZone) =>
      serviceMinutes('2026-05-31T23:30:00Z', '2026-06-01T01:30:00Z', {
        ...office,
        zonaWaktu,
        jamLayanan,
      });
    expect([hours('WIB'), hours('WITA'), hours('WIT')]).toEqual([120, 90, 30]);
  });

  it('knows fractions of a minute', () => {
    expect(serviceMinutes('2026-06-01T02:00:00.000Z', '2026-06-01T02:00:01.500Z', office)).toBe(
      0.025,
    );
  });

  it('takes texts, dates and milliseconds alike', () => {
    const [from, until] = ['2026-06-01T02:00:00Z', '2026-06-01T02:07:00Z'];
    expect(serviceMinutes(new Date(from), Date.parse(until), office)).toBe(7);
  });

  it.each([
    ['a day without hours', { ...office, jamLayanan: {} }, 0],
    ['hours written with a point', { ...office, jamLayanan: { senin: [['08.00', '09.30']] } }, 90],
    ['hours until midnight', { ...office, jamLayanan: { senin: [['22:00', '24:00']] } }, 120],
    [
      'hours that overlap',
      {
        ...office,
        jamLayanan: {
          senin: [
            ['08:00', '12:00'],
            ['09:00', '10:00'],
          ],
        },
      },
      240,
    ],
    [
      'hours out of order',
      {
        ...office,
        jamLayanan: {
          senin: [
            ['13:00', '14:00'],
            ['08:00', '09:00'],
          ],
        },
      },
      120,
    ],
  ] satisfies readonly (readonly [string, Office, number])[])(
    'understands %s',
    (_title, where, expected) => {
      expect(minutes('2026-06-01T00:00', '2026-06-02T00:00', where)).toBe(expected);
    },
  );

  it('answers 0 for what is no date', () => {
    expect(serviceMinutes('kemarin', '2026-06-01T02:00:00Z', office)).toBe(0);
    expect(serviceMinutes('2026-06-01T02:00:00Z', 'besok', office)).toBe(0);
  });

  it('does not count the days of an absurd span one by one', () => {
    expect(serviceMinutes(0, Number.MAX_SAFE_INTEGER, office)).toBeGreaterThan(0);
    expect(serviceMinutes(-8.64e15, 8.64e15, office)).toBeGreaterThan(0);
  });

  const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-12-31') });
  const anOffice = fc
    .constantFrom('WIB', 'WITA', 'WIT')
    .map((zonaWaktu): Office => ({ ...office, zonaWaktu: zonaWaktu as TimeZone }));

  it('adds up: the parts of a span are the span', () => {
    fc.assert(
      fc.property(instant, instant, instant, anOffice, (x, y, z, where) => {
        const [a = x, b = y, c = z] = [x, y, z].sort((left, right) => left - right);
        const sum = serviceMilliseconds(a, b, where) + serviceMilliseconds(b, c, where);
        expect(sum).toBe(serviceMilliseconds(a, c, where));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never more than the time that passed, and never less than nothing', () => {
    fc.assert(
      fc.property(instant, instant, anOffice, (a, b, where) => {
        const service = serviceMilliseconds(a, b, where);
        expect(service).toBeGreaterThanOrEqual(0);
        expect(service).toBeLessThanOrEqual(Math.max(0, b - a));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same an hour earlier in the next zone to the east', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const hour = 3_600_000;
        const [west, east] = (['WIB', 'WITA'] as const).map((zonaWaktu) => ({
          ...office,
          zonaWaktu,
        }));
        if (!west || !east) return;
        expect(serviceMilliseconds(a, b, west)).toBe(serviceMilliseconds(a - hour, b - hour, east));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the end of some minutes of service', () => {
  it('is the first instant until which so many minutes have passed', () => {
    const start = Date.parse('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }).map((each) => start + each * 60_000),
        fc.integer({ min: 1, max: 2880 }),
        (from, limit) => {
          const end = afterService(from, limit, office);
          expect(serviceMinutes(from, end ?? from, office)).toBe(limit);
          expect(serviceMinutes(from, (end?.getTime() ?? from) - 1, office)).toBeLessThan(limit);
        },
      ),
    );
  });

  it('is never, where the office never opens, and where there is no beginning', () => {
    expect(afterService('2026-06-01T02:00:00Z', 5, { ...office, jamLayanan: {} })).toBeUndefined();
    expect(afterService('kemarin', 5, office)).toBeUndefined();
  });
});
