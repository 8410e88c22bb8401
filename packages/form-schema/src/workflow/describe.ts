import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import { commandNames, stateNames } from './names.js';
import type { Refusal, RefusalCode } from './refusal.js';

type Texts = { readonly [code in RefusalCode]: string };

/** What happened, and what to do now. Braces name what `valuesOf` makes of the refusal's params. */
const refusalTexts: { readonly [locale in Locale]: Texts } = {
  id: {
    LPSE_COMMAND_MALFORMED:
      'Permintaan ini tidak dapat dibaca. Mohon muat ulang halaman, lalu coba lagi.',
    LPSE_WORKFLOW_OUT_OF_ORDER:
      '“{command}” belum dapat dilakukan: konsultasi ini berstatus “{state}”. {next}',
    LPSE_WORKFLOW_ROLE_FORBIDDEN:
      '“{command}” bukan wewenang peran ini. Silakan minta bantuan petugas yang berwenang.',
    LPSE_WORKFLOW_ALREADY_REGISTERED:
      'Konsultasi ini sudah terdaftar. Silakan lanjutkan dari konsultasi yang ada.',
    LPSE_FORM_INVALID:
      'Ada {count} isian yang perlu diperbaiki. Mohon periksa bagian yang ditandai.',
    LPSE_FORM_FIELD_LOCKED:
      'Ada {count} isian yang berubah padahal tidak diminta untuk diperbaiki. Mohon kembalikan isian yang ditandai seperti semula.',
    LPSE_REVIEW_NOT_YOURS:
      'Formulir ini sedang diperiksa oleh {officer}. Silakan hubungi petugas tersebut atau koordinator.',
    LPSE_REVIEW_UNFINISHED:
      'Pemeriksaan belum selesai. Mohon lengkapi daftar periksa dan alasan yang ditandai.',
    LPSE_REVIEW_FIELD_UNKNOWN:
      'Ada kolom yang ditandai kurang tetapi tidak ada dalam formulir. Silakan pilih kolom dari formulir.',
    LPSE_CALL_COUNTER_BUSY:
      'Loket {counter} masih melayani pengguna lain. Silakan pilih loket lain atau tunggu sampai selesai.',
    LPSE_CALL_LIMIT_REACHED:
      'Pengguna sudah dipanggil {limit} kali. Silakan minta koordinator memasukkannya kembali ke antrean, atau batalkan konsultasi dengan alasan.',
    LPSE_CALL_TOO_SOON:
      'Nomor ini baru saja dipanggil. Silakan panggil lagi dalam {minutes} menit.',
    LPSE_INITIALS_MISMATCH:
      'Paraf ini dibubuhkan pada teks yang berbeda. Mohon baca kembali jawabannya, lalu bubuhkan paraf baru.',
    LPSE_INITIALS_NOT_AUTHOR:
      'Paraf harus dari petugas yang menulis jawaban. Mohon bubuhkan paraf Bapak/Ibu sendiri.',
    LPSE_REOPEN_TOO_LATE:
      'Batas {days} hari untuk menyatakan belum selesai telah lewat. Silakan mengajukan konsultasi baru dan menyebutkan nomor tiket ini.',
    LPSE_DEVIATION_UNKNOWN:
      'Penyimpangan ini tidak ada pada konsultasi ini. Silakan pilih dari daftar penyimpangan.',
    LPSE_VERSION_CONFLICT:
      'Konsultasi ini baru saja diubah orang lain. Silakan lihat perubahannya, lalu ulangi bila masih perlu. Isian Bapak/Ibu tetap tersimpan di halaman ini.',
    LPSE_KEY_REUSED:
      'Permintaan ini bertabrakan dengan permintaan lain. Mohon muat ulang halaman, lalu coba lagi.',
    LPSE_SURVEY_OFF:
      'Survei kepuasan sedang tidak dibuka. Silakan sampaikan saran Bapak/Ibu kepada petugas loket.',
    LPSE_CONSULTATION_UNKNOWN:
      'Konsultasi ini tidak ditemukan. Mohon periksa nomor tiketnya, atau daftarkan konsultasi baru.',
  },
  en: {
    LPSE_COMMAND_MALFORMED: 'This request cannot be read. Please reload the page and try again.',
    LPSE_WORKFLOW_OUT_OF_ORDER:
      '“{command}” is not possible now: the status of this consultation is “{state}”. {next}',
    LPSE_WORKFLOW_ROLE_FORBIDDEN:
      '“{command}” is not for this role to do. Please ask an officer who may do it.',
    LPSE_WORKFLOW_ALREADY_REGISTERED:
      'This consultation is registered already. Please go on with the one that exists.',
    LPSE_FORM_INVALID: 'Answers to be corrected: {count}. Please look at the marked fields.',
    LPSE_FORM_FIELD_LOCKED:
      'Answers that changed without being asked for: {count}. Please put the marked fields back as they were.',
    LPSE_REVIEW_NOT_YOURS:
      '{officer} is reviewing this form. Please speak to that officer or to a coordinator.',
    LPSE_REVIEW_UNFINISHED:
      'The review is not finished. Please complete the marked checklist items and reasons.',
    LPSE_REVIEW_FIELD_UNKNOWN:
      'A field was marked that is not part of the form. Please choose fields of the form.',
    LPSE_CALL_COUNTER_BUSY:
      'Someone is still being helped at counter {counter}. Please choose another counter or wait.',
    LPSE_CALL_LIMIT_REACHED:
      'The user has been called {limit} times. Please ask a coordinator to put the case back into the queue, or cancel it with a reason.',
    LPSE_CALL_TOO_SOON:
      'This number was called a moment ago. Please call it again in {minutes} min.',
    LPSE_INITIALS_MISMATCH:
      'These initials were put under a different text. Please read the answer again and initial it anew.',
    LPSE_INITIALS_NOT_AUTHOR:
      'The initials must be those of the officer who wrote the answer. Please use your own.',
    LPSE_REOPEN_TOO_LATE:
      'The {days} days in which an answer can be called into question are over. Please hand in a new consultation and name this ticket.',
    LPSE_DEVIATION_UNKNOWN:
      'This case has no such deviation. Please choose one from the list of deviations.',
    LPSE_VERSION_CONFLICT:
      'Someone else has just changed this consultation. Please look at the change, then repeat your step if it is still needed. What you entered is still on this page.',
    LPSE_KEY_REUSED:
      'This request collides with another one. Please reload the page and try again.',
    LPSE_SURVEY_OFF:
      'The satisfaction survey is not open at the moment. Please tell the officers at the counter what you think.',
    LPSE_CONSULTATION_UNKNOWN:
      'This consultation was not found. Please check the ticket number, or register a new one.',
  },
};

