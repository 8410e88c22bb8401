import type { Locale } from '../locale.js';
import type { CommandType } from './commands.js';
import type { State } from './states.js';

type Names<K extends string> = {
  readonly [locale in Locale]: { readonly [key in K]: string };
};

/** What a state is called wherever one reads of it: in the queue and on the desk, in messages and in the report. */
export const stateNames: Names<State> = {
  id: {
    draft: 'Menunggu isian pengguna',
    submitted: 'Menunggu diperiksa',
    reviewing: 'Sedang diperiksa',
    incomplete: 'Belum lengkap',
    queued: 'Menunggu panggilan',
    called: 'Dipanggil',
    'no-show': 'Tidak hadir',
    analysing: 'Dianalisis',
    answering: 'Menyusun jawaban',
    escalating: 'Menyiapkan eskalasi',
    'handing-over': 'Menyerahkan salinan',
    archived: 'Diarsipkan',
    'follow-up': 'Menunggu tindak lanjut',
    cancelled: 'Dibatalkan',
  },
  en: {
    draft: 'With the user',
    submitted: 'Waiting for review',
    reviewing: 'In review',
    incomplete: 'Incomplete',
    queued: 'Waiting to be called',
    called: 'Called',
    'no-show': 'Did not come',
    analysing: 'In analysis',
    answering: 'Being answered',
    escalating: 'Being escalated',
    'handing-over': 'Handing over',
    archived: 'Archived',
    'follow-up': 'Waiting for the follow-up',
    cancelled: 'Cancelled',
  },
};

/** What a command is called: as a button says it. */
export const commandNames: Names<CommandType> = {
  id: {
    register: 'Isi buku tamu',
    submit: 'Serahkan formulir',
    'start-review': 'Mulai pemeriksaan',
    review: 'Simpan hasil pemeriksaan',
    return: 'Kembalikan formulir',
    call: 'Panggil pengguna',
    'record-attendance': 'Catat kehadiran',
    requeue: 'Masukkan kembali ke antrean',
    analyse: 'Simpan analisis',
    answer: 'Simpan jawaban dan paraf',
    escalate: 'Catat eskalasi',
    archive: 'Serahkan salinan dan arsipkan',
    'record-number': 'Catat nomor tiket tujuan',
    remind: 'Catat pengingat',
    'revoke-escalation': 'Batalkan eskalasi',
    'receive-reply': 'Catat balasan LKPP',
    confirm: 'Nyatakan selesai',
    reopen: 'Nyatakan belum selesai',
    cancel: 'Batalkan konsultasi',
    'explain-deviation': 'Jelaskan penyimpangan',
  },
  en: {
    register: 'Sign the guest book',
    submit: 'Hand in the form',
    'start-review': 'Start the review',
    review: 'Save the review',
    return: 'Return the form',
    call: 'Call the user',
    'record-attendance': 'Record attendance',
    requeue: 'Put back into the queue',
    analyse: 'Save the analysis',
    answer: 'Save the answer with initials',
    escalate: 'Record the escalation',
    archive: 'Hand over the copy and archive',
    'record-number': 'Record the other side’s ticket number',
    remind: 'Record a reminder',
    'revoke-escalation': 'Take the escalation back',
    'receive-reply': 'Record the reply from LKPP',
    confirm: 'Confirm that it is solved',
    reopen: 'Say that it is not solved',
    cancel: 'Cancel the consultation',
    'explain-deviation': 'Explain the deviation',
  },
};
