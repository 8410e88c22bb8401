import type { TextSource } from '../i18n/texts.js';

const id = {
  print: 'Cetak',
  revision: 'Revisi',
  effective: 'berlaku efektif',
  chart: 'Diagram alir prosedur',
  table: 'Tabel prosedur',
  no: 'No',
  activity: 'Uraian kegiatan',
  actors: 'Pelaksana',
  user: 'Pengguna SPSE',
  office: 'Bidang Layanan dan Dukungan',
  equipment: 'Perlengkapan',
  time: 'Waktu',
  output: 'Output',
  remark: 'Ket',
  place: 'Keberadaan',
  step: (no: number) => `Langkah ${no}`,
  done: 'selesai',
  current: 'sedang berjalan',
  times: (count: number) => `${count} kali`,
  yes: 'Ya',
  no2: 'Tidak',
  finish: 'Selesai',
  legend: 'Langkah yang selesai ditandai ✓, langkah yang berjalan ditandai ▶.',
  cancelled: 'Konsultasi ini dibatalkan pada langkah ini.',
};

export type ProcedureTexts = typeof id;

/** Words around the procedure; the words of its steps are the document's own. */
export const procedureTexts: TextSource<ProcedureTexts> = {
  id,
  en: async () => (await import('./procedure.en.js')).en,
};
