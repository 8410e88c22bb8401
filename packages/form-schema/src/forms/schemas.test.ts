import { describe, expect, it } from 'vitest';
import { catalogue } from '../generated/catalogue.js';
import { profile as base } from '../generated/profiles/base.js';
import { profile as batang } from '../generated/profiles/batang.js';
import { profile as publicBatang } from '../generated/profiles/batang.public.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import { declarationsOf, fieldPaths } from '../profile/declarations.js';
import { publicFormIds } from '../profile/profile.js';
import { asksForPassword } from '../profile/rules.js';
import type { FormId } from './form.js';
import { formIds } from './form.js';

const hash = 'a'.repeat(64);
const lampiran = {
  jenis: 'tangkapanLayar',
  nama: 'a.png',
  mime: 'image/png',
  ukuran: 9,
  sha256: hash,
};

/** A form that is right, and as short as the rules allow. */
const form: JsonObject = {
  nama: 'Sukarno',
  telepon: '+6281234567890',
  jenisPengguna: 'publik',
  tipe: 'masalah',
  aplikasi: 'spse',
  kategori: 'pesanGalat',
  judul: 'Muncul pesan galat',
  uraian: 'Muncul pesan galat saat membuka halaman.',
  pemberitahuanPrivasi: true,
  pernyataanBenar: true,
};
const vendor = {
  jenisPengguna: 'penyedia',
  jenisPelakuUsaha: 'perorangan',
  npwp: '012345678901234',
  bertindakSebagai: 'pimpinan',
};
const government = {
  jenisPengguna: 'ppk',
  jenisKlpd: 'kabupaten',
  namaKlpd: 'Kabupaten Contoh',
  satuanKerja: 'Dinas Contoh',
};
const review = { hasil: 'lengkap', daftarPeriksa: [{ butir: 'a', terpenuhi: true }] };
const paraf = { namaPetugas: 'Budi Contoh', jabatan: 'Petugas', cara: 'kertas' };
const solution = { jawaban: 'Silakan coba kembali.', paraf };
const escalation = {
  tujuan: 'lkpp',
  kanal: 'tts',
  alasan: 'Perlu LKPP.',
  ringkasan: 'Tidak dapat masuk sejak kemarin.',
  kronologi: [{ waktu: '2026-11-20T09:00:00+07:00', peristiwa: 'Gagal masuk' }],
  statusNomor: 'menunggu',
  waktuKirim: '2026-11-20T10:00:00+07:00',
};
const copy = {
  salinan: { cara: 'cetak', penerima: 'Sukarno' },
  arsip: { kodeKlasifikasi: '000.3.3', lokasi: 'Lemari 1', bentuk: 'kertas' },
};

type Case = readonly [form: FormId, title: string, value: JsonObject, problems: readonly string[]];

