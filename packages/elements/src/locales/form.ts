import { withMessages } from '../i18n/messages.js';
import type { TextSource } from '../i18n/texts.js';

const id = {
  optional: '(opsional)',
  allRequired: 'Semua isian wajib diisi, kecuali yang bertanda (opsional).',
  error: 'Perlu diperbaiki:',
  example: (example: string) => `Contoh: ${example}`,
  help: 'Penjelasan',
  developer: 'Untuk pengembang',
  summary: (count: number) => `Ada ${count} isian yang perlu diperbaiki`,
  summaryHint: 'Pilih salah satu untuk langsung menuju isian tersebut.',
  summaryOfForm: 'Formulir ini belum dapat dikirim',
  summaryMore: (count: number) => `Masih ada ${count} isian lain; semuanya ditandai di formulir.`,
  submit: 'Kirim',
  stepOf: (now: number, all: number, title: string) => `Langkah ${now} dari ${all} · ${title}`,
  part: (number: number) => `Bagian ${number}`,
  index: 'Bagian formulir',
  indexComplete: 'Lengkap',
  indexProblems: (count: number) => `${count} perlu diperbaiki`,
  next: 'Lanjut',
  back: 'Kembali',
  check: 'Periksa jawaban',
  checkHint: 'Silakan periksa sekali lagi sebelum menyerahkan.',
  change: 'Ubah',
  changeSection: (title: string) => `Ubah ${title}`,
  busy: 'Sedang mengirim…',
  loading: 'Sedang menyiapkan formulir…',
  unusable: 'Formulir ini belum dapat ditampilkan',
  unusableHint:
    'Susunan formulir tidak dapat dibaca. Silakan hubungi pengelola situs ini dan sebutkan kode berikut.',
  brokenField: 'Isian ini belum dapat ditampilkan. Silakan hubungi pengelola situs ini.',
  empty: 'Tidak diisi',
  unseen: 'Tidak ditampilkan',
  yes: 'Ya',
  no: 'Tidak',
  choose: 'Silakan pilih',
  clear: 'Kosongkan pilihan',
  charactersLeft: (count: number) => `Tersisa ${count} karakter`,
  charactersOver: (count: number) => `Kelebihan ${count} karakter`,
  incompleteDate: 'Mohon lengkapi tanggal, bulan, dan tahun. Contoh: 22/11/2026.',
  numberTooLong:
    'Angka ini lebih panjang daripada yang dapat dihitung dengan tepat. Mohon tulis paling banyak 15 angka.',
  wrongDate: {
    day: 'Tanggal ditulis dengan angka 1 sampai 31.',
    dayOfMonth: 'Bulan itu tidak mempunyai tanggal tersebut.',
    month: 'Mohon tulis tanggal dahulu, lalu bulan dengan angka 1 sampai 12.',
    year: 'Tahun ditulis dengan empat angka.',
    time: 'Jam ditulis dari 00.00 sampai 23.59.',
  },
  dateTimeExample: '22/11/2026 14.05',
  incompleteDateTime: 'Mohon lengkapi tanggal beserta jamnya. Contoh: 22/11/2026 14.05.',

  item: 'Baris',
  itemOf: (item: string, position: number, count: number) => `${item} ${position} dari ${count}`,
  add: 'Tambah baris',
  addItem: (item: string) => `Tambah ${item}`,
  remove: 'Hapus',
  removeItem: (item: string) => `Hapus ${item}`,
  moveUp: 'Naikkan',
  moveUpItem: (item: string) => `Naikkan ${item}`,
  moveDown: 'Turunkan',
  moveDownItem: (item: string) => `Turunkan ${item}`,
  removed: (item: string) => `${item} dihapus.`,
  moved: (item: string, position: number) => `${item} kini di urutan ${position}.`,
  undo: 'Batalkan penghapusan',
  restored: (item: string) => `${item} dikembalikan.`,
  listFull: (max: number) => `Sudah mencapai jumlah paling banyak, yaitu ${max}.`,
  noItems: 'Belum ada.',

  tagAdd: 'Tambah',
  tagHint: 'Ketik lalu tekan Enter.',

  filesPending: 'Mohon tunggu sampai semua berkas selesai diunggah.',
  filesStopped: (names: string) =>
    `Berkas yang belum selesai diunggah saat susunan baris berubah: ${names}. Silakan pilih lagi di barisnya.`,
  filesFailed: 'Ada berkas yang belum terlampir. Silakan coba lagi, atau hapus dari daftar.',

  signatureDrawn: 'Paraf sudah digambar',
  signatureUnwritable: 'Mohon gunakan huruf Latin. Contoh: RW.',
};

export type FormElementTexts = typeof id;

/** Words of the form itself; what a field is called and what its messages say comes from the form's own texts. */
export const formTexts: TextSource<FormElementTexts> = {
  id,
  en: () => withMessages(import('./form.en.js')),
};
