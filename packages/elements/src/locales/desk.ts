import {
  stateNames,
  type CommandType,
  type DeviationKind,
  type EventType,
} from '@lpse-konsultasi/form-schema';
import { formatRange } from '../i18n/format.js';
import { withMessages } from '../i18n/messages.js';
import type { TextSource } from '../i18n/texts.js';

const id = {
  states: stateNames.id,

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
    changed: 'berubah',
    record: 'Catatan petugas',
    analysis: 'Analisis',
    notes: 'Catatan sambil mendengarkan',
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
    'record-number': 'Nomor tiket dicatat.',
    remind: 'Pengingat dicatat.',
    'revoke-escalation': 'Eskalasi dibatalkan.',
    'receive-reply': 'Balasan dicatat.',
    confirm: 'Konfirmasi pengguna dicatat.',
    reopen: 'Keterangan pengguna dicatat; jawaban tindak lanjut menunggu.',
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
    notAsked: 'berubah tanpa diminta',
    found: 'temuan sistem',
    flagFindings: 'Tandai kolom yang ditemukan sistem',
    flagReason: 'Alasan kolom ini (boleh kosong)',
    flagReasonOf: 'Alasan untuk {label}',
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
    again: 'Panggil lagi',
    skip: 'Lewati',
    callNext: 'Panggil berikutnya',
    counter: 'Loket',
    nextNumber: (number: string) => `Berikutnya ${number}`,
    nobodyWaits: 'Tidak ada yang menunggu dipanggil.',
    waiting: (count: number) => `${count} menunggu`,
    /** For somebody who joined the queue now, in minutes. */
    estimate: (from: number, until: number) =>
      from === 0
        ? `perkiraan tunggu sampai ${until} menit`
        : `perkiraan tunggu ${formatRange(from, until)} menit`,
    noEstimate: 'waktu tunggu belum dapat diperkirakan',
    calledNext: (number: string) => `Nomor antrean ${number} dipanggil.`,
    nobodyToCall: 'Belum ada yang dapat dipanggil.',
    callFailed: 'Panggilan belum dapat dicatat. Silakan coba lagi.',
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
    notSolved: 'Yang belum selesai menurut pengguna',
    notTurn: 'Belum saatnya menulis jawaban.',
    analysis: 'Hasil analisis',
    reply: 'Balasan LKPP',
    reopened: 'Pengguna menyatakan belum selesai',
    preview: 'Lihat pada lembar formulir',
    initialsVoid: 'Paraf tidak berlaku',
    initialsVoidWhy:
      'Isi yang diparaf tidak sama lagi dengan yang tersimpan. Jawaban ini tidak boleh diserahkan; mohon lapor kepada koordinator.',
  },

  escalation: {
    heading: 'Eskalasi',
    reply: 'Balasan atas eskalasi',
    notTurn: 'Konsultasi ini tidak dieskalasikan.',
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
    userWord: 'Tanggapan pengguna atas jawaban',
    userWordHint: 'Bila pengguna menelepon atau datang lagi, catat di sini atas nama pengguna.',
    userSolved: 'Pengguna menyatakan selesai',
    userNotSolved: 'Pengguna menyatakan belum selesai',
    package: 'Unduh paket arsip (ZIP)',
    packing: 'Menyiapkan paket…',
    packageWhy:
      'Lembar asli dan salinan, data, lampiran, catatan, serta pemeriksa keutuhan yang berjalan tanpa internet.',
    kept: (active: string, inactive: string) =>
      `aktif sampai ${active}, disimpan sampai ${inactive}`,
    afterwards: 'Kemudian',
    fates: {
      musnah: 'dimusnahkan',
      permanen: 'disimpan permanen',
      dinilaiKembali: 'dinilai kembali',
    },
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
      'number-recorded': 'Nomor tiket tujuan dicatat',
      reminded: 'Perkembangan eskalasi ditanyakan',
      'escalation-revoked': 'Eskalasi dibatalkan',
      'reply-received': 'Balasan diterima',
      confirmed: 'Pengguna menyatakan selesai',
      reopened: 'Pengguna menyatakan belum selesai',
      cancelled: 'Dibatalkan',
      'deviation-explained': 'Penyimpangan dijelaskan',
    } as { readonly [event in EventType]: string },
  },
};

export type DeskTexts = typeof id;

/** Words of the staff panels. */
export const deskTexts: TextSource<DeskTexts> = {
  id,
  en: () => withMessages(import('./desk.en.js')),
};