const F = 'consultation-form';
const cases: readonly Case[] = [
  ['guest-book', 'a name and a channel are enough', { nama: 'Sukarno', kanal: 'tatapMuka' }, []],
  [
    'guest-book',
    'a ticket is issued, not given',
    { nama: 'Sukarno', kanal: 'surat', tiket: 'X' },
    ['/tiket unevaluatedProperties'],
  ],
  [
    'guest-book',
    'nobody has come tomorrow',
    { nama: 'Sukarno', kanal: 'surat', waktuDatang: '2999-01-01T00:00:00+07:00' },
    ['/waktuDatang x-notFuture'],
  ],
  [F, 'the shortest form is right', form, []],
  [F, 'a field that nobody knows', { ...form, warna: 'merah' }, ['/warna unevaluatedProperties']],
  [
    F,
    'a field that is called like a member of every object',
    { ...form, toString: 'x' },
    ['/toString unevaluatedProperties'],
  ],
  [F, 'a one-letter name', { ...form, nama: 'A' }, ['/nama minLength']],
  [
    F,
    'a number that is not normal yet',
    { ...form, telepon: '081234567890' },
    ['/telepon pattern'],
  ],
  [F, 'a land line in Jakarta', { ...form, telepon: '+622129935577' }, []],
  [F, 'an e-mail address without a domain', { ...form, email: 'a@b' }, ['/email format']],
  [F, 'from afar without e-mail', { ...form, kanal: 'telepon' }, ['/email required']],
  [F, 'in person without e-mail', { ...form, kanal: 'tatapMuka' }, []],
  [F, 'a copy by e-mail without e-mail', { ...form, salinanMelalui: 'surel' }, ['/email required']],
  [
    F,
    'a NIK, which the core does not ask for',
    { ...form, nik: '3325010101800001' },
    ['/nik unevaluatedProperties'],
  ],
  [
    F,
    'a vendor without particulars',
    { ...form, jenisPengguna: 'penyedia' },
    ['/jenisPelakuUsaha required', '/npwp required', '/bertindakSebagai required'],
  ],
  [F, 'a vendor with particulars', { ...form, ...vendor }, []],
  [F, 'a vendor to be needs none', { ...form, jenisPengguna: 'calonPenyedia' }, []],
  [
    F,
    'a company without a name',
    { ...form, ...vendor, jenisPelakuUsaha: 'badanUsaha' },
    ['/namaBadanUsaha required'],
  ],
  [
    F,
    'a tax number of 14 digits',
    { ...form, ...vendor, npwp: '12345678901234' },
    ['/npwp pattern'],
  ],
  [F, 'a tax number of 16 digits', { ...form, ...vendor, npwp: '0012345678901234' }, []],
  [
    F,
    'a business number of 12 digits',
    { ...form, ...vendor, nib: '123456789012' },
    ['/nib pattern'],
  ],
  [
    F,
    'the public with a tax number',
    { ...form, npwp: '012345678901234' },
    ['/npwp unevaluatedProperties'],
  ],
  [
    F,
    'an officer without an institution',
    { ...form, jenisPengguna: 'auditor' },
    ['/jenisKlpd required', '/namaKlpd required', '/satuanKerja required'],
  ],
  [F, 'an officer with one', { ...form, ...government, nip: '198001012005011001' }, []],
  [
    F,
    'a civil-servant number of 17 digits',
    { ...form, ...government, nip: '19800101200501100' },
    ['/nip pattern'],
  ],
  [
    F,
    'a proxy without power of attorney',
    { ...form, ...vendor, bertindakSebagai: 'kuasa' },
    ['/lampiran required'],
  ],
  [
    F,
    'a proxy with another letter',
    { ...form, ...vendor, bertindakSebagai: 'kuasa', lampiran: [lampiran] },
    ['/lampiran contains'],
  ],
  [
    F,
    'a proxy with power of attorney',
    {
      ...form,
      ...vendor,
      bertindakSebagai: 'kuasa',
      lampiran: [{ ...lampiran, jenis: 'suratKuasa' }],
    },
    [],
  ],
  [F, 'another category unnamed', { ...form, kategori: 'lainnya' }, ['/kategoriLain required']],
  [
    F,
    'a forgotten password without user ID',
    { ...form, kategori: 'lupaKataSandi' },
    ['/userIdSpse required'],
  ],
  [F, 'a forgotten user ID', { ...form, kategori: 'lupaKataSandi', lupaUserId: true }, []],
  [
    F,
    'a user ID that is remembered',
    { ...form, kategori: 'loginSso', lupaUserId: false, userIdSpse: 'CONTOH' },
    [],
  ],
  [
    F,
    'an upload without package code',
    { ...form, kategori: 'unggahDokumen' },
    ['/kodePaket required'],
  ],
  [
    F,
    'a package code of 11 digits',
    { ...form, kategori: 'kontrak', kodePaket: '10080116000' },
    [],
  ],
  [
    F,
    'a package code with letters',
    { ...form, kategori: 'kontrak', kodePaket: 'AB-12345' },
    ['/kodePaket pattern'],
  ],
  [
    F,
    'a catalogue code in any words',
    { ...form, kategori: 'epurchasing', kodePaketKatalog: 'EP-01/X' },
    [],
  ],
  [F, 'a plan without its code', { ...form, kategori: 'rup' }, ['/kodeRup required']],
  [F, 'a plan code of 6 digits', { ...form, kodeRup: '123456' }, ['/kodeRup pattern']],
  [
    F,
    'a change of data without letter',
    { ...form, kategori: 'perubahanData', userIdSpse: 'X', lampiran: [lampiran] },
    ['/lampiran contains'],
  ],
  [
    F,
    'a change of data with letter',
    {
      ...form,
      kategori: 'perubahanData',
      userIdSpse: 'X',
      lampiran: [{ ...lampiran, jenis: 'suratPermohonan' }],
    },
    [],
  ],
  [
    F,
    'an incident to come',
    { ...form, waktuKejadian: '2999-01-01T00:00:00+07:00' },
    ['/waktuKejadian x-notFuture'],
  ],
  [F, 'a deadline to come', { ...form, batasWaktu: '2999-01-01T00:00:00+07:00' }, []],
  [
    F,
    'a time without an offset',
    { ...form, waktuKejadian: '2026-01-01T00:00:00' },
    ['/waktuKejadian format'],
  ],
  [
    F,
    'six attachments',
    { ...form, lampiran: Array<Json>(6).fill(lampiran) },
    ['/lampiran maxItems'],
  ],
  [
    F,
    'an attachment of 6 MiB',
    { ...form, lampiran: [{ ...lampiran, ukuran: 6291456 }] },
    ['/lampiran/0/ukuran maximum'],
  ],
  [
    F,
    'a video, which the core does not take',
    { ...form, lampiran: [{ ...lampiran, mime: 'video/mp4' }] },
    ['/lampiran/0/mime enum'],
  ],
  [
    F,
    'a description of 4,001 letters',
    { ...form, uraian: 'a'.repeat(4001) },
    ['/uraian maxLength'],
  ],
  [F, 'letters are counted, not code units', { ...form, judul: '😀'.repeat(120) }, []],
  [
    F,
    'the notice not read',
    { ...form, pemberitahuanPrivasi: false },
    ['/pemberitahuanPrivasi const'],
  ],
  [F, 'a permission not given', { ...form, izin: { pesanInstan: false } }, []],
  ['review', 'complete', review, []],
  ['review', 'complete, against the findings', { ...review, alasan: 'Sudah dibahas.' }, []],
  [
    'review',
    'incomplete without particulars',
    { ...review, hasil: 'belumLengkap' },
    ['/kolomKurang required', '/alasan required'],
  ],
  [
    'review',
    'incomplete in nothing',
    { ...review, hasil: 'belumLengkap', kolomKurang: [], alasan: 'Kurang.' },
    ['/kolomKurang minItems'],
  ],
  [
    'review',
    'incomplete in one field',
    { ...review, hasil: 'belumLengkap', kolomKurang: ['/npwp'], alasan: 'Kurang.' },
    [],
  ],
  [
    'review',
    'complete with fields to mend',
    { ...review, kolomKurang: ['/npwp'] },
    ['/kolomKurang unevaluatedProperties'],
  ],
  ['call', 'a method', { metode: 'suara', loket: '1' }, []],
  ['call', 'by smoke signal', { metode: 'asap' }, ['/metode enum']],
  ['attendance', 'came', { hasil: 'hadir' }, []],
  ['analysis', 'no decision', { informasiTambahan: 'Ada.' }, ['/solusiDitemukan required']],
  [
    'analysis',
    'a decision',
    { informasiTambahan: 'Ada.', solusiDitemukan: false, klasifikasi: { urgensi: 'mendesak' } },
    [],
  ],
  ['solution', 'initials on paper', solution, []],
  [
    'solution',
    'an answer without initials',
    { jawaban: 'Silakan coba kembali.' },
    ['/paraf required'],
  ],
  [
    'solution',
    'typed initials without letters',
    { ...solution, paraf: { ...paraf, cara: 'diketik' } },
    ['/paraf/inisial required'],
  ],
  [
    'solution',
    'typed initials',
    { ...solution, paraf: { ...paraf, cara: 'diketik', inisial: 'BC' } },
    [],
  ],
  [
    'solution',
    'too many letters',
    { ...solution, paraf: { ...paraf, cara: 'diketik', inisial: 'ABCDEF' } },
    ['/paraf/inisial maxLength'],
  ],
  [
    'solution',
    'drawn initials',
    { ...solution, paraf: { ...paraf, cara: 'digambar', gambar: 'M 1 2 L 3 4' } },
    [],
  ],
  [
    'solution',
    'a drawing that is none',
    { ...solution, paraf: { ...paraf, cara: 'digambar', gambar: '<svg onload=x>' } },
    ['/paraf/gambar pattern'],
  ],
  [
    'solution',
    'a hash without officer and time',
    { ...solution, paraf: { ...paraf, hashIsi: hash } },
    ['/paraf/petugasId dependentRequired', '/paraf/waktu dependentRequired'],
  ],
  ['escalation', 'a number still to come', escalation, []],
  [
    'escalation',
    'a number that is said to exist',
    { ...escalation, statusNomor: 'terbit' },
    ['/nomorLuar required'],
  ],
  ['escalation', 'no chronology', { ...escalation, kronologi: [] }, ['/kronologi minItems']],
  ['copy-archive', 'a copy handed over', copy, []],
  ['copy-archive', 'a copy declined', { ...copy, salinan: { cara: 'ditolak' } }, []],
  [
    'copy-archive',
    'a copy to nobody',
    { ...copy, salinan: { cara: 'surel' } },
    ['/salinan/penerima required'],
  ],
  [
    'lkpp-reply',
    'a reply',
    { waktu: '2026-11-24T13:00:00+07:00', dari: 'LKPP', jawaban: 'Selesai.' },
    [],
  ],
  ['external-number', 'a number', { nomorLuar: 'INC-2026-1' }, []],
  ['external-number', 'no number', {}, ['/nomorLuar required']],
  ['reminder', 'a channel', { kanal: 'email' }, []],
  ['reminder', 'no channel', { catatan: 'Diminta menunggu.' }, ['/kanal required']],
  ['reminder', 'a channel that nobody knows', { kanal: 'merpati' }, ['/kanal enum']],
  ['revocation', 'a reason', { alasan: 'Solusi ditemukan di sini.' }, []],
  ['revocation', 'hardly a reason', { alasan: 'ya' }, ['/alasan minLength']],
  ['reopening', 'what is not solved', { alasan: 'Masih gagal masuk.' }, []],
  ['reopening', 'without a word', {}, ['/alasan required']],
  ['reopening', 'with hardly a word', { alasan: 'gagal' }, ['/alasan minLength']],
  ['cancellation', 'without a reason', {}, []],
  ['cancellation', 'with hardly a reason', { alasan: 'ya' }, ['/alasan minLength']],
  [
    'deviation',
    'a reason',
    { langkah: 8, putaran: 1, jenis: 'waktu', alasan: 'Listrik padam.' },
    [],
  ],
  [
    'deviation',
    'a twelfth step',
    { langkah: 12, putaran: 1, jenis: 'waktu', alasan: 'Listrik padam.' },
    ['/langkah maximum'],
  ],
];

