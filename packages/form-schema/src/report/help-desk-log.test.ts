import { describe, expect, it } from 'vitest';
import { states } from '../workflow/states.js';
import { deskIn, user, type Desk } from '../workflow/testing/desk.js';
import { profile } from '../workflow/testing/profile.js';
import { helpDeskColumns, helpDeskRow } from './help-desk-log.js';

function cells(desk: Desk): { readonly [column: string]: string | undefined } {
  const row = helpDeskRow(desk.case, profile);
  return Object.fromEntries(helpDeskColumns.map((column, index) => [column, row[index]]));
}

describe('a row of the help desk log', () => {
  it.each(states)('has a text for each column in %s', (state) => {
    const row = helpDeskRow(deskIn(state).case, profile);
    expect(row).toHaveLength(helpDeskColumns.length);
    for (const cell of row) expect(cell).toBeTypeOf('string');
  });

  it('says who asked what, who answered and with which words', () => {
    const { consultation } = deskIn('archived');
    expect(cells(deskIn('archived'))).toMatchObject({
      'No. tiket': 'T-1',
      Pelapor: 'Contoh: Rina',
      Deskripsi: 'Tidak dapat mengunggah dokumen penawaran.',
      'Tanggal lapor': consultation?.registeredAt,
      Petugas: 'Contoh: Budi',
      Solusi: 'Silakan perkecil berkas, lalu unggah kembali.',
      'Tanggal solusi': consultation?.answers[0]?.at,
    });
  });

  it('takes the classification from the analysis', () => {
    const klasifikasi = { kategoriTeknis: 'teknis', urgensi: 'mendesak', prioritas: 'tinggi' };
    const analysed = { informasiTambahan: 'Di loket.', klasifikasi, solusiDitemukan: true };
    const desk = deskIn('analysing').do('analyse', analysed);
    expect(cells(desk)).toMatchObject({
      'Teknis/nonteknis': 'teknis',
      Urgensi: 'mendesak',
      Prioritas: 'tinggi',
      Jenis: '',
    });
  });

  it('names the number of an escalation, also one that came later', () => {
    expect(cells(deskIn('follow-up')).Keterangan).toBe('Eskalasi TTS-7');
    const desk = deskIn('escalating').do('escalate', {
      tujuan: 'lkpp',
      kanal: 'tts',
      ringkasan: 'Gagal unggah.',
    });
    expect(cells(desk).Keterangan).toBe('Eskalasi tanpa nomor');
    expect(cells(desk.do('record-number')).Keterangan).toBe('Eskalasi TTS-8');
  });

  it('says confirmed when the user did, and not because a copy was handed over', () => {
    const desk = deskIn('archived');
    expect(cells(desk).Konfirmasi).toBe('');
    expect(cells(desk.do('confirm', {}, user)).Konfirmasi).toBe('Selesai menurut pengguna');
  });

  it('says that the matter is not solved until another answer is given', () => {
    const desk = deskIn('archived').do('reopen');
    expect(cells(desk).Konfirmasi).toBe('Belum selesai');
    expect(cells(desk.do('answer')).Konfirmasi).toBe('');
  });
});
