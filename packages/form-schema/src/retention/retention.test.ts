import { describe, expect, it } from 'vitest';
import { retentionDates } from './retention.js';

describe('retentionDates', () => {
  it.each([
    [
      'counts from the day itself',
      '2026-03-04T03:30:00Z',
      {},
      '2026-03-04',
      '2028-03-04',
      '2031-03-04',
    ],
    [
      'counts from the end of the year where the office does',
      '2026-03-04T03:30:00Z',
      { sejakAkhirTahun: true },
      '2026-12-31',
      '2028-12-31',
      '2031-12-31',
    ],
    // 23:30 UTC on New Year's Eve is the new year in Batang.
    [
      'reads the day in the zone',
      '2026-12-31T23:30:00Z',
      { sejakAkhirTahun: true },
      '2027-12-31',
      '2029-12-31',
      '2032-12-31',
    ],
    [
      'has a last day for a leap day',
      '2024-02-29T03:00:00Z',
      {},
      '2024-02-29',
      '2026-02-28',
      '2029-02-28',
    ],
  ])('%s', (_title, closedAt, rule, sejak, aktifSampai, inaktifSampai) => {
    const retention = { aktifTahun: 2, inaktifTahun: 3, ...rule };
    expect(retentionDates(closedAt, retention, 'WIB')).toEqual({
      sejak,
      aktifSampai,
      inaktifSampai,
    });
  });

  it('keeps a leap day where the last year has one', () => {
    const dates = retentionDates('2024-02-29T03:00:00Z', { aktifTahun: 1, inaktifTahun: 3 }, 'WIB');
    expect(dates).toMatchObject({ aktifSampai: '2025-02-28', inaktifSampai: '2028-02-29' });
  });

  it('says nothing where the office has set no years', () => {
    expect(retentionDates('2026-03-04T03:30:00Z', { keterangan: 'musnah' }, 'WIB')).toBeUndefined();
  });

  it('passes on what happens then', () => {
    const dates = retentionDates(
      '2026-03-04T03:30:00Z',
      { aktifTahun: 1, keterangan: 'musnah' },
      'WIT',
    );
    expect(dates).toMatchObject({ inaktifSampai: '2027-03-04', keterangan: 'musnah' });
  });
});
