import type { TextSource } from '../i18n/texts.js';

/** The views of the queue that every office has. */
export type QueueGroup =
  'open' | 'mine' | 'check' | 'waiting' | 'handling' | 'escalated' | 'user' | 'done' | 'all';

const id = {
  heading: 'Antrean konsultasi',
  group: 'Tampilkan',
  groups: {
    open: 'Perlu ditangani',
    mine: 'Saya tangani',
    check: 'Pemeriksaan formulir',
    waiting: 'Menunggu dan dipanggil',
    handling: 'Sedang ditangani',
    escalated: 'Menunggu balasan LKPP',
    user: 'Di tangan pengguna',
    done: 'Selesai',
    all: 'Semua',
  } as { readonly [group in QueueGroup]: string },
  officeViews: 'Tampilan kantor',
  ownViews: 'Tampilan saya',
  counted: (name: string, count: string) => `${name} (${count})`,

  search: 'Cari nomor, nama, atau isi',
  sort: 'Urutkan',
  sorts: {
    registeredAt: 'Nomor, paling lama menunggu',
    '-registeredAt': 'Nomor, terbaru masuk',
    dueAt: 'Batas waktu terdekat',
    '-updatedAt': 'Terakhir berubah',
  } as { readonly [sort: string]: string },
  sortOfView: 'Urutan tampilan',

  narrow: 'Saring',
  narrowed: (count: number) => `Saring (${count})`,
  narrowing: 'Saringan',
  clear: 'Hapus saringan',
  state: 'Keadaan',
  everyState: 'Semua keadaan',
  category: 'Kategori',
  everyCategory: 'Semua kategori',
  priority: 'Prioritas',
  everyPriority: 'Semua prioritas',
  officer: 'Petugas',
  everyOfficer: 'Semua petugas',
  from: 'Masuk sejak',
  until: 'Masuk sampai',
  overdue: 'Melewati batas waktu',
  viewName: 'Nama tampilan',
  keepView: 'Simpan sebagai tampilan',
  viewKept: (name: string) => `Tampilan "${name}" disimpan di peramban ini.`,
  forgetView: (name: string) => `Hapus tampilan "${name}"`,

  list: 'Daftar konsultasi',
  keys: 'Tombol panah untuk berpindah, Enter untuk membuka, spasi untuk memilih.',
  empty: 'Tidak ada konsultasi di sini.',
  damaged: (count: string) =>
    `${count} konsultasi di sini rusak: catatannya pernah diubah dari luar dan tidak dapat dibuka. Mohon jangan menghapus apa pun, juga data peramban ini, dan hubungi pengelola LPSE. Laporan menyebutkan konsultasi yang mana.`,
  emptyDamaged: 'Tidak ada konsultasi yang dapat dibaca.',
  emptySearch: 'Tidak ada konsultasi yang cocok dengan pencarian atau saringan.',
  loadingRow: 'memuat…',
  fresh: (count: number) => `${count} baru · tampilkan`,
  arrived: (count: number) => `${count} konsultasi baru di antrean.`,
  shown: (count: string) => `${count} konsultasi`,
  escalated: (days: number) =>
    days === 0 ? 'eskalasi sejak hari ini' : `eskalasi ${days} hari kerja`,
  waiting: (duration: string) => `menunggu ${duration}`,
  noSubject: 'Formulir belum diisi',
  unread: 'Berubah sejak terakhir dibuka',
  seeAll: 'Tandai semua dibaca',
  atWork: (names: string) => `sedang dibuka ${names}`,

  choose: 'Pilih',
  chosen: (count: string) => `${count} dipilih`,
  chooseAll: (count: string) => `Pilih semua (${count})`,
  choosing: 'Mengambil daftar…',
  chooseNone: 'Selesai memilih',
  export: 'Ekspor',
  exportAs: 'Ekspor yang dipilih sebagai',
  formats: {
    csv: 'CSV',
    xlsx: 'Excel (XLSX)',
    json: 'Riwayat lengkap (JSON)',
  } as { readonly [format: string]: string },
  exporting: (done: string, all: string) => `Menyiapkan ${done} dari ${all}…`,
  exported: (count: string) => `${count} konsultasi diekspor.`,
  exportFailed: 'Ekspor belum berhasil. Silakan coba lagi.',
  exportPrivate: 'Berkas berisi data pribadi. Simpan di tempat yang aman.',
  print: 'Cetak',
  printed: (shown: string, all: string) => `${shown} dari ${all} konsultasi`,
  fileName: 'antrean-konsultasi',
  columns: {
    tiket: 'Nomor tiket',
    nomorAntrean: 'Nomor antrean',
    nama: 'Nama',
    judul: 'Pokok permasalahan',
    kategori: 'Kategori',
    keadaan: 'Keadaan',
    langkah: 'Langkah SOP',
    putaran: 'Putaran',
    prioritas: 'Prioritas',
    petugas: 'Petugas',
    loket: 'Loket',
    masuk: 'Masuk',
    batas: 'Batas waktu',
    diubah: 'Terakhir berubah',
  },
  waited: 'Menunggu',
  clock: 'Waktu langkah',
};

export type QueueTexts = typeof id;

/** Words of the queue. */
export const queueTexts: TextSource<QueueTexts> = {
  id,
  en: async () => (await import('./queue.en.js')).en,
};