describe('the forms of the procedure', () => {
  it.each(cases)('%s: %s', (id, _title, value, problems) => {
    const found = batang.forms[id].validate(value);
    expect(found.map(({ pointer, keyword }) => `${pointer} ${keyword}`).sort()).toEqual(
      [...problems].sort(),
    );
  });

  it('bound every text and every list', () => {
    const open = formIds.flatMap((id) => {
      const { schema } = catalogue.forms[id];
      return [...fieldPaths(schema)].flatMap((path) =>
        declarationsOf(schema, path)
          .filter(({ defines, schema: field }) => defines && isOpen(field))
          .map(() => `${id} ${path}`),
      );
    });
    expect(open).toEqual([]);
  });

  it('have no field for a password', () => {
    for (const id of formIds)
      for (const path of fieldPaths(catalogue.forms[id].schema))
        expect(asksForPassword(path.replaceAll('/', ' ')), path).toBe(false);
  });

  it('are schemas of their own, each with its address and its title', () => {
    const ids = formIds.map((id) => catalogue.forms[id].schema['$id']);
    expect(new Set(ids).size).toBe(formIds.length);
    for (const id of formIds) expect(catalogue.forms[id].schema['title']).toBeTruthy();
  });
});

function isOpen(field: JsonObject): boolean {
  if (field['enum'] || field['const'] !== undefined) return false;
  if (field['type'] === 'string') return field['maxLength'] === undefined;
  return field['type'] === 'array' && field['maxItems'] === undefined;
}

describe('the shipped profiles', () => {
  it('give a public page the forms of the public, the very same', () => {
    expect(Object.keys(publicBatang.forms)).toEqual([...publicFormIds]);
    for (const id of publicFormIds) expect(publicBatang.forms[id]).toBe(batang.forms[id]);
  });

  it('share what they do not change', () => {
    expect(batang.forms['consultation-form']).toBe(base.forms['consultation-form']);
  });

  it('let the seed escalate to LKPP alone, as its SOP says', () => {
    const value = { ...escalation, tujuan: 'adminPpe' };
    expect(base.forms.escalation.validate(value)).toEqual([]);
    expect(batang.forms.escalation.validate(value).map(({ keyword }) => keyword)).toEqual(['enum']);
  });

  it('have no switch left in their forms', () => {
    for (const id of formIds) {
      const { schema } = batang.forms[id];
      expect(isJsonObject(schema) && JSON.stringify(schema).includes('pilihan')).toBe(false);
    }
  });
});
