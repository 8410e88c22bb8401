import { describe, expect, it } from 'vitest';
import { differences, lockedFields } from './correction.js';
import { profile } from './testing/profile.js';
import { deskIn, formulir, incomplete, reception, user } from './testing/desk.js';

const form = profile.forms['consultation-form'];
const paket = { ...formulir, kategori: 'paket', kodePaket: '10080116000' };

describe('a correction', () => {
  it.each([
    ['nothing', formulir, formulir, ['/uraian'], []],
    ['a flagged field', formulir, { ...formulir, uraian: 'Kini lebih jelas.' }, ['/uraian'], []],
    ['a field beside it', formulir, { ...formulir, nama: 'Contoh: Sri' }, ['/uraian'], ['/nama']],
    ['part of a flagged list', formulir, { ...formulir, lampiran: ['a'] }, ['/lampiran'], []],
    [
      'one item where another is flagged',
      { ...formulir, lampiran: ['a', 'b'] },
      { ...formulir, lampiran: ['c', 'd'] },
      ['/lampiran/1'],
      ['/lampiran/0'],
    ],
    [
      'an item more than was asked for',
      { ...formulir, lampiran: ['a'] },
      { ...formulir, lampiran: ['b', 'c'] },
      ['/lampiran/0'],
      ['/lampiran/1'],
    ],
    [
      'what a new category asks for',
      formulir,
      { ...paket, tahapan: 'aanwijzing' },
      ['/kategori'],
      [],
    ],
    ['what an old category had asked for', paket, formulir, ['/kategori'], []],
    [
      'a field of a category that stays',
      paket,
      { ...paket, kodePaket: '48658064' },
      ['/uraian'],
      ['/kodePaket'],
    ],
    [
      'the attachment that a new category needs',
      formulir,
      { ...formulir, kategori: 'perubahan', lampiran: ['surat'] },
      ['/kategori'],
      [],
    ],
    [
      'an attachment that a new category does not need',
      formulir,
      { ...formulir, kategori: 'paket', kodePaket: '10080116000', lampiran: ['surat'] },
      ['/kategori'],
      ['/lampiran'],
    ],
    [
      'everything, when the whole form is flagged',
      formulir,
      { ...paket, nama: 'Contoh: Sri' },
      [''],
      [],
    ],
    ['what was wrong all along', { ...formulir, uraian: 'x' }, formulir, ['/nama'], []],
  ])('may change %s', (_title, previous, next, flagged, locked) => {
    expect(lockedFields(form, previous, next, flagged)).toEqual(locked);
  });

  it('is refused with the fields that nobody asked for', () => {
    const desk = deskIn('reviewing').do('review', incomplete('/uraian')).do('return');
    const other = { ...formulir, nama: 'Contoh: Sri' };
    expect(desk.decide('submit', other, user)).toMatchObject({
      code: 'LPSE_FORM_FIELD_LOCKED',
      problems: [{ pointer: '/nama', messageKey: 'locked' }],
    });
    expect(desk.give('submit', other, reception)).toBe('LPSE_FORM_FIELD_LOCKED');
    const right = { ...formulir, uraian: 'Galat muncul saat mengunggah.' };
    expect(desk.give('submit', right, user)).toBeUndefined();
    expect(desk.case.submissions.map(({ putaran }) => putaran)).toEqual([1, 2]);
    expect(desk.case.submissions[0]?.formulir).toEqual(formulir);
  });
});

describe('differences', () => {
  it.each([
    ['equal values', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['the order of members', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['a leaf', { a: { b: 1 } }, { a: { b: 2 } }, ['/a/b']],
    ['another kind of value', { a: { b: 1 } }, { a: [1] }, ['/a']],
    ['keys that need escaping', { 'a/b': { '~': 1 } }, { 'a/b': { '~': 2 } }, ['/a~1b/~0']],
    ['a member that every object inherits', {}, { toString: 1 }, ['/toString']],
  ])('names %s', (_title, a, b, expected) => {
    expect(differences(a, b)).toEqual(expected);
  });
});
