import type { Json } from '../json.js';
import type { Locale } from '../locale.js';

type Wording = { readonly [locale in Locale]: string };

/** Why a profile is refused, in words for whoever wrote it: what is wrong, and what to write instead. */
export const profileRules = {
  unknownParent: {
    id: 'Profil induk "{profile}" tidak dikenal. Gunakan salah satu: {known}.',
    en: 'There is no profile "{profile}" to extend. Use one of: {known}.',
  },
  cyclicParent: {
    id: 'Profil ini menginduk kepada dirinya sendiri melalui "{profile}".',
    en: 'This profile extends itself by way of "{profile}".',
  },
  unknownField: {
    id: 'Formulir {form} tidak mempunyai kolom {field}. Periksa penulisan pointer.',
    en: 'The form {form} has no field {field}. Check the pointer.',
  },
  notSwitchable: {
    id: 'Kolom {field} tidak dapat diaktifkan pada formulir {form}. Pilihan: {known}.',
    en: 'The field {field} cannot be switched on in the form {form}. It offers: {known}.',
  },
  notAllowable: {
    id: 'Nilai {value} tidak dapat diaktifkan untuk kolom {field}. Pilihan: {known}.',
    en: 'The value {value} cannot be switched on for {field}. It offers: {known}.',
  },
  notRelaxable: {
    id: 'Kolom {field} termasuk inti nasional dan tetap wajib. Hapus dari "relax".',
    en: 'The field {field} belongs to the national core and stays required. Remove it from "relax".',
  },
  coreHidden: {
    id: 'Kolom {field} termasuk inti nasional dan tidak dapat disembunyikan.',
    en: 'The field {field} belongs to the national core and cannot be hidden.',
  },
  keptHidden: {
    id: 'Kolom {field} diperlukan oleh aturan prosedur dan tidak dapat disembunyikan.',
    en: 'A rule of the procedure needs the field {field}; it cannot be hidden.',
  },
  loosened: {
    id: 'Batas {limit} untuk {field} lebih longgar daripada inti nasional ({core}). Isi nilai yang lebih ketat.',
    en: 'The limit {limit} of {field} is wider than the national core has it ({core}). Give a narrower one.',
  },
  limitUnfit: {
    id: 'Batas {limit} tidak berlaku untuk kolom {field}.',
    en: 'The limit {limit} means nothing for the field {field}.',
  },
  limitsCrossed: {
    id: 'Batas bawah {field} melebihi batas atasnya ({min} > {max}), sehingga tidak ada isian yang sah.',
    en: 'The lower limit of {field} is above the upper one ({min} > {max}): no value would be valid.',
  },
  passwordField: {
    id: 'Kolom {field} meminta kata sandi. Kata sandi tidak boleh diminta dalam bentuk apa pun.',
    en: 'The field {field} asks for a password. No form may ask for one in any way.',
  },
  unbounded: {
    id: 'Kolom {field} belum mempunyai batas panjang. Tambahkan maxLength (paling banyak {limit}), enum, atau format.',
    en: 'The field {field} has no limit of length. Add maxLength (up to {limit}), an enum or a format.',
  },
  badPattern: {
    id: 'Pola untuk {field} bukan ekspresi reguler yang sah.',
    en: 'The pattern of {field} is not a valid regular expression.',
  },
  labelMissing: {
    id: 'Kolom {field} belum mempunyai label dalam bahasa "{locale}".',
    en: 'The field {field} has no label in "{locale}".',
  },
  optionUnnamed: {
    id: 'Pilihan {value} pada kolom {field} belum mempunyai nama dalam bahasa "{locale}".',
    en: 'The choice {value} of {field} has no name in "{locale}".',
  },
  unknownOption: {
    id: 'Kolom {field} tidak mempunyai pilihan {value}.',
    en: 'The field {field} has no choice {value}.',
  },
  unknownSection: {
    id: 'Formulir {form} tidak mempunyai bagian "{section}". Pilihan: {known}.',
    en: 'The form {form} has no section "{section}". It has: {known}.',
  },
  foreignField: {
    id: 'Kolom {field} tidak berada pada bagian "{section}"; urutan hanya dapat diubah di dalam bagian.',
    en: 'The field {field} does not stand in the section "{section}"; order is changed within a section only.',
  },
  roleForbidden: {
    id: 'Peran {role} tidak boleh menjalankan "{command}".',
    en: 'The role {role} may not carry out "{command}".',
  },
  viewForbidden: {
    id: 'Peran {role} tidak boleh melihat "{view}".',
    en: 'The role {role} may not see "{view}".',
  },
  viewMissing: {
    id: 'Peran {role} menjalankan "{command}" dan karena itu perlu melihat "{view}".',
    en: 'The role {role} carries out "{command}" and so has to see "{view}".',
  },
  nobodyMay: {
    id: 'Tidak ada petugas yang boleh menjalankan "{command}", padahal prosedur memerlukannya.',
    en: 'No member of staff may carry out "{command}", which the procedure needs.',
  },
  userLocked: {
    id: 'Pengguna harus dapat menjalankan "{command}" sendiri.',
    en: 'Users must be able to carry out "{command}" themselves.',
  },
  limitMissing: {
    id: 'Langkah {step} mempunyai batas waktu dalam SOP dan tidak boleh tanpa batas.',
    en: 'Step {step} has a time limit in the SOP and cannot go without one.',
  },
  noSequence: {
    id: 'Templat nomor harus memuat {seq} tepat satu kali, misalnya "A-{seq:3}".',
    en: 'A number template must have {seq} exactly once, such as "A-{seq:3}".',
  },
  unknownPlaceholder: {
    id: 'Isian {placeholder} pada templat nomor tidak dikenal.',
    en: 'The placeholder {placeholder} of the number template is not known.',
  },
  noYear: {
    id: 'Templat nomor harus memuat {year}, agar nomor tidak terulang pada tahun berikutnya.',
    en: 'The number template must have {year}, so that no number comes back a year later.',
  },
  repeated: {
    id: '"{value}" tertulis lebih dari sekali.',
    en: '"{value}" stands here more than once.',
  },
  hoursReversed: {
    id: 'Jam layanan {from}–{until} pada hari {day} berakhir sebelum dimulai.',
    en: 'The hours {from}–{until} of {day} end before they begin.',
  },
  hoursOverlap: {
    id: 'Jam layanan pada hari {day} saling bertumpuk atau tidak berurutan.',
    en: 'The hours of {day} overlap or are out of order.',
  },
  warningTooLong: {
    id: 'Peringatan kios ({warn} detik) harus lebih singkat daripada waktu tanpa sentuhan ({idle} detik).',
    en: 'The warning of the kiosk ({warn} seconds) has to be shorter than the time without a touch ({idle} seconds).',
  },
  neverOpen: {
    id: 'Kantor tidak pernah buka. Isi jam layanan untuk paling sedikit satu hari.',
    en: 'The office is never open. Give the hours of at least one day.',
  },
} as const satisfies { readonly [rule: string]: Wording };

export type ProfileRule = keyof typeof profileRules;

const NOT_OFFERED: Wording = {
  id: 'Nilai ini tidak dikenal. Gunakan salah satu: {known}.',
  en: 'There is no such value. Use one of: {known}.',
};

/** So many values help to find the right one; the document's schema has all. */
const LISTED = 20;

/** The sentence for a value that is none of those allowed. */
export function wordEnum(allowed: readonly Json[], locale: Locale): string {
  const rest = allowed.length - LISTED;
  const named = allowed.slice(0, LISTED).map((value) => JSON.stringify(value));
  const more = rest > 0 ? [{ id: `${rest} lainnya`, en: `${rest} more` }[locale]] : [];
  return NOT_OFFERED[locale].replace('{known}', () => [...named, ...more].join(', '));
}

/** The sentence for a breach. A `{name}` without a parameter stays as it is: `{seq}` is meant literally. */
export function wordBreach(
  rule: ProfileRule,
  params: { readonly [name: string]: Json },
  locale: Locale,
): string {
  return profileRules[rule][locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
