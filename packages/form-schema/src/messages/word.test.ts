import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem.js';
import { compile } from '../validation/compile.js';
import { formats } from '../validation/formats.js';
import { messagesEn } from './en.js';
import type { MessageKey } from './id.js';
import { messagesId } from './id.js';
import { knowMessages } from './messages.js';
import { messageKeyOf, wordProblem } from './word.js';

knowMessages('en', messagesEn);

function problem(keyword: string, params: Problem['params'] = {}, message = ''): Problem {
  return { pointer: '/a', keyword, params, messageKey: messageKeyOf({ keyword, params }), message };
}

describe('the catalogues', () => {
  it('have the same keys, and the same values to put in', () => {
    expect(Object.keys(messagesEn)).toEqual(Object.keys(messagesId));
    const braces = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)(?:\|[^{}]+)?\}/g)].map((match) => String(match[1])).sort();
    for (const [key, text] of Object.entries(messagesId)) {
      // These show braces as an example, in words of their own language.
      if (key.includes('template')) continue;
      expect([key, braces(messagesEn[key as keyof typeof messagesId])]).toEqual([
        key,
        braces(text),
      ]);
    }
  });

  it('have a message for every format, with an example of it', () => {
    for (const name of Object.keys(formats)) {
      const key = `format.${name}` as MessageKey;
      expect([key, messagesId[key]]).toEqual([key, expect.stringMatching(/ seperti \S+/)]);
      expect([key, messagesEn[key]]).toEqual([key, expect.stringMatching(/ like \S+/)]);
    }
  });

  it('say what to do, in the way of a public office', () => {
    for (const [key, text] of Object.entries(messagesId)) {
      if (/^(?:example|wanted|thisField)$/.test(key)) continue;
      expect(text.toLowerCase()).toContain('mohon');
      expect(text).not.toMatch(/salah(?! sa)|gagal|!/);
    }
    for (const [key, text] of Object.entries(messagesEn)) {
      if (/^(?:example|wanted|thisField)$/.test(key)) continue;
      expect(text).toMatch(/please/i);
    }
  });
});

