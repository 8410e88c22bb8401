import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords, stemsOf, wordsOfText } from './indonesian-words.js';

const meet = (a: string, b: string): boolean =>
  stemsOf(a).some((stem) => stemsOf(b).includes(stem));

describe('words of an Indonesian text', () => {
  it.each([
    ['mengunggah', 'unggah'],
    ['unggahan', 'mengunggah'],
    ['pengunggahan', 'unggahan'],
    ['diunggah', 'unggah'],
    ['mengirimkan', 'kirim'],
    ['pengiriman', 'kiriman'],
    ['menulis', 'tulisan'],
    ['memasukkan', 'masuk'],
    ['menyimpan', 'simpan'],
    ['penyedia', 'sedia'],
    ['membuka', 'dibuka'],
    ['terbuka', 'bukalah'],
    ['memperbaiki', 'perbaikan'],
    ['pendaftaran', 'mendaftar'],
    ['verifikasinya', 'verifikasi'],
    ['galatnya', 'galat'],
    ['perubahan', 'mengubah'],
    ['gagal', 'kegagalan'],
  ])('meets "%s" and "%s"', (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  it.each([
    ['unduh', 'unggah'],
    ['masuk', 'keluar'],
    ['dokumen', 'domisili'],
    ['surel', 'surat'],
  ])('keeps "%s" and "%s" apart', (a, b) => {
    expect(meet(a, b)).toBe(false);
  });

  it('leaves politeness and little words out', () => {
    expect(
      foldedWords('Mohon Bapak/Ibu dapat mengunggah dokumen yang sesuai, terima kasih.'),
    ).toEqual(['mengunggah', 'dokumen']);
  });

  it('folds case and accents, and keeps codes whole', () => {
    expect(wordsOfText('Galat ÉRROR-500 pada SPSE 4.5')).toEqual([
      'galat',
      'error',
      '500',
      'spse',
      '4.5',
    ]);
  });

  it('answers for any text with words that are not empty, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const words = wordsOfText(text);
        for (const word of words) expect(word.length).toBeGreaterThan(0);
        expect(wordsOfText(text)).toEqual(words);
      }),
    );
  });
});
