import type { TextSource } from '../i18n/texts.js';

const refusal =
  'tidak satu nilai pun benar di sini, jadi tidak ditanyakan; hapus, atau tulis nilai yang boleh diisi.';

const id = {
  title: 'Catatan bagi pengembang formulir',
  lead: 'Bagian skema berikut tetap diperiksa, tetapi tidak dapat ditanyakan seutuhnya. Kotak ini hilang dengan atribut no-notices.',
  keywords: {
    nullable: 'bukan kata kunci JSON Schema; tulis "null" di antara nilai type.',
    required: 'bukan daftar nama; tulis nama-nama yang wajib pada objek yang memuatnya.',
    exclusiveMinimum: 'bukan angka; tulis batasnya sendiri sebagai nilai.',
    exclusiveMaximum: 'bukan angka; tulis batasnya sendiri sebagai nilai.',
    $recursiveRef: 'gunakan $ref atau $dynamicRef.',
    $ref: 'tidak mengarah ke bagian mana pun dari skema ini.',
    contentSchema: 'isi teks tidak ditanyakan sebagai isian tersendiri.',
    false: refusal,
    not: refusal,
    enum: refusal,
    type: refusal,
    oneOf: refusal,
    anyOf: refusal,
    unevaluatedItems: 'butir di luar prefixItems tidak ditanyakan; gunakan items.',
  },
  properties: {
    required: 'wajib ada, tetapi tidak satu isian pun menanyakannya; tambahkan pada properties.',
    readOnly: 'wajib ada dan hanya dapat dibaca; berikan default, const, atau nilai awal.',
  },
};

export type NoticeTexts = typeof id;

/** What whoever writes a schema is told. */
export const noticeTexts: TextSource<NoticeTexts> = {
  id,
  en: async () => (await import('./notices.en.js')).en,
};
