import { strToU8, zipSync } from 'fflate';
import {
  getAt,
  isJsonObject,
  retentionDates,
  sha256Hex,
  type Consultation,
  type Json,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import type { AttachmentFile, ConsultationRecord } from '../backend.js';
import {
  members,
  packageFormat,
  packageVersion,
  plainName,
  type ListedAttachment,
  type Manifest,
} from './package.js';

/** What goes into an archive package. */
export interface PackageContents {
  readonly record: ConsultationRecord;
  readonly profile: Profile;
  /** The sheets as documents of their own, by member name: `lembar-asli.html`. */
  readonly sheets: ReadonlyMap<string, string>;
  /** The bytes of the attachments, by SHA-256. One that is not here is listed as not available. */
  readonly attachments: ReadonlyMap<string, AttachmentFile>;
  /** The page that checks the package without a network (`periksa.html`), as a document of its own. */
  readonly checker: string;
  readonly now: Date;
}

/** An attachment as a form of the case names it. */
export interface NamedAttachment {
  readonly nama: string;
  readonly sha256: string;
}

/** All attachments that the case has ever named, each once, in the order in which they were handed in. */
export function attachmentsOf({ submissions }: Consultation): readonly NamedAttachment[] {
  const found = new Map<string, NamedAttachment>();
  for (const { formulir } of submissions) {
    const list = getAt(formulir, '/lampiran');
    for (const item of Array.isArray(list) ? (list as readonly Json[]) : []) {
      if (!isJsonObject(item)) continue;
      const { nama, sha256 } = item;
      if (typeof nama !== 'string' || typeof sha256 !== 'string' || found.has(sha256)) continue;
      found.set(sha256, { nama, sha256 });
    }
  }
  return [...found.values()];
}

/**
 * The archive package of a case: a ZIP that verifies itself. It holds the sheets, the case and its log as JSON, the
 * attachments, a manifest with the SHA-256 of each member and the head of the log, and a page that checks all of it
 * without a network (`periksa.html`).
 */
export function writePackage(contents: PackageContents): Uint8Array<ArrayBuffer> {
  const { record, profile, sheets, attachments, checker, now } = contents;
  const { consultation, events } = record;
  const files = new Map<string, Uint8Array>();
  files.set(members.readMe, strToU8(readMe(consultation, profile)));
  for (const [name, html] of sheets) files.set(name, strToU8(html));
  files.set(members.case, json(caseOf(consultation, profile)));
  files.set(members.log, json(events));
  const lampiran = attachmentsOf(consultation).map((named, index): ListedAttachment => {
    const file = attachments.get(named.sha256);
    if (file === undefined) return named;
    const berkas = plainName(named.nama, index + 1);
    files.set(berkas, file.bytes);
    return { ...named, berkas };
  });
  files.set(members.checker, strToU8(checker));
  const manifest: Manifest = {
    format: packageFormat,
    versi: packageVersion,
    dibuat: now.toISOString(),
    profil: profile.id,
    tiket: consultation.tiket,
    nomorBerkas: fileNumber(consultation),
    kepala: { seq: consultation.version, hash: consultation.head },
    berkas: [...files].map(([nama, bytes]) => ({
      nama,
      ukuran: bytes.byteLength,
      sha256: sha256Hex(bytes),
    })),
    lampiran,
  };
  files.set(members.manifest, json(manifest));
  // ZIP has no time zones and begins in 1980; a clock that is off must not fail an archive.
  const mtime = now.getFullYear() >= 1980 && now.getFullYear() < 2100 ? now : new Date(1980, 1, 1);
  return zipSync(Object.fromEntries(files), { level: 6, mtime });
}

/** The case as it stands, with what the office said of its archive. The log is in a member of its own. */
function caseOf(consultation: Consultation, { office, document, retention }: Profile): object {
  const closedAt = consultation.archives.at(-1)?.at;
  const retensi = closedAt && retentionDates(closedAt, retention, office.zonaWaktu);
  const { nomor, revisi, judul } = document;
  return {
    konsultasi: consultation,
    kantor: { nama: office.nama, instansi: office.instansi, zonaWaktu: office.zonaWaktu },
    sop: { nomor, revisi, judul },
    ...(retensi && { retensi }),
  };
}

function fileNumber({ archives }: Consultation): string | null {
  const number = archives.at(-1)?.arsip['nomorBerkas'];
  return typeof number === 'string' ? number : null;
}

function json(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}

function readMe({ tiket }: Consultation, { office }: Profile): string {
  return [
    `Paket arsip konsultasi ${tiket} · ${office.nama}`,
    '',
    'Isi paket:',
    '- lembar-asli.html, lembar-salinan.html: formulir resmi; buka dan cetak dengan peramban apa pun.',
    `- ${members.case}: konsultasi sebagai data (JSON).`,
    `- ${members.log}: catatan setiap kejadian, berantai dengan hash SHA-256.`,
    '- lampiran-…: berkas yang diserahkan pengguna. Perlakukan sebagai berkas dari luar.',
    `- ${members.manifest}: daftar isi dengan SHA-256 setiap berkas dan kepala catatan saat paket dibuat.`,
    `- ${members.checker}: pemeriksa. Buka dengan peramban (tanpa internet), lalu pilih berkas ZIP ini.`,
    '',
    'Pemeriksa di dalam paket ikut berubah bila seseorang mengubah paket. Untuk pemeriksaan yang',
    'penting, gunakan pemeriksa dari paket lain yang dipercaya atau perintah pada dokumentasi, dan',
    'cocokkan kode periksa dengan yang tercetak pada lembar.',
    '',
  ].join('\r\n');
}