describe('a message', () => {
  it.each([
    [problem('required'), 'Mohon isi nama lengkap.', 'Please fill in nama lengkap.'],
    [
      problem('maxLength', { limit: 1200, count: 1300 }),
      'Nama lengkap paling banyak 1.200 huruf; sekarang 1.300. Mohon persingkat.',
      'Nama lengkap has at most 1,200 characters; now 1,300. Please shorten it.',
    ],
    [
      problem('type', { type: 'integer' }),
      'Nama lengkap berupa bilangan bulat. Mohon tulis dengan angka saja, tanpa koma.',
      'Nama lengkap is a whole number. Please use digits only, without a decimal point.',
    ],
    [
      problem('fileType', { name: 'foto.bmp', allowed: ['PNG', 'PDF'] }),
      'Jenis berkas foto.bmp tidak diterima. Mohon pilih PNG, PDF.',
      'The kind of the file foto.bmp is not accepted. Please choose PNG, PDF.',
    ],
    [
      problem('minimum', { limit: 0.5 }),
      'Nama lengkap paling kecil 0,5. Mohon isi angka yang lebih besar.',
      'Nama lengkap is at least 0.5. Please enter a larger number.',
    ],
  ])('names the field and the cure', (one, id, en) => {
    expect(wordProblem(one, 'id', { label: 'Nama lengkap' })).toBe(id);
    expect(wordProblem(one, 'en', { label: 'Nama lengkap' })).toBe(en);
  });

  it('keeps abbreviations as they are', () => {
    expect(wordProblem(problem('required'), 'id', { label: 'NPWP' })).toBe('Mohon isi NPWP.');
  });

  it('adds a right value where form matters, and not where something is to be chosen', () => {
    const texts = { label: 'Telepon', example: '0812 3456 7890' };
    expect(wordProblem(problem('pattern'), 'id', texts)).toMatch(/ Contoh: 0812 3456 7890$/);
    expect(wordProblem(problem('required'), 'en', texts)).toMatch(/ Example: 0812 3456 7890$/);
    expect(wordProblem(problem('maxLength', { limit: 3 }), 'id', texts)).not.toContain('Contoh');
    for (const keyword of ['multipleOf', 'minimum', 'exclusiveMaximum'])
      expect(wordProblem(problem(keyword), 'id', texts)).toMatch(/ Contoh: 0812 3456 7890$/);
    expect(wordProblem(problem('required'), 'id', { ...texts, asks: 'choice' })).toBe(
      'Mohon pilih telepon.',
    );
  });

  it('asks in the way that the field is filled in', () => {
    expect(wordProblem(problem('required'), 'id', { label: 'Setuju', asks: 'tick' })).toBe(
      'Mohon centang “Setuju” untuk melanjutkan.',
    );
    expect(wordProblem(problem('required'), 'id', { label: 'Lampiran', asks: 'list' })).toBe(
      'Mohon tambahkan lampiran.',
    );
    expect(messageKeyOf(problem('const', { allowed: [true] }))).toBe('const.true');
    expect(messageKeyOf(problem('const', { allowed: ['x'] }))).toBe('const');
  });

  it('is the one of the field when it has one, by the particular key or the keyword', () => {
    const one = problem('format', { format: 'email' });
    expect(
      wordProblem(one, 'id', { messages: { 'format.email': 'Satu {label}', format: 'Dua' } }),
    ).toBe('Satu isian ini');
    expect(wordProblem(one, 'id', { messages: { format: 'Dua' } })).toBe('Dua');
  });

  it('of a server stays as it came', () => {
    expect(wordProblem(problem('server', {}, 'NIB tidak ditemukan.'), 'en')).toBe(
      'NIB tidak ditemukan.',
    );
    expect(wordProblem(problem('server'), 'en', { label: 'NIB' })).toBe(
      'NIB cannot be accepted yet. Please check it.',
    );
  });

  it('of a keyword that nobody knows keeps its words, or says so plainly', () => {
    expect(wordProblem(problem('x-luhn', {}, 'Angka terakhir berbeda.'), 'id')).toBe(
      'Angka terakhir berbeda.',
    );
    expect(wordProblem(problem('x-luhn'), 'id', { label: 'NPWP' })).toBe(
      'NPWP belum sesuai. Mohon periksa kembali.',
    );
    expect(wordProblem(problem('constructor'), 'id', { label: 'NPWP' })).toMatch(/^NPWP belum/);
    expect(wordProblem(problem('constructor'), 'id', { label: 'NPWP', messages: {} })).toMatch(
      /^NPWP belum/,
    );
  });

  it('tells how many when there is a least and a most', () => {
    expect(wordProblem(problem('contains', { min: 1, max: 2 }), 'id', { label: 'Lampiran' })).toBe(
      'Lampiran memuat 1 sampai 2 isian yang diminta. Mohon sesuaikan.',
    );
  });

  it('tells how many are needed when it is more than one', () => {
    expect(wordProblem(problem('contains', { min: 2 }), 'en', { label: 'Lampiran' })).toBe(
      'Lampiran needs at least 2 of the entries asked for. Please add more.',
    );
    expect(wordProblem(problem('contains', { min: 1 }), 'en', { label: 'Lampiran' })).toBe(
      'Lampiran does not have what is needed yet. Please add it.',
    );
  });

  it('names one number where the least is the most', () => {
    const one = problem('contains', { min: 1, max: 1 });
    expect(wordProblem(one, 'id', { label: 'Lampiran' })).toBe(
      'Lampiran memuat tepat 1 isian yang diminta. Mohon sesuaikan.',
    );
    expect(wordProblem(one, 'en', { label: 'Lampiran' })).toBe(
      'Lampiran has exactly 1 of the entries asked for. Please adjust it.',
    );
  });

  it.each([
    ['minLength', { limit: 1, count: 0 }, 'at least 1 character;'],
    ['minLength', { limit: 2, count: 1 }, 'at least 2 characters;'],
    ['maxLength', { limit: 1, count: 9 }, 'at most 1 character;'],
    ['minProperties', { limit: 1 }, 'at least 1 entry.'],
    ['maxProperties', { limit: 1 }, 'at most 1 entry.'],
    ['maxProperties', { limit: 1200 }, 'at most 1,200 entries.'],
    ['paperAge', { days: 1 }, 'more than 1 day ago.'],
    ['paperAge', { days: 0 }, 'more than 0 days ago.'],
  ])('in English counts %s as %j in words that fit', (keyword, params, words) => {
    expect(wordProblem(problem(keyword, params), 'en')).toContain(words);
  });

  it.each([
    ['sari', 'belum lengkap', 'is incomplete'],
    ['sari@contoh', 'belum lengkap', 'is incomplete'],
    ['@contoh.id', 'belum lengkap', 'is incomplete'],
    ['sari@contoh.', 'belum lengkap', 'is incomplete'],
    ['sari@@contoh.id', 'satu tanda @ saja', 'only one @'],
    ['sari@contoh.id; budi@contoh.id', 'satu tanda @ saja', 'only one @'],
    ['sari dewi@contoh.id', 'tanpa spasi', 'no spaces'],
    ['sari@contoh,id', 'tanpa koma', 'no commas'],
    ['sari..dewi@contoh.id', 'belum sesuai bentuknya', 'right form'],
    ['sari@contoh..id', 'belum sesuai bentuknya', 'right form'],
  ])('says of %s what is wrong with such an address, and how one is written', (text, id, en) => {
    for (const format of ['email', 'idn-email']) {
      const told = (locale: 'id' | 'en'): string | undefined =>
        compile({ type: 'string', format }, { locale })(text)[0]?.message;
      // In an international address two dots may follow each other in the name.
      if (format === 'idn-email' && text.startsWith('sari..')) continue;
      expect(told('id')).toContain(id);
      expect(told('id')).toContain('seperti nama@contoh.id.');
      expect(told('en')).toContain(en);
      expect(told('en')).toContain('like name@example.id.');
    }
  });

  it('asks for one choice where an answer fits several', () => {
    const several = problem('oneOf', { ambiguous: true });
    expect(wordProblem(several, 'id', { label: 'Penyedia' })).toBe(
      'Penyedia sesuai dengan lebih dari satu pilihan. Mohon isi satu saja.',
    );
    expect(wordProblem(several, 'id', { messages: { oneOf: 'Pilih satu' } })).toBe('Pilih satu');
  });

  it('leaves braces that name no value', () => {
    expect(
      wordProblem(problem('pattern'), 'id', { messages: { pattern: 'Seperti {nomor}' } }),
    ).toBe('Seperti {nomor}');
  });
});
