import { describe, expect, it } from 'vitest';
import { profile as plainBatang } from '../generated/profiles/batang.js';
import { texts as deskTexts } from '../generated/texts/base/id.desk.js';
import { texts as publicTexts } from '../generated/texts/base/id.public.js';
import type { JsonObject } from '../json.js';
import { withTexts } from '../profile/shipped.js';
import type { Actor } from '../workflow/actor.js';
import { Desk, formulir as small } from '../workflow/testing/desk.js';
import { askedFields } from './asked.js';
import { composeEscalation } from './compose-escalation.js';
import { indonesianTime } from './indonesian-time.js';
import type { EscalationPackage } from './package.js';
import { packageText } from './package-text.js';

const batang = withTexts(plainBatang, 'id', { ...publicTexts, ...deskTexts });
const officer: Actor = {
  id: 'p1',
  role: 'officer',
  name: 'Contoh: Budi',
  position: 'Petugas layanan',
};
const file = { mime: 'image/png', ukuran: 9, sha256: 'a'.repeat(64) };

/** A vendor's matter with everything that LKPP's help desk asks for. */
const whole: JsonObject = {
  kanal: 'tatapMuka',
  nama: 'Contoh: Rina Wulandari',
  email: 'rina@contoh.id',
  telepon: '+6281000000001',
  jenisPengguna: 'penyedia',
  jenisPelakuUsaha: 'badanUsaha',
  namaBadanUsaha: 'CV Contoh Sejahtera',
  npwp: '0012345678901000',
  bertindakSebagai: 'pimpinan',
  tipe: 'masalah',
  aplikasi: 'spse',
  kategori: 'unggahDokumen',
  kodePaket: '10080116000',
  judul: 'Gagal mengunggah penawaran',
  uraian: 'Unggahan berhenti pada 80 %.\nMuncul galat 500.',
  waktuKejadian: '2026-06-01T08:15:00+07:00',
  upayaAwal: 'Mencoba peramban lain.',
  lampiran: [{ ...file, jenis: 'tangkapanLayar', nama: 'galat.png' }],
  pemberitahuanPrivasi: true,
  pernyataanBenar: true,
};

const analisis: JsonObject = {
  informasiTambahan: 'Terjadi pada semua jaringan.',
  klasifikasi: { kategoriTeknis: 'teknis' },
  catatan: [{ waktu: '2026-06-01T09:00:00+07:00', isi: 'Pengguna tampak tergesa.' }],
  solusiDitemukan: false,
};

function composed(changes: JsonObject = {}, told: JsonObject = analisis): EscalationPackage {
  // Without the members that `changes` takes away.
  const form = JSON.parse(JSON.stringify({ ...whole, ...changes })) as JsonObject;
  const desk = new Desk(batang);
  desk.do('register', { nama: 'Contoh: Rina Wulandari', kanal: 'tatapMuka' });
  const daftarPeriksa = batang.procedure.checklist.map(({ butir }) => ({ butir, terpenuhi: true }));
  // An officer hands it in, as from paper: what is missing is a finding, not a refusal.
  desk.do('submit', form, officer).do('start-review');
  desk.do('review', { daftarPeriksa, hasil: 'lengkap', alasan: 'Dijelaskan lisan.' });
  desk.do('call', { metode: 'suara', loket: '1' }).do('record-attendance', { hasil: 'hadir' });
  desk.do('analyse', told);
  return composeEscalation({
    consultation: desk.case,
    events: desk.events,
    profile: batang,
    officer,
  });
}

function without(...keys: string[]): JsonObject {
  return Object.fromEntries(keys.map((key) => [key, undefined])) as unknown as JsonObject;
}

const ids = ({ missing }: EscalationPackage) => missing.map(({ id }) => id);

