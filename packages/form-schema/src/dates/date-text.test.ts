import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText, readDate, readMoment } from './date-text.js';

describe('readDate', () => {
  it.each([
    '22/11/2026',
    '22-11-2026',
    '22.11.2026',
    '22 11 2026',
    '22 / 11 / 2026',
    '22/11/26',
    '22 Nov 2026',
    '22 nop 2026',
    '22 November 2026',
    '22 NOVEMBER, 2026',
    '22-Nov-26',
    '22Nov2026',
    'Nov 22, 2026',
    'November 22nd 2026',
    'Minggu, 22 November 2026',
    'Sunday 22 November 2026',
    '22112026',
    '221126',
    '20261122',
    '2026-11-22',
    '2026/11/22',
    ' 2026-11-22 ',
    '２２／１１／２０２６',
    '٢٢/١١/٢٠٢٦',
    '۲۲-۱۱-۲۰۲۶',
    '２２ Nov ２０２６',
  ])('reads %j', (text) => {
    expect(readDate(text)).toEqual({ date: '2026-11-22' });
  });

  it.each([
    ['1 Mei 1990', '1990-05-01'],
    ['1/5/90', '1990-05-01'],
    ['01051990', '1990-05-01'],
    ['29 Februari 2024', '2024-02-29'],
    ['17 Agustus 1945', '1945-08-17'],
    ['Jumat, 17 Agt 1945', '1945-08-17'],
    ["Jum'at 17 ags 1945", '1945-08-17'],
    ['31 Desember 1999', '1999-12-31'],
    ['12 Okt 2025', '2025-10-12'],
    ['1/2/2026', '2026-02-01'],
    ['20112026', '2026-11-20'],
    ['20101110', '2010-11-10'],
  ])('reads %j as %s', (text, date) => {
    expect(readDate(text)).toEqual({ date });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['22', 'half'],
    ['22/', 'half'],
    ['22/11', 'half'],
    ['22/11/', 'half'],
    ['22/11/2', 'half'],
    ['22/11/202', 'half'],
    ['22 Nov', 'half'],
    ['22 November ', 'half'],
    ['2211202', 'half'],
    ['22 Foo 2026', 'unknown'],
    ['kemarin', 'unknown'],
    ['2026', 'half'],
  ])('says of %j that it is %s', (text, fault) => {
    expect(readDate(text)).toEqual({ fault });
  });

  it.each([
    ['31/02/2026', 'dayOfMonth'],
    ['29/02/2025', 'dayOfMonth'],
    ['29/02/1900', 'dayOfMonth'],
    ['31 April 2026', 'dayOfMonth'],
    ['30/02', 'dayOfMonth'],
    ['31/04/20', 'dayOfMonth'],
    ['00/11/2026', 'day'],
    ['32/01/2026', 'day'],
    ['00', 'day'],
    ['32/', 'day'],
    ['22/13/2026', 'month'],
    ['12/25/2026', 'month'],
    ['00/13/2026', 'month'],
    ['22/00', 'month'],
    ['0/0/0', 'month'],
    ['0/0/0000', 'month'],
    ['2026-13', 'month'],
    ['2026-13-01', 'month'],
    ['99992026', 'month'],
    ['22/11/0000', 'year'],
  ])('says of %j that it never comes to a date, because of the %s', (text, wrong) => {
    expect(readDate(text)).toEqual({ fault: 'unreal', wrong });
  });

  it('reads every spelling of every day alike', () => {
    const days = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2068-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = date.split('-') as [string, string, string];
        const long = (language: string): string =>
          new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(day);
        const spellings = [
          date,
          dateText(date) ?? '',
          `${dayOfMonth}${month}${year}`,
          `${dayOfMonth}-${month}-${year.slice(2)}`,
          long('id-ID'),
          long('en-GB'),
          long('en-US'),
        ];
        for (const text of spellings) expect(readDate(text), text).toEqual({ date });
      }),
    );
  });

  it('never throws, and never answers a date that does not exist', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/. -]{0,12}$/)), (text) => {
        const read = readDate(text);
        if ('date' in read) expect(dateText(read.date)).toBeDefined();
      }),
    );
  });
});

describe('readMoment', () => {
  it.each([
    '22/11/2026 14.05',
    '22/11/2026 14:05',
    '22/11/2026, 14.05',
    '22 November 2026 pukul 14.05',
    '22 Nov 2026, jam 14:05',
    '22 November 2026 at 14:05',
    '2026-11-22T14:05',
    '2026-11-22T14:05:00',
    '22112026 14.05',
    '２２／１１／２０２６　１４：０５',
  ])('reads %j', (text) => {
    expect(readMoment(text)).toEqual({ local: '2026-11-22T14:05' });
  });

  it('keeps the seconds that were given', () => {
    expect(readMoment('22.11.2026 14.05.30')).toEqual({ local: '2026-11-22T14:05:30' });
  });

  it.each([
    ['22.11.2026 14.05.30 WIB', '2026-11-22T14:05:30+07:00'],
    ['22/11/2026 14.05 WIB', '2026-11-22T14:05:00+07:00'],
    ['22/11/2026 14.05 wita', '2026-11-22T14:05:00+08:00'],
    ['22/11/2026, 9.05 WIT', '2026-11-22T09:05:00+09:00'],
    ['2026-11-22T14:05:00+07:00', '2026-11-22T14:05:00+07:00'],
    ['2026-11-22T14:05:00.000Z', '2026-11-22T14:05:00Z'],
    ['2026-11-22 14:05 +0800', '2026-11-22T14:05:00+08:00'],
  ])('reads %j as an instant', (text, instant) => {
    expect(readMoment(text)).toEqual({ instant });
  });

  it.each([
    ['', 'empty'],
    ['22/11/2026', 'half'],
    ['22/11', 'half'],
    ['22/11/2026 14', 'half'],
    ['besok 14.05', 'unknown'],
    ['besok', 'unknown'],
  ])('says of %j that it is %s', (text, fault) => {
    expect(readMoment(text)).toEqual({ fault });
  });
});

describe('readMoment of what cannot be', () => {
  it.each([
    ['31/02/2026', 'dayOfMonth'],
    ['31/02/2026 14.05', 'dayOfMonth'],
    ['0/0/0', 'month'],
    ['22/11/2026 24.05', 'time'],
    ['22/11/2026 14.60', 'time'],
    ['22/11/2026 14.05.61', 'time'],
  ])('says of %j that the %s is wrong', (text, wrong) => {
    expect(readMoment(text)).toEqual({ fault: 'unreal', wrong });
  });
});

describe('dateText', () => {
  it.each([
    ['2026-11-22', '22/11/2026'],
    ['2026-02-31', undefined],
    ['2026-11', undefined],
    ['22/11/2026', undefined],
  ])('writes %j as %j', (iso, text) => {
    expect(dateText(iso)).toBe(text);
  });
});
