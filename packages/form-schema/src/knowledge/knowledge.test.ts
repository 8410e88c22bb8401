import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import { answerDigest } from '../workflow/digest.js';
import { type Desk, deskIn, formulir, officer } from '../workflow/testing/desk.js';
import { knowledgeOf, knowledgeOfCanned } from './knowledge.js';
import { withoutPeople } from './without-people.js';

function answered(jawaban: string, more: JsonObject = {}): Desk {
  const desk = deskIn('answering');
  const content = { ...more, jawaban };
  const hashIsi = answerDigest(desk.case, content);
  const paraf = { petugasId: officer.id, namaPetugas: officer.name, cara: 'diketik', hashIsi };
  return desk.do('answer', { ...content, paraf });
}

describe('what an answered case teaches', () => {
  it('is its matter, category and answer', () => {
    expect(knowledgeOf(answered('Silakan perkecil berkasnya.').case)).toMatchObject({
      id: 'kasus:k-1',
      kind: 'kasus',
      uraian: formulir.uraian,
      kategori: ['umum'],
      jawaban: 'Silakan perkecil berkasnya.',
      confirmed: false,
      sumber: [],
    });
  });

  it('names nobody', () => {
    const words =
      'Kepada Rina: hubungi rina@contoh.id atau 0812-3456-7890, NIK 3325 0145 0190 0001.';
    const { case: consultation } = answered(words);
    expect(JSON.stringify(knowledgeOf(consultation))).not.toMatch(/rina|0812|3325/i);
    expect(knowledgeOf(consultation)?.jawaban).toBe(
      'Kepada [nama]: hubungi [surel] atau [nomor], NIK [nomor].',
    );
  });

  it('knows what it was made from', () => {
    const sumber = ['siap:gagal-unggah', 'kasus:k-0'];
    expect(knowledgeOf(answered('Silakan perkecil berkas.', { sumber }).case)?.sumber).toEqual(
      sumber,
    );
  });

  it('is nothing without an answer, with one that did not help, or with void initials', () => {
    expect(knowledgeOf(deskIn('answering').case)).toBeUndefined();
    const desk = answered('Silakan perkecil berkas.').do('archive');
    expect(knowledgeOf(desk.case)).toBeDefined();
    const [answer] = desk.case.answers;
    if (answer === undefined) throw new Error('unreachable');
    const tampered = { ...desk.case, answers: [{ ...answer, jawaban: 'Kata orang lain.' }] };
    expect(knowledgeOf(tampered)).toBeUndefined();
    desk.do('reopen', { alasan: 'Masih gagal mengunggah.' });
    expect(knowledgeOf(desk.case)).toBeUndefined();
  });

  it('counts as confirmed when the user said so', () => {
    const desk = answered('Silakan perkecil berkas.').do('archive').do('confirm');
    expect(knowledgeOf(desk.case)?.confirmed).toBe(true);
  });
});

describe('a text without people', () => {
  it.each([
    ['Rina Wulandari datang', ['Rina Wulandari'], '[nama] datang'],
    ['ibu wulandari, bukan Wulan', ['Rina Wulandari'], 'ibu [nama], bukan Wulan'],
    ['galat 500 tahun 2026', [], 'galat 500 tahun 2026'],
    ['tender 10080116000', [], 'tender [nomor]'],
    ['kata sandi saya: Rahasia123', [], 'kata sandi saya: ••••'],
  ])('makes of "%s"', (text, names, expected) => {
    expect(withoutPeople(text, names)).toBe(expected);
  });

  it('takes a company out as a whole, and leaves the words that it is made of', () => {
    const text = 'CV  Cahaya Pagi gagal sejak pagi';
    expect(withoutPeople(text, [], ['CV Cahaya Pagi'])).toBe('[nama] gagal sejak pagi');
  });

  it('never holds a name that the case knows, wherever it stands', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{4,10}$/);
    fc.assert(
      fc.property(name, name, fc.string({ maxLength: 20 }), (first, last, around) => {
        const text = `${around} ${first} ${last} ${around}, ${last}.`;
        const bare = withoutPeople(text, [`${first} ${last}`]);
        expect(bare.split(/[^\p{L}\p{N}]+/u)).not.toContain(last);
      }),
    );
  });

  it('cannot be broken by a name that looks like a pattern', () => {
    expect(withoutPeople('a (b) c', ['(b', '[x', 'a\\', '$&'])).toBe('a (b) c');
  });
});

describe('an answer that is kept ready', () => {
  it('is an entry with an id of its own kind', () => {
    const canned = { id: 'unggah', judul: 'Unggah', jawaban: 'Silakan unggah.', kategori: ['a'] };
    expect(knowledgeOfCanned(canned)).toMatchObject({
      id: 'siap:unggah',
      kategori: ['a'],
      uraian: '',
    });
  });
});
