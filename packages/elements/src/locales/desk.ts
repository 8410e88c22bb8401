import type { CommandType, DeviationKind, EventType, State } from '@lpse-konsultasi/form-schema';
import type { TextSource } from '../i18n/texts.js';

/** The filters of the queue, each a group of states. */
export type QueueGroup = 'open' | 'check' | 'waiting' | 'handling' | 'user' | 'done' | 'all';

const id = {
  states: {
    draft: 'Menunggu isian pengguna',
    submitted: 'Menunggu diperiksa',
    reviewing: 'Sedang diperiksa',
    incomplete: 'Belum lengkap',
    queued: 'Menunggu dipanggil',
    called: 'Dipanggil',
    'no-show': 'Tidak hadir',
    analysing: 'Dianalisis',
    answering: 'Menyusun jawaban',
    escalating: 'Menyiapkan eskalasi',
    'handing-over': 'Menyerahkan salinan',
    archived: 'Diarsipkan',
    'follow-up': 'Balasan LKPP masuk',
    cancelled: 'Dibatalkan',
  } as { readonly [state in State]: string },

  queue: {
    heading: 'Antrean konsultasi',
    group: 'Tampilkan',
    groups: {
      open: 'Perlu ditangani',
      check: 'Pemeriksaan formulir',
      waiting: 'Menunggu dan dipanggil',
      handling: 'Sedang ditangani',
      user: 'Di tangan pengguna',
      done: 'Selesai',
      all: 'Semua',
    } as { readonly [group in QueueGroup]: string },
    category: 'Kategori',
    everyCategory: 'Semua kategori',
    search: 'Cari nomor, nama, atau pokok permasalahan',
    list: 'Daftar konsultasi',
    keys: 'Tombol panah untuk berpindah, Enter untuk membuka.',
    empty: 'Tidak ada konsultasi di sini.',
    emptySearch: 'Tidak ada konsultasi yang cocok dengan pencarian.',
    more: 'Tampilkan lebih banyak',
    fresh: (count: number) => `${count} perubahan baru, tampilkan`,
    arrived: (count: number) => `${count} konsultasi baru di antrean.`,
    shown: (count: number) => `${count} konsultasi`,
    shownOfMore: (count: number) => `${count} konsultasi pertama`,
    waiting: (duration: string) => `menunggu ${duration}`,
    noSubject: 'Formulir belum diisi',
    opened: 'sedang dibuka',
  },

  clock: {
    within: (minutes: string, limit: string) => `${minutes} dari ${limit} menit`,
    over: (minutes: string) => `lewat ${minutes} menit`,
    near: (minutes: string, limit: string) => `${minutes} dari ${limit} menit, hampir habis`,
    unlimited: (duration: string) => duration,
    paused: (duration: string) => `jeda ${duration} di luar jam layanan`,
  },

  desk: {
    label: 'Meja layanan',
    officer: 'Petugas',
    queueTab: 'Antrean',
    caseTab: 'Konsultasi',
    timelineTab: 'Riwayat',
    back: 'Kembali ke antrean',
    nothing: 'Belum ada konsultasi yang dibuka',
    nothingHint: 'Silakan pilih satu konsultasi dari antrean.',
    missing: 'Konsultasi ini tidak ada lagi. Silakan pilih yang lain dari antrean.',
    noOfficer:
      'Nama petugas belum diatur. Pengelola situs perlu memberi atribut officer-id dan officer-name.',
    ticket: 'Tiket',
    queueNumber: 'Nomor antrean',
    counter: (loket: string) => `Loket ${loket}`,
    round: (round: number) => `putaran ke-${round}`,
    sheet: 'Isian pengguna',
    guestBook: 'Buku tamu',
    sheetEmpty: 'Pengguna belum mengirim formulir.',
    emptyFields: (labels: string) => `Tidak diisi: ${labels}`,
    flagged: 'diminta dilengkapi',
    record: 'Catatan petugas',
    analysis: 'Analisis',
    answer: 'Jawaban',
    escalation: 'Eskalasi',
    reply: 'Balasan LKPP',
    by: (name: string, at: string) => `${name}, ${at}`,
    openFile: (name: string) => `Buka lampiran ${name}`,
    fileFailed: 'Lampiran belum dapat dibuka. Silakan coba lagi.',
    cancelledBy: (name: string, at: string) => `Dibatalkan oleh ${name}, ${at}.`,
    user: 'pengguna',
    reason: (text: string) => `Alasan: ${text}`,
  },

  /** Said politely after a command was carried out. */
  done: {
    'start-review': 'Pemeriksaan dimulai.',
    review: 'Hasil pemeriksaan disimpan.',
    return: 'Formulir dikembalikan kepada pengguna.',
    call: 'Pengguna dipanggil.',
    'record-attendance': 'Kehadiran dicatat.',
    requeue: 'Konsultasi kembali ke antrean.',
    analyse: 'Analisis disimpan.',
    answer: 'Jawaban diparaf dan disimpan.',
    escalate: 'Eskalasi dicatat.',
    archive: 'Salinan diserahkan dan lembar asli diarsipkan.',
    'receive-reply': 'Balasan dicatat.',
    cancel: 'Konsultasi dibatalkan.',
    'explain-deviation': 'Penjelasan disimpan.',
  } as { readonly [command in CommandType]?: string },

  cancelCase: 'Batalkan konsultasi',
  yes: 'Ya',
  no: 'Tidak',

  review: {
    heading: 'Pemeriksaan kelengkapan',
    waitingUser: 'Pengguna sedang mengisi formulir. Tidak ada yang perlu dikerjakan sekarang.',
    waitingCorrection: (round: number) =>
      `Formulir sudah dikembalikan untuk dilengkapi (putaran ke-${round}). Pengguna sedang melengkapinya.`,
    notTurn: 'Pemeriksaan sudah selesai.',
    start: 'Mulai periksa',
    startIntro: 'Formulir sudah masuk dan belum ada yang memeriksa.',
    takeOver: 'Ambil alih pemeriksaan',
    other: (name: string) => `Sedang diperiksa oleh ${name}.`,
    findings: 'Temuan sistem',
    findingsHint: 'Sistem hanya memberi saran; petugas yang memutuskan.',
    noFindings: 'Sistem tidak menemukan kekurangan.',
    earlier: 'Pemeriksaan sebelumnya',
    round: (round: number, name: string, at: string) => `Putaran ke-${round}: ${name}, ${at}`,
    before: 'Semula',
    after: 'Sekarang',
    unchanged: 'tidak berubah',
    blank: 'kosong',
    return: 'Kembalikan kepada pengguna',
    returnIntro: 'Pengguna akan membaca pesan ini:',
    returnFields: 'Kolom yang dibuka kembali',
  },

  call: {
    heading: 'Pemanggilan',
    attendance: 'Kehadiran',
    missed: 'Pengguna tidak hadir',
    notTurn: 'Konsultasi ini tidak sedang menunggu dipanggil.',
    next: (call: number, limit: number) => `Panggilan ke-${call} dari paling banyak ${limit}`,
    calledTo: (loket: string) => `Dipanggil ke loket ${loket}`,
    calledAt: (at: string) => `pukul ${at}`,
    requeue: 'Kembalikan ke antrean',
    requeueIntro: (calls: number, limit: number) =>
      `Sudah dipanggil ${calls} dari paling banyak ${limit} kali. Pengguna dapat dipanggil lagi setelah kembali ke antrean.`,
    limitReached: (limit: number) =>
      `Sudah dipanggil ${limit} kali. Silakan batalkan konsultasi ini, atau minta koordinator memanggil sekali lagi.`,
  },

  analysis: {
    heading: 'Analisis permasalahan',
    notTurn: 'Analisis dilakukan setelah pengguna hadir.',
  },

  solution: {
    heading: 'Jawaban dan paraf',
    followUp: 'Jawaban tindak lanjut dan paraf',
    notTurn: 'Belum saatnya menulis jawaban.',
    analysis: 'Hasil analisis',
    reply: 'Balasan LKPP',
  },

  escalation: {
    heading: 'Eskalasi',
    reply: 'Balasan atas eskalasi',
    notTurn: 'Konsultasi ini tidak dieskalasi.',
    copy: 'Salin paket eskalasi',
    copyHint: 'Untuk ditempel di situs atau surel tujuan.',
    copied: 'Paket eskalasi sudah disalin.',
    copyFailed: 'Peramban tidak mengizinkan penyalinan. Silakan salin dari kotak di bawah ini.',
    package: 'Isi paket',
    sentTo: (target: string, channel: string) => `Dieskalasikan ke ${target} melalui ${channel}`,
    number: (number: string) => `Nomor tiket ${number}`,
    numberPending: 'Nomor tiket masih ditunggu',
    replyIntro:
      'Bila balasan sudah diterima, catat di sini. Setelah itu jawaban tindak lanjut ditulis.',
  },

  archive: {
    heading: 'Salinan dan arsip',
    archived: 'Arsip',
    notTurn: 'Penyerahan salinan dilakukan setelah jawaban diparaf atau eskalasi dicatat.',
    printCopy: 'Cetak SALINAN',
    printOriginal: 'Cetak ASLI',
    preview: 'Lembar formulir',
    number: 'Nomor berkas',
    classification: 'Kode klasifikasi',
    place: 'Lokasi simpan',
    form: 'Bentuk',
    handed: 'Salinan',
    recipient: 'Penerima',
    at: 'Diarsipkan',
    retention: 'Retensi',
    years: (active: number | undefined, inactive: number | undefined) =>
      [
        active === undefined ? '' : `aktif ${active} tahun`,
        inactive === undefined ? '' : `inaktif ${inactive} tahun`,
      ]
        .filter(Boolean)
        .join(', '),
  },

  timeline: {
    heading: 'Waktu dan riwayat',
    clocks: 'Waktu tiap langkah',
    deviations: 'Penyimpangan',
    noDeviations: 'Tidak ada penyimpangan dari SOP.',
    log: 'Riwayat',
    step: (step: number) => `Langkah ${step}`,
    run: (run: number) => `ke-${run}`,
    running: 'berjalan',
    explain: 'Beri penjelasan',
    explained: (text: string) => `Penjelasan: ${text}`,
    unexplained: 'Belum dijelaskan',
    kinds: {
      waktu: 'Waktu',
      perlengkapan: 'Perlengkapan',
      output: 'Output',
    } as { readonly [kind in DeviationKind]: string },
    /** What is missing, by the stable key of the shortfall. */
    missing: {
      isianLengkap: 'Formulir diterima meskipun sistem menemukan kekurangan',
      nomorLuar: 'Nomor tiket tujuan eskalasi belum ada',
      salinan: 'Pengguna tidak mengambil salinan',
      lembarBerparaf: 'Paraf di kertas, tetapi yang diarsipkan bukan lembar kertas',
    } as { readonly [hal: string]: string },
    over: (minutes: string) => `Lewat ${minutes} menit dari batas waktu`,
    user: 'Pengguna',
    events: {
      registered: 'Melapor dan mengisi buku tamu',
      'form-handed-out': 'Formulir diberikan',
      'form-submitted': 'Formulir diserahkan',
      'review-started': 'Pemeriksaan dimulai',
      'found-incomplete': 'Dinyatakan belum lengkap',
      'form-returned': 'Dikembalikan untuk dilengkapi',
      'found-complete': 'Dinyatakan lengkap',
      'form-accepted': 'Formulir diterima, nomor antrean diberikan',
      called: 'Dipanggil',
      missed: 'Tidak hadir',
      requeued: 'Kembali ke antrean',
      attended: 'Pengguna hadir',
      analysed: 'Permasalahan dianalisis',
      answered: 'Jawaban ditulis dan diparaf',
      escalated: 'Dieskalasikan',
      archived: 'Salinan diserahkan, lembar asli diarsipkan',
      'reply-received': 'Balasan diterima',
      cancelled: 'Dibatalkan',
      'deviation-explained': 'Penyimpangan dijelaskan',
    } as { readonly [event in EventType]: string },
  },
};

export type DeskTexts = typeof id;

/** Words of the staff panels. */
export const deskTexts: TextSource<DeskTexts> = {
  id,
  en: async () => (await import('./desk.en.js')).en,
};