const words = {
  id: { next: 'Yang dapat dilakukan sekarang: {list}.', nobody: 'petugas lain', none: 'belum ada' },
  en: { next: 'Possible now: {list}.', nobody: 'another officer', none: 'not registered' },
} as const;

/** A refusal in words: what is not possible, where, and what to do. Fields are named by the refusal's `problems`. */
export function describeRefusal(refusal: Refusal, locale: Locale): string {
  const values = valuesOf(refusal, locale);
  return refusalTexts[locale][refusal.code]
    .replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    .trim();
}

function valuesOf(
  { params, problems }: Refusal,
  locale: Locale,
): { readonly [name: string]: string | undefined } {
  const { next, nobody, none } = words[locale];
  const allowed = Array.isArray(params['allowed']) ? (params['allowed'] as readonly Json[]) : [];
  const list = allowed.map((type) => nameIn(commandNames[locale], type)).join(', ');
  return {
    count: String(problems.length),
    command: nameIn(commandNames[locale], params['command']),
    state: params['state'] === null ? none : nameIn(stateNames[locale], params['state']),
    next: list && next.replace('{list}', list),
    officer: textOf(params['officer']) || nobody,
    counter: textOf(params['counter']),
    limit: textOf(params['limit']),
    days: textOf(params['days']),
    minutes: textOf(params['minutes']),
  };
}

function nameIn(names: { readonly [key: string]: string }, key: Json | undefined): string {
  return typeof key === 'string' && Object.hasOwn(names, key) ? (names[key] ?? key) : textOf(key);
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
