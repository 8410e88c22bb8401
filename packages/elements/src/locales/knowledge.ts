import type { TextSource } from '../i18n/texts.js';

/** A similarity from 0 to 1 in words and as a number. */
function similar(words: readonly [string, string, string], similarity: number): string {
  const word = words[similarity >= 0.75 ? 0 : similarity >= 0.45 ? 1 : 2];
  return `${word} (${Math.round(similarity * 100)} %)`;
}

const id = {
  heading: 'Saran jawaban',
  search: 'Cari jawaban terdahulu',
  canned: 'jawaban siap pakai',
  earlier: 'konsultasi terdahulu',
  similar: (similarity: number) => similar(['Sangat mirip', 'Mirip', 'Agak mirip'], similarity),
  uses: (count: number) => `dipakai ${count} kali`,
  confirmed: 'terbukti menyelesaikan',
  references: (list: string) => `Rujukan: ${list}`,
  insert: 'Sisipkan ke jawaban',
  insertHint: 'atau tekan Ctrl+Enter pada judulnya',
  inserted: 'Jawaban sudah disisipkan. Silakan sesuaikan sebelum diparaf.',
  reading: 'Membaca jawaban terdahulu…',
  failed: 'Jawaban terdahulu belum dapat dibaca semua.',
  nothing: 'Belum ada saran. Saran muncul sambil jawaban ditulis.',
  count: (count: number) => `${count} saran. Nama dan nomor orang tidak ditampilkan.`,
};

export type KnowledgeTexts = typeof id;

/** Words of the suggested answers. */
export const knowledgeTexts: TextSource<KnowledgeTexts> = {
  id,
  en: async () => (await import('./knowledge.en.js')).en,
};

export { similar as similarityWords };
