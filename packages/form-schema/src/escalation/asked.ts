import type { JsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { PackageSection } from './package.js';

/** A field of the consultation form that travels with an escalation. */
export interface AskedField {
  readonly pointer: Pointer;
  readonly section: PackageSection['id'];
  /** Its name where the form's own texts are not at hand. */
  readonly label: string;
  /** Whether the other side cannot work without it; by the form's value. */
  readonly needed: (form: JsonObject) => boolean;
}

const always = () => true;
const never = () => false;

const governmentRoles: readonly unknown[] = [
  'ppk',
  'pejabatPengadaan',
  'pokjaPemilihan',
  'paKpa',
  'kepalaUkpbj',
  'auditor',
  'adminAgency',
  'adminPpe',
  'verifikator',
];
const accountMatters: readonly unknown[] = [
  'lupaKataSandi',
  'loginSso',
  'perubahanData',
  'agregasiRoaming',
];
const packageMatters: readonly unknown[] = [
  'unggahDokumen',
  'unduhDokumen',
  'bukaDokumenPenawaran',
  'pemberianPenjelasan',
  'jadwalTahapan',
  'evaluasiSanggah',
  'kontrak',
];

const isVendor = (form: JsonObject): boolean => form['jenisPengguna'] === 'penyedia';
const isCompany = (form: JsonObject): boolean => form['jenisPelakuUsaha'] === 'badanUsaha';
const isGovernment = (form: JsonObject): boolean => governmentRoles.includes(form['jenisPengguna']);

/** What a change of e-mail, NPWP or legal form needs beside the form: a letter of request. */
export function needsLetter(form: JsonObject): boolean {
  return form['kategori'] === 'perubahanData';
}

/** In the order in which the other side's own forms ask. */
export const askedFields: readonly AskedField[] = [
  field('/nama', 'pelapor', 'Nama pelapor', always),
  field('/email', 'pelapor', 'Alamat surel', always),
  field('/telepon', 'pelapor', 'Nomor telepon', always),
  field('/alamat', 'pelapor', 'Alamat', never),
  field('/jenisPengguna', 'pelapor', 'Jenis pengguna', always),
  field('/jenisPelakuUsaha', 'pelapor', 'Jenis pelaku usaha', isVendor),
  field('/namaBadanUsaha', 'pelapor', 'Nama badan usaha', isCompany),
  field('/npwp', 'pelapor', 'NPWP', isVendor),
  field('/nib', 'pelapor', 'NIB', never),
  field('/bertindakSebagai', 'pelapor', 'Bertindak sebagai', never),
  field('/jenisKlpd', 'pelapor', 'Jenis instansi', isGovernment),
  field('/namaKlpd', 'pelapor', 'Nama K/L/PD', isGovernment),
  field('/satuanKerja', 'pelapor', 'Satuan kerja', isGovernment),
  field('/jabatan', 'pelapor', 'Jabatan', never),
  field('/userIdSpse', 'pelapor', 'User ID SPSE', (form) =>
    accountMatters.includes(form['kategori']),
  ),
  field('/tipe', 'permasalahan', 'Tipe', always),
  field('/aplikasi', 'permasalahan', 'Aplikasi', always),
  field('/kategori', 'permasalahan', 'Kategori', always),
  field('/kategoriLain', 'permasalahan', 'Kategori lain', never),
  field('/judul', 'permasalahan', 'Judul', always),
  field('/uraian', 'permasalahan', 'Uraian permasalahan', always),
  field('/waktuKejadian', 'permasalahan', 'Waktu kejadian', never),
  field('/kodeGalat', 'permasalahan', 'Kode/pesan galat', (form) =>
    ['pesanGalat', 'aksesLambat'].includes(String(form['kategori'])),
  ),
  field('/kodePaket', 'permasalahan', 'Kode tender/paket', (form) =>
    packageMatters.includes(form['kategori']),
  ),
  field(
    '/kodePaketKatalog',
    'permasalahan',
    'Kode paket katalog',
    (form) => form['kategori'] === 'epurchasing',
  ),
  field('/kodeRup', 'permasalahan', 'Kode RUP', (form) => form['kategori'] === 'rup'),
  field('/namaPaket', 'permasalahan', 'Nama paket', never),
  field('/tahapan', 'permasalahan', 'Tahapan', never),
  field('/batasWaktu', 'permasalahan', 'Batas waktu', never),
  field('/perangkat', 'permasalahan', 'Peramban dan sistem', never),
  field('/upayaAwal', 'penanganan', 'Upaya yang sudah dilakukan', always),
];

function field(
  pointer: Pointer,
  section: AskedField['section'],
  label: string,
  needed: AskedField['needed'],
): AskedField {
  return { pointer, section, label, needed };
}
