import { describe, expect, it } from 'vitest';
import { checkListQuery } from './queries.js';

const registeredFrom = '2026-09-01T00:00:00+07:00';

describe('a query of the list', () => {
  it('passes as it came where it is of the contract’s shape', () => {
    const query = {
      states: ['queued', 'follow-up'],
      kategori: ['unggahDokumen'],
      pelapor: '+6281234567890',
      eskalasi: 'replied',
      registeredFrom,
      total: true,
      sort: '-updatedAt',
      limit: 200,
    };
    expect(checkListQuery(query)).toEqual(query);
    expect(checkListQuery({ eskalasi: 'waiting' })).toEqual({ eskalasi: 'waiting' });
    expect(checkListQuery(undefined)).toEqual({});
  });

  it.each([
    ['body', []],
    ['list', { states: ['sleeping'] }],
    ['list', { prioritas: 'tinggi' }],
    ['text', { pelapor: 7 }],
    ['eskalasi', { eskalasi: 'lost' }],
    ['eskalasi', { eskalasi: ['waiting'] }],
    ['eskalasi', { eskalasi: null }],
    ['instant', { registeredFrom: 'yesterday' }],
    ['total', { total: 'yes' }],
    ['sort', { sort: 'nama' }],
    ['limit', { limit: 201 }],
  ])('is refused by the name of what is wrong: %s, %j', (what, query) => {
    expect(() => checkListQuery(query)).toThrow(
      expect.objectContaining({ code: 'LPSE_REQUEST_MALFORMED', params: { what } }),
    );
  });
});
