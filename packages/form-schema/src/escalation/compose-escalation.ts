import type { FormDefinition } from '../forms/form.js';
import { masked } from '../identifiers/masks.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt } from '../pointer.js';
import type { Profile } from '../profile/profile.js';
import type { Actor } from '../workflow/actor.js';
import type { Consultation } from '../workflow/consultation.js';
import type { ConsultationEvent } from '../workflow/events.js';
import { objectAt, textAt } from '../workflow/values.js';
import { askedFields, needsLetter } from './asked.js';
import type { AskedField } from './asked.js';
import { chronologyOf } from './chronology.js';
import { indonesianTime } from './indonesian-time.js';
import type {
  EscalationPackage,
  MissingPart,
  PackageAttachment,
  PackagePart,
  PackageSection,
} from './package.js';

/** A case with its log, and who sends it on. */
export interface EscalationSource {
  readonly consultation: Consultation;
  readonly events: readonly ConsultationEvent[];
  readonly profile: Profile;
  /** Named as the contact. */
  readonly officer: Actor;
}

/**
 * The package for LKPP (step 10): everything that its help desk asks for, as far as the case says it, and the names of
 * what it does not say. Pure; in Indonesian, the language of the record, whatever language the page speaks.
 */
export function composeEscalation(source: EscalationSource): EscalationPackage {
  const { consultation, events, profile } = source;
  const form = consultation.submissions.at(-1)?.formulir ?? {};
  const sections = [
    section('tiket', 'Tiket LPSE', officeParts(source)),
    section('pelapor', 'Pelapor', partsOf(form, 'pelapor', profile)),
    section('permasalahan', 'Permasalahan', [
      ...partsOf(form, 'permasalahan', profile),
      ...classificationParts(consultation, profile),
    ]),
    section('penanganan', 'Penanganan di LPSE', [
      ...partsOf(form, 'penanganan', profile),
      ...handlingParts(consultation),
    ]),
  ];
  return {
    tiket: consultation.tiket,
    judul: subjectOf(form, consultation),
    sections: sections.filter(({ parts }) => parts.length > 0),
    kronologi: chronologyOf(events),
    lampiran: attachmentsOf(form),
    missing: missingParts(form, source),
  };
}

function section(
  id: PackageSection['id'],
  title: string,
  parts: readonly PackagePart[],
): PackageSection {
  return { id, title, parts };
}

/** "CV Contoh: Tidak dapat masuk": the name first, for the other side's lists show the beginning. */
function subjectOf(form: JsonObject, { tiket }: Consultation): string {
  const who =
    textAt(form, 'namaBadanUsaha') ?? textAt(form, 'satuanKerja') ?? textAt(form, 'nama') ?? tiket;
  const judul = textAt(form, 'judul') ?? 'Permasalahan pengguna SPSE';
  return `${who}: ${judul}`.replaceAll(/\s+/g, ' ').slice(0, 200);
}

function officeParts({ consultation, profile, officer }: EscalationSource): PackagePart[] {
  const { nama, instansi, kode, slug, alamat, telepon, surel, zonaWaktu } = profile.office;
  return present([
    ['tiket', 'Nomor tiket LPSE', consultation.tiket],
    ['lpse', 'LPSE', kode === undefined ? nama : `${nama} (kode ${kode})`],
    ['instansi', 'Instansi', instansi],
    ['spse', 'Alamat SPSE', `spse.inaproc.id/${slug}`],
    ['alamatLpse', 'Alamat LPSE', alamat],
    [
      'petugas',
      'Petugas yang dapat dihubungi',
      [officer.name, officer.position].filter(Boolean).join(', '),
    ],
    ['kontak', 'Kontak petugas', [telepon, surel].filter(Boolean).join(' · ')],
    ['dilaporkan', 'Dilaporkan', indonesianTime(consultation.registeredAt, zonaWaktu)],
  ]);
}

function present(
  parts: readonly (readonly [id: string, label: string, text: string | undefined])[],
): PackagePart[] {
  return parts.flatMap(([id, label, text]) => (text ? [{ id, label, text }] : []));
}

function partsOf(
  form: JsonObject,
  of: PackageSection['id'],
  profile: Profile,
): readonly PackagePart[] {
  const definition = profile.forms['consultation-form'];
  return askedFields
    .filter((asked) => asked.section === of)
    .flatMap((asked) => {
      const text = readable(form, asked.pointer, profile);
      const id = asked.pointer.slice(1);
      return text === ''
        ? []
        : [{ id, label: labelOf(definition, asked), text, pointer: asked.pointer }];
    });
}

function labelOf({ layout }: FormDefinition, { pointer, label }: AskedField): string {
  return layout.texts?.id?.fields?.[pointer]?.label ?? label;
}

const masks = { '/npwp': 'npwp', '/telepon': 'phone', '/nik': 'nik' } as const;

function readable(form: JsonObject, pointer: Pointer, { forms, office }: Profile): string {
  const value = getAt(form, pointer);
  if (typeof value === 'boolean' || value === undefined || value === null) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isInstant(value)) return indonesianTime(value, office.zonaWaktu);
  if (pointer in masks) return masked(masks[pointer as keyof typeof masks], value) ?? value;
  return optionText(forms['consultation-form'], pointer, value);
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) && !Number.isNaN(Date.parse(text));
}

