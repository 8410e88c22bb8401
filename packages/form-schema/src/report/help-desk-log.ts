import type { JsonObject } from '../json.js';
import type { FormId } from '../forms/form.js';
import type { Profile } from '../profile/profile.js';
import type { Consultation } from '../workflow/consultation.js';
import { externalNumber } from '../workflow/escalation-status.js';
import { stateNames } from '../workflow/names.js';
import { objectAt, textAt } from '../workflow/values.js';

/** The columns of the help desk log of LPSE Standard 5, in its order and its language. */
export const helpDeskColumns = [
  'No. tiket',
  'Pelapor',
  'Kontak',
  'Media',
  'Tanggal lapor',
  'Deskripsi',
  'Tipe',
  'Kategori',
  'Pengguna',
  'Teknis/nonteknis',
  'Jenis',
  'Urgensi',
  'Dampak',
  'Prioritas',
  'Petugas',
  'Status',
  'Keterangan',
  'Pemutakhiran',
  'Solusi',
  'Tanggal solusi',
  'Konfirmasi',
] as const;

/** One case as a row of the log. Instants stay ISO texts: how a date is written is a matter of the sheet. */
export function helpDeskRow(consultation: Consultation, profile: Profile): readonly string[] {
  const form = consultation.submissions.at(-1)?.formulir ?? {};
  const analysis = objectAt(consultation.analisis ?? {}, 'klasifikasi') ?? {};
  const answer = consultation.answers.at(-1);
  const word = (id: FormId, data: JsonObject, path: string, key: string): string =>
    wordOf(profile, id, path, textAt(data, key) ?? '');
  const asked = (key: string): string => word('consultation-form', form, `/${key}`, key);
  const found = (key: string): string => word('analysis', analysis, `/klasifikasi/${key}`, key);
  const officer = answer?.by ?? consultation.calls.at(-1)?.by ?? consultation.reviewer;
  return [
    consultation.tiket,
    textAt(form, 'nama') ?? textAt(consultation.bukuTamu, 'nama') ?? '',
    textAt(form, 'telepon') ?? textAt(consultation.bukuTamu, 'telepon') ?? '',
    asked('kanal') || word('guest-book', consultation.bukuTamu, '/kanal', 'kanal'),
    consultation.registeredAt,
    [textAt(form, 'judul'), textAt(form, 'uraian')].filter(Boolean).join(': '),
    asked('tipe'),
    asked('kategori'),
    asked('jenisPengguna'),
    found('kategoriTeknis'),
    found('jenis'),
    found('urgensi'),
    found('dampak'),
    found('prioritas'),
    officer?.name ?? '',
    stateNames.id[consultation.state],
    consultation.eskalasi === undefined
      ? ''
      : `Eskalasi ${externalNumber(consultation) ?? 'tanpa nomor'}`,
    consultation.updatedAt,
    answer?.jawaban ?? '',
    answer?.at ?? '',
    confirmationOf(consultation),
  ];
}

/** What the user said of the last answer. That a copy was handed over confirms nothing. */
function confirmationOf({ answers, confirmations, reopenings }: Consultation): string {
  const last = answers.length - 1;
  if (reopenings.some(({ untukJawaban }) => untukJawaban > last)) return 'Belum selesai';
  const isConfirmed = confirmations.some(({ jawaban }) => jawaban === last);
  return isConfirmed ? 'Selesai menurut pengguna' : '';
}

/** The choice as people read it; the value itself where it has no words. */
function wordOf({ forms }: Profile, id: FormId, path: string, value: string): string {
  return forms[id]?.layout.texts?.id?.fields?.[path]?.options?.[value] ?? value;
}
