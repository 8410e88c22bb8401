import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from './time-text.js';

describe('readTime', () => {
  it.each([
    ['8', '08:00'],
    ['08', '08:00'],
    ['0', '00:00'],
    ['23', '23:00'],
    ['830', '08:30'],
    ['0830', '08:30'],
    ['2359', '23:59'],
    ['8.30', '08:30'],
    ['08:30', '08:30'],
    ['08.30.00', '08:30'],
    ['08.30.15', '08:30:15'],
    ['Pukul 8.30', '08:30'],
    ['jam 8', '08:00'],
    ['８：３０', '08:30'],
    ['8:30 pm', '20:30'],
    ['8.30PM', '20:30'],
    ['8 a.m.', '08:00'],
    ['12 am', '00:00'],
    ['12:15 pm', '12:15'],
    ['20:30 pm', '20:30'],
    ['8 pagi', '08:00'],
    ['11.30 siang', '11:30'],
    ['1 siang', '13:00'],
    ['jam 4 sore', '16:00'],
    ['8.30 malam', '20:30'],
    ['12 malam', '00:00'],
    ['1 malam', '01:00'],
  ])('reads %j as %s', (text, local) => {
    expect(readTime(text)).toEqual({ local });
  });

  it.each([
    ['08.30 WIB', '08:30:00+07:00'],
    ['830wit', '08:30:00+09:00'],
    ['8 malam WITA', '20:00:00+08:00'],
    ['23:00:10Z', '23:00:10Z'],
    ['08:30:00-05:00', '08:30:00-05:00'],
    ['08:30:00+0800', '08:30:00+08:00'],
  ])('reads %j as a time of its own zone', (text, zoned) => {
    expect(readTime(text)).toEqual({ zoned });
  });

  it.each([
    '24',
    '24.00',
    '2460',
    '860',
    '8.3',
    '8.60',
    '8.30.60',
    '12345',
    '13 am',
    '0 pm',
    '12 pagi',
    '9 sore',
    '5 malam',
    '-8',
    '8-1000',
    '08:30-10:00',
    '08.30-10.00',
    'pagi',
    'jam',
    '1/1/2026 8.30',
  ])('does not guess at %j', (text) => {
    expect(readTime(text)).toEqual({ fault: 'unclear' });
  });

  it('reads every time of the day in every spelling of it', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const local = `${two(hour)}:${two(minute)}`;
        const english = `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
        const spellings = [
          local,
          local.replace(':', '.'),
          local.replace(':', ''),
          `${hour}.${two(minute)}`,
          `${hour}${two(minute)}`,
          english,
        ];
        for (const text of spellings) expect([text, readTime(text)]).toEqual([text, { local }]);
      }),
    );
  });

  it('never throws, and never answers a time that does not exist', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.: apm]{0,9}$/)), (text) => {
        const read = readTime(text);
        if ('local' in read) expect(read.local).toMatch(/^(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}$/);
      }),
    );
  });
});