function optionText(form: FormDefinition | undefined, path: string, value: string): string {
  const options = form?.layout.texts?.id?.fields?.[path]?.options;
  return options && Object.hasOwn(options, value) ? (options[value] ?? value) : value;
}

function classificationParts({ analisis }: Consultation, { forms }: Profile): PackagePart[] {
  const klasifikasi = analisis && objectAt(analisis, 'klasifikasi');
  const kategori = klasifikasi && textAt(klasifikasi, 'kategoriTeknis');
  if (kategori === undefined) return [];
  const text = optionText(forms.analysis, '/klasifikasi/kategoriTeknis', kategori);
  return [{ id: 'kategoriTeknis', label: 'Teknis/nonteknis', text }];
}

function handlingParts({ analisis = {} }: Consultation): PackagePart[] {
  return present([
    ['informasiTambahan', 'Informasi tambahan', textAt(analisis, 'informasiTambahan')],
    ['dugaanPenyebab', 'Dugaan penyebab', textAt(analisis, 'dugaanPenyebab')],
  ]);
}

function attachmentsOf(form: JsonObject): readonly PackageAttachment[] {
  const files: Json | undefined = form['lampiran'];
  if (!Array.isArray(files)) return [];
  return (files as readonly Json[]).filter(isJsonObject).flatMap((file) => {
    const { sha256, nama, jenis, mime, ukuran } = file;
    if (typeof sha256 !== 'string' || typeof nama !== 'string') return [];
    return [
      {
        sha256,
        nama,
        jenis: typeof jenis === 'string' ? jenis : 'lainnya',
        mime: typeof mime === 'string' ? mime : 'application/octet-stream',
        ukuran: typeof ukuran === 'number' ? ukuran : 0,
      },
    ];
  });
}

function missingParts(
  form: JsonObject,
  { consultation, profile }: EscalationSource,
): readonly MissingPart[] {
  const definition = profile.forms['consultation-form'];
  const unanswered = askedFields
    .filter(({ pointer, needed }) => needed(form) && isBlank(getAt(form, pointer)))
    .map((asked): MissingPart => {
      const label = labelOf(definition, asked);
      const { pointer } = asked;
      // A user who does not remember the ID has said so; it is no omission of the form.
      const isForgotten = pointer === '/userIdSpse' && form['lupaUserId'] === true;
      const message = isForgotten
        ? 'Pengguna tidak ingat user ID-nya. Mohon cari pada data LPSE bila memungkinkan.'
        : `Mohon tanyakan “${label}” kepada pengguna, lalu tuliskan pada ringkasan.`;
      return { id: pointer.slice(1), label, pointer, of: 'formulir', message };
    });
  return [
    ...unanswered,
    ...missingEvidence(form),
    ...missingClassification(consultation),
    ...missingContact(profile),
  ];
}

function missingEvidence(form: JsonObject): MissingPart[] {
  const kinds = attachmentsOf(form).map(({ jenis }) => jenis);
  const missing = (id: string, label: string, message: string): MissingPart => ({
    id,
    label,
    pointer: '/lampiran',
    of: 'formulir',
    message,
  });
  if (needsLetter(form)) {
    return [
      ...(kinds.includes('suratPermohonan')
        ? []
        : [
            missing(
              'suratPermohonan',
              'Surat permohonan',
              'Perubahan data memerlukan surat permohonan bertanda tangan pimpinan.',
            ),
          ]),
      ...(kinds.includes('profilPerusahaan') || form['jenisPelakuUsaha'] !== 'badanUsaha'
        ? []
        : [
            missing(
              'profilPerusahaan',
              'Profil perusahaan',
              'Perubahan data badan usaha memerlukan profil perusahaan dari SPSE.',
            ),
          ]),
    ];
  }
  const isMatterOfScreens = form['tipe'] === 'gangguan' || form['tipe'] === 'masalah';
  if (!isMatterOfScreens || kinds.some((kind) => kind === 'tangkapanLayar' || kind === 'video'))
    return [];
  return [
    missing(
      'tangkapanLayar',
      'Tangkapan layar',
      'Tujuan eskalasi biasanya meminta tangkapan layar. Mohon minta kepada pengguna, tanpa kata sandi di dalamnya.',
    ),
  ];
}

function missingClassification({ analisis = {} }: Consultation): MissingPart[] {
  const klasifikasi = objectAt(analisis, 'klasifikasi') ?? {};
  if (textAt(klasifikasi, 'kategoriTeknis') !== undefined) return [];
  return [
    {
      id: 'kategoriTeknis',
      label: 'Teknis/nonteknis',
      pointer: '/klasifikasi/kategoriTeknis',
      of: 'analisis',
      message: 'Mohon sebutkan pada ringkasan apakah permasalahan ini teknis atau nonteknis.',
    },
  ];
}

function missingContact({ office }: Profile): MissingPart[] {
  if (office.telepon !== undefined || office.surel !== undefined) return [];
  return [
    {
      id: 'kontak',
      label: 'Kontak petugas',
      pointer: '/office/telepon',
      of: 'profil',
      message: 'Profil LPSE belum memuat telepon atau surel. Mohon tuliskan kontak pada ringkasan.',
    },
  ];
}

function isBlank(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}
