import type { DeviationKind } from '@lpse-konsultasi/form-schema';
import type { TextSource } from '../i18n/texts.js';

const id = {
  heading: 'Laporan layanan konsultasi',
  from: 'Dari tanggal',
  until: 'Sampai tanggal',
  by: 'Per',
  units: { day: 'hari', week: 'minggu', month: 'bulan' },
  show: 'Tampilkan',
  loading: 'Menghitung dari catatan…',
  print: 'Cetak',
  csv: 'Unduh CSV',
  xlsx: 'Unduh XLSX',
  logCsv: 'Catatan helpdesk (CSV)',
  logXlsx: 'Catatan helpdesk (XLSX)',
  badPeriod: 'Mohon pilih tanggal akhir yang tidak mendahului tanggal awal.',
  nothing: 'Tidak ada konsultasi pada masa ini.',
  volume: (registered: string, archived: string, open: string) =>
    `${registered} konsultasi masuk, ${archived} selesai diarsipkan, ${open} masih terbuka pada akhir masa.`,
  within: (share: string) => `${share} langkah selesai dalam batas waktu`,
  up: (points: string) => `, naik ${points} poin dari masa sebelumnya.`,
  down: (points: string) => `, turun ${points} poin dari masa sebelumnya.`,
  same: ', sama dengan masa sebelumnya.',
  waiting: (median: string, p90: string) =>
    `Separuh pengguna menunggu paling lama ${median} sampai dipanggil; sembilan dari sepuluh paling lama ${p90}.`,
  escalated: (sent: string, open: string) =>
    `${sent} permasalahan dieskalasikan; ${open} masih menunggu balasan.`,
  deviations: (count: string, explained: string) =>
    `${count} penyimpangan, ${explained} sudah dijelaskan.`,
  noDeviations: 'Tidak ada penyimpangan.',
  survey: (index: string, grade: string, respondents: string) =>
    `Indeks kepuasan ${index} (mutu ${grade}) dari ${respondents} penilaian.`,
  surveyFew: (respondents: string) =>
    `Baru ${respondents} penilaian: terlalu sedikit untuk ditampilkan tanpa membuka siapa yang menilai.`,
  surveyHead: 'Survei kepuasan per unsur',
  element: 'Unsur',
  mark: (mark: string) => `Nilai ${mark}`,
  mean: 'Rata-rata (1–4)',
  wishes: 'Saran',
  damaged: (count: string) =>
    `${count} catatan konsultasi rusak dan tidak dihitung. Jangan dihapus; hubungi pengelola LPSE.`,
  damagedAt: (id: string, seq: number) => `${id}: catatan ke-${seq} yang pertama salah`,
  chart: 'Konsultasi masuk',
  bucket: 'Masa',
  registered: 'Masuk',
  archived: 'Diarsipkan',
  withinHead: 'Dalam batas',
  steps: 'Waktu setiap langkah',
  step: 'Langkah',
  count: 'Jumlah',
  limit: 'Batas',
  median: 'Median',
  p90: '90% dalam',
  noLimit: 'tanpa batas',
  categories: 'Kategori',
  channels: 'Media pelaporan',
  users: 'Jenis pengguna',
  states: 'Keadaan',
  officers: 'Petugas',
  officer: 'Nama',
  cases: 'Konsultasi',
  answered: 'Dijawab',
  unknown: 'Belum diketahui',
  deviationsHead: 'Penyimpangan dan penjelasannya',
  ticket: 'No. tiket',
  kind: 'Jenis',
  kinds: { waktu: 'Waktu', perlengkapan: 'Perlengkapan', output: 'Output' } as {
    readonly [kind in DeviationKind]: string;
  },
  over: (minutes: string) => `lewat ${minutes}`,
  explanation: 'Penjelasan',
  unexplained: 'Belum dijelaskan',
  rounds: (count: string) => `Formulir dikembalikan ${count} kali untuk dilengkapi.`,
  noShows: (count: string) => `${count} panggilan tidak dihadiri.`,
  cancelled: (count: string) => `${count} dibatalkan.`,
  table: 'Lihat sebagai tabel',
};

export type ReportTexts = typeof id;

/** Words of the report. */
export const reportTexts: TextSource<ReportTexts> = {
  id,
  en: async () => (await import('./report.en.js')).en,
};
