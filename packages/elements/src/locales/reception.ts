import type { TextSource } from '../i18n/texts.js';

const id = {
  heading: 'Penerimaan',
  lead: 'Isi untuk tamu yang datang, menelepon, atau menyerahkan formulir kertas. Catatan menyebut siapa yang mengisikan dan atas nama siapa.',
  source: 'Cara tamu menghubungi',
  sources: {
    tatapMuka: 'Datang langsung',
    telepon: 'Telepon',
    email: 'Surel',
    pesanInstan: 'WhatsApp',
    surat: 'Surat',
    kertas: 'Formulir kertas',
  },
  paperHint:
    'Isi waktu yang tertulis pada kertas. Waktu pengisian ke sistem dicatat tersendiri dan tidak dihitung sebagai keterlambatan tamu.',
  guest: 'Untuk',
  newGuest: 'Tamu baru',
  submit: 'Simpan dan ajukan',
  asIs: 'Simpan apa adanya',
  asIsHint: 'Bila kertas belum lengkap: petugas pemeriksa akan memintanya dilengkapi.',
  handOut: 'Catat tamu, beri formulir kosong',
  printBlank: 'Cetak formulir kosong',
  empty: 'Kosongkan isian',
  savedHeading: 'Tersimpan',
  savedBy: (officer: string, guest: string) => `Diisikan oleh ${officer} atas nama ${guest}.`,
  handedOut: 'Formulir kosong diberikan. Pilih tiket ini pada “Untuk” bila formulirnya kembali.',
  ticket: 'Nomor tiket',
  slipLanguage: 'Bahasa bukti',
  printSlip: 'Cetak bukti',
  another: 'Entri berikutnya',
  forbidden: 'Peran ini tidak dapat mendaftarkan tamu.',
} as const;

type Words<T> = {
  readonly [key in keyof T]: T[key] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[key] extends string
      ? string
      : Words<T[key]>;
};

export type ReceptionTexts = Words<typeof id>;

export const receptionTexts: TextSource<ReceptionTexts> = {
  id,
  en: async () => (await import('./reception.en.js')).receptionEn,
};
