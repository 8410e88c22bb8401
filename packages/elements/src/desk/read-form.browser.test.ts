import { expect } from '@open-wc/testing';
import { loadShipped } from '@lpse-konsultasi/form-schema';
import { readForm } from '../sheet/sheet-form.js';
import { readInWords } from './read-form.js';

const words = { yes: 'Ya', no: 'Tidak' };

describe('A form in words', () => {
  it('groups numbers as the sheet does', async () => {
    const profile = await loadShipped('batang', 'id');
    const value = {
      jenisPengguna: 'penyedia',
      jenisPelakuUsaha: 'badanUsaha',
      npwp: '012345678901000',
      telepon: '+6281234567890',
    };
    const { rows } = readInWords(profile, 'consultation-form', value, 'id', words);
    const texts = rows.map(({ text }) => text);
    expect(texts).to.include('01.234.567.8-901.000');
    expect(texts).to.include('0812 3456 7890');
    const sheet = readForm(profile.forms['consultation-form'], value, profile.office.zonaWaktu);
    for (const row of sheet.flatMap((section) => section.rows)) expect(texts).to.include(row.value);
  });
});