describe('the package for LKPP', () => {
  it('holds every field that the form has and LKPP asks for, as people read it', () => {
    const parts = composed().sections.flatMap((section) => section.parts);
    const text = Object.fromEntries(parts.map(({ id, text: words }) => [id, words]));
    for (const { pointer } of askedFields)
      if (whole[pointer.slice(1)] !== undefined) expect(text).toHaveProperty([pointer.slice(1)]);
    expect(text).toMatchObject({
      tiket: 'T-1',
      lpse: 'LPSE Kabupaten Batang',
      spse: 'spse.inaproc.id/batangkab',
      petugas: 'Contoh: Budi, Petugas layanan',
      nama: 'Contoh: Rina Wulandari',
      npwp: '0012 3456 7890 1000',
      jenisPengguna: 'Penyedia',
      kodePaket: '10080116000',
      waktuKejadian: '1 Juni 2026 pukul 08.15 WIB',
      kategoriTeknis: 'Teknis',
      upayaAwal: 'Mencoba peramban lain.',
      informasiTambahan: 'Terjadi pada semua jaringan.',
    });
  });

  it('has a subject that begins with who it is about', () => {
    expect(composed().judul).toBe('CV Contoh Sejahtera: Gagal mengunggah penawaran');
    const person = composed({ ...without('namaBadanUsaha'), jenisPelakuUsaha: 'perorangan' });
    expect(person.judul).toBe('Contoh: Rina Wulandari: Gagal mengunggah penawaran');
  });

  it('tells what happened, from the log and in the order of the log', () => {
    const { kronologi } = composed();
    expect(kronologi.map(({ peristiwa }) => peristiwa)).toEqual([
      'Pengguna melapor ke LPSE.',
      'Pengguna menyerahkan formulir konsultasi.',
      'Formulir diterima lengkap dengan nomor antrean A-1.',
      'Pengguna hadir di loket.',
      'Permasalahan dianalisis: solusi tidak ditemukan di LPSE.',
    ]);
  });

  it('forwards the files by what they are', () => {
    expect(composed().lampiran).toEqual([{ ...file, jenis: 'tangkapanLayar', nama: 'galat.png' }]);
  });

  it('keeps the office’s notes to the office', () => {
    expect(JSON.stringify(composed())).not.toContain('tergesa');
  });

  it('lacks nothing but the contact that the profile does not name', () => {
    expect(ids(composed())).toEqual(['kontak']);
  });

  it.each<[string, JsonObject, string[]]>([
    ['the e-mail address', without('email'), ['email']],
    ['the package code of a package’s matter', without('kodePaket'), ['kodePaket']],
    ['the tax number of a vendor', without('npwp'), ['npwp']],
    ['what was tried', { upayaAwal: '  ' }, ['upayaAwal']],
    ['a screenshot', { lampiran: [] }, ['tangkapanLayar']],
    [
      'letter and company profile of a change of data',
      { ...without('kodePaket'), kategori: 'perubahanData', userIdSpse: 'CVCONTOH' },
      ['suratPermohonan', 'profilPerusahaan'],
    ],
    [
      'the institution of a government role',
      {
        ...without('namaBadanUsaha', 'npwp', 'jenisPelakuUsaha', 'bertindakSebagai'),
        jenisPengguna: 'ppk',
      },
      ['jenisKlpd', 'namaKlpd', 'satuanKerja'],
    ],
  ])('names %s where it is missing, with its place and what to do', (_title, changes, missing) => {
    const found = composed(changes);
    expect(ids(found)).toEqual([...missing, 'kontak']);
    for (const part of found.missing) {
      expect(part.pointer).toMatch(/^\//);
      expect(part.message).toMatch(/^\p{Lu}.*\.$/u);
      expect(part.label).not.toBe('');
    }
  });

  it('knows that a user ID was forgotten from one that was left out', () => {
    const account = { ...without('kodePaket', 'userIdSpse'), kategori: 'lupaKataSandi' };
    const forgotten = composed({ ...account, lupaUserId: true });
    expect(forgotten.missing[0]).toMatchObject({ id: 'userIdSpse' });
    expect(forgotten.missing[0]?.message).toContain('tidak ingat');
  });

  it('misses the classification where the analysis has none', () => {
    const { klasifikasi: _, ...bare } = analisis;
    expect(ids(composed({}, bare))).toContain('kategoriTeknis');
  });

  it('asks for fields that the consultation form has', () => {
    const schema = JSON.stringify(plainBatang.forms['consultation-form'].schema);
    for (const { pointer } of askedFields) expect(schema).toContain(`"${pointer.slice(1)}"`);
  });
});

describe('a package as text', () => {
  const zone = 'WIB';

  it('begins with the subject and the officer’s own words', () => {
    const text = packageText(composed(), { zone, ringkasan: 'Mohon bantuan.' });
    expect(text.startsWith('CV Contoh Sejahtera: Gagal mengunggah penawaran\n\nRINGKASAN\n')).toBe(
      true,
    );
    for (const part of ['TIKET LPSE', 'KRONOLOGI', 'galat.png', 'BELUM TERSEDIA'])
      expect(text).toContain(part);
  });

  it('fits into as many characters as there are, and says that it was cut', () => {
    const found = { ...composed(), judul: '😀'.repeat(500) };
    for (const limit of [120, 121, 122, 700]) {
      const text = packageText(found, { zone, limit });
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text).toContain('Dipersingkat');
      // A lone half of a pair cannot be written into an address.
      expect(() => encodeURIComponent(text)).not.toThrow();
    }
  });

  it('writes times as the record does, in the office’s zone', () => {
    expect(indonesianTime('2026-11-22T07:05:00Z', 'WIB')).toBe('22 November 2026 pukul 14.05 WIB');
    expect(indonesianTime('2026-12-31T16:30:00Z', 'WITA')).toBe('1 Januari 2027 pukul 00.30 WITA');
    expect(indonesianTime('kemarin', 'WIT')).toBe('kemarin');
  });

  it('can be composed for a case of another form, whose fields it does not know', () => {
    const desk = new Desk().do('register').do('submit', small);
    const found = composeEscalation({
      consultation: desk.case,
      events: desk.events,
      profile: desk.profile,
      officer,
    });
    expect(found.judul).toBe(`${small.nama}: Permasalahan pengguna SPSE`);
  });
});
