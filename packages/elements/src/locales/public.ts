import type { State, StepNumber } from '@lpse-konsultasi/form-schema';
import { formatRange } from '../i18n/format.js';
import type { TextSource } from '../i18n/texts.js';

/** Which wording of the privacy notice below was shown; it goes into the form. Change it with every change of the words. */
export const privacyNoticeVersion = '2026-11';

const id = {
  language: 'Bahasa',
  officeOpen: 'Buka sekarang',
  officeClosed: 'Sedang tutup',
  hoursToday: (hours: string) => `Layanan hari ini ${hours}`,
  closedToday: 'Hari ini tidak ada layanan',
  holiday: (name: string) => `Hari libur: ${name}`,
  openHours: 'Isian tetap dapat dikirim; petugas memeriksanya pada jam layanan.',

  title: 'Konsultasi permasalahan SPSE',
  lead: 'Isi buku tamu dan formulir konsultasi. Petugas kami memeriksanya, memanggil Bapak/Ibu, lalu memberikan jawaban tertulis.',
  duration: (minutes: number) => `Pengisian formulir sekitar ${minutes} menit.`,
  atHand: 'Yang perlu disiapkan',
  atHandItems: [
    'nama dan nomor telepon',
    'NPWP (penyedia) atau satuan kerja (instansi pemerintah)',
    'kode tender/paket dan pesan galat, bila ada',
    'tangkapan layar atau surat pendukung, bila ada',
  ],
  noPassword: 'Kami tidak pernah meminta kata sandi. Mohon jangan menuliskannya di mana pun.',

  track: 'Tahap konsultasi',
  trackPosition: (now: number, all: number) => `Tahap ${now} dari ${all}`,
  trackStages: ['Buku tamu', 'Formulir', 'Pemeriksaan dan panggilan', 'Jawaban'],

  guestBook: 'Buku tamu',
  guestBookLead: 'Silakan memperkenalkan diri. Setelah itu formulir konsultasi terbuka.',
  guestBookStaffLead: 'Silakan isi data tamu yang datang. Setelah itu tamu tercatat di antrean.',
  guestBookStaffSubmit: 'Catat tamu',
  form: 'Formulir konsultasi',
  correction: 'Mohon lengkapi formulir',
  correctionLead: 'Petugas telah memeriksa formulir Bapak/Ibu dan meminta perbaikan berikut.',
  correctionFields: 'Kolom yang perlu dilengkapi',
  correctionRest: 'Kolom lainnya tetap seperti yang telah Bapak/Ibu isi.',
  privacy: 'Pemberitahuan privasi',
  privacyNotice: (office: string) => [
    `${office} menggunakan data ini hanya untuk menangani permasalahan yang Bapak/Ibu sampaikan, sebagai pelaksanaan tugas pelayanan publik (UU 27/2022 Pasal 20 ayat (2) huruf e).`,
    'Yang dicatat: identitas dan kontak, perwakilan, uraian permasalahan, lampiran, serta waktu setiap langkah penanganan. Bila perlu dieskalasikan, data yang diperlukan diteruskan kepada LKPP.',
    'Formulir disimpan sesuai jadwal retensi arsip. Bapak/Ibu berhak meminta akses dan perbaikan data melalui petugas layanan.',
  ],

  ticket: 'Nomor tiket',
  queueNumber: 'Nomor antrean',
  codeMissing:
    'Kode akses belum dapat ditampilkan. Silakan muat ulang halaman ini saat tersambung ke internet.',
  keepNumber:
    'Simpan nomor ini. Halaman ini boleh ditutup dan dibuka kembali di peramban yang sama.',
  proceedTo: (counter: string) => `Silakan menuju loket ${counter}`,
  proceed: 'Silakan menuju meja layanan',
  turn: (before: number) =>
    before === 0 ? 'Bapak/Ibu berikutnya.' : `${before} antrean sebelum Bapak/Ibu.`,
  estimate: (from: number, until: number) =>
    from === 0
      ? `Perkiraan waktu tunggu sampai ${until} menit.`
      : `Perkiraan waktu tunggu ${formatRange(from, until)} menit.`,
  estimateEnds: 'Mungkin melewati jam layanan hari ini.',
  noEstimate: 'Waktu tunggu belum dapat diperkirakan.',
  calledNumber: (number: string) => `Nomor antrean ${number} dipanggil.`,
  headings: {
    draft: 'Formulir konsultasi',
    submitted: 'Formulir telah kami terima',
    reviewing: 'Formulir sedang diperiksa',
    incomplete: 'Formulir sedang diperiksa',
    queued: 'Menunggu panggilan',
    called: 'Bapak/Ibu dipanggil',
    'no-show': 'Panggilan terlewat',
    analysing: 'Permasalahan sedang dianalisis',
    answering: 'Jawaban sedang ditulis',
    escalating: 'Permasalahan diteruskan ke LKPP',
    'handing-over': 'Jawaban telah tersedia',
    archived: 'Konsultasi selesai',
    'follow-up': 'Balasan LKPP telah diterima',
    cancelled: 'Konsultasi dibatalkan',
  } as { readonly [state in State]: string },
  explanations: {
    draft: '',
    submitted: 'Petugas akan memeriksa kelengkapannya. Bapak/Ibu tidak perlu melakukan apa pun.',
    reviewing: 'Petugas sedang memeriksa kelengkapan formulir Bapak/Ibu.',
    incomplete: 'Petugas sedang menyiapkan catatan untuk Bapak/Ibu lengkapi.',
    queued: 'Formulir sudah lengkap. Mohon menunggu sampai nomor antrean dipanggil.',
    called: 'Mohon membawa bukti pendukung yang diperlukan.',
    'no-show':
      'Bapak/Ibu belum hadir saat dipanggil. Silakan melapor kepada petugas agar dipanggil kembali.',
    analysing: 'Petugas menggali informasi bersama Bapak/Ibu untuk menemukan solusi.',
    answering: 'Petugas menuliskan jawaban pada formulir Bapak/Ibu.',
    escalating: 'Permasalahan ini memerlukan penanganan LKPP. Petugas sedang mengirimkannya.',
    'handing-over': 'Petugas menyerahkan salinan formulir ini kepada Bapak/Ibu.',
    archived: 'Lembar asli telah diarsipkan. Salinannya dapat Bapak/Ibu cetak di bawah ini.',
    'follow-up': 'Petugas sedang menuliskan jawaban tindak lanjut.',
    cancelled:
      'Konsultasi ini tidak dilanjutkan. Bapak/Ibu dapat memulai konsultasi baru kapan saja.',
  } as { readonly [state in State]: string },
  reopenedHeading: 'Keterangan Bapak/Ibu sedang ditindaklanjuti',
  escalatedHeading: 'Permasalahan telah dieskalasikan',
  escalated: 'Permasalahan ini telah diteruskan ke LKPP. Balasannya akan tampil di halaman ini.',
  escalatedNumber: (number: string) => `Nomor tiket di LKPP: ${number}.`,

  next: 'Langkah selanjutnya',
  now: 'sedang berlangsung',
  done: 'selesai',
  stepNumber: (no: number) => `Langkah ${no}`,
  atMost: (minutes: number) => `paling lama ${minutes} menit`,
  steps: {
    1: 'Mengisi buku tamu',
    2: 'Menerima formulir konsultasi',
    3: 'Mengisi dan menyerahkan formulir',
    4: 'Petugas memeriksa kelengkapan formulir',
    5: 'Petugas meminta Bapak/Ibu melengkapi formulir',
    6: 'Petugas menerima formulir dan memberi nomor antrean',
    7: 'Petugas memanggil Bapak/Ibu',
    8: 'Petugas menganalisis permasalahan bersama Bapak/Ibu',
    9: 'Petugas menuliskan jawaban, atau meneruskannya ke LKPP',
    10: 'Petugas meneruskan permasalahan ke LKPP',
    11: 'Petugas menyerahkan salinan dan mengarsipkan lembar asli',
  } as { readonly [step in StepNumber]: string },
  answerStep: 'Petugas menuliskan jawaban',

  sheet: 'Salinan formulir konsultasi',
  print: 'Cetak salinan',
  showForm: 'Lihat isian formulir',
  cancel: 'Batalkan konsultasi',
  cancelAsk: 'Batalkan konsultasi ini? Isian yang telah dikirim tidak akan diproses.',
  cancelYes: 'Ya, batalkan',
  cancelNo: 'Tidak, lanjutkan menunggu',
  anew: 'Mulai konsultasi baru',
  missing:
    'Konsultasi sebelumnya tidak ditemukan lagi di peramban ini, mungkin karena datanya telah dihapus. Silakan mulai konsultasi baru.',
};

export type PublicTexts = typeof id;

/** What the public page says. */
export const publicTexts: TextSource<PublicTexts> = {
  id,
  en: async () => (await import('./public.en.js')).en,
};
