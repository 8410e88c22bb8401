import { strFromU8, unzipSync } from 'fflate';
import {
  canonicalJson,
  isJsonObject,
  replay,
  sha256Hex,
  verifyLog,
  type ConsultationEvent,
  type Json,
} from '@lpse-konsultasi/form-schema';
import {
  isPlainName,
  members,
  packageFormat,
  packageVersion,
  type Manifest,
  type Members,
  type PackageFault,
  type PackageVerdict,
} from './package.js';

/** More than a case with the attachments that it may have; what unpacks to more is no package of ours. */
const mostBytes = 512 * 1024 * 1024;
const mostMembers = 1000;

/** Whether an archive package is as it was made. Never throws, whatever the bytes are. */
export function verifyPackage(bytes: Uint8Array): PackageVerdict {
  const unpacked = unpack(bytes);
  return 'ok' in unpacked ? unpacked : verifyMembers(unpacked);
}

/** The same of members that somebody has unpacked already. */
export function verifyMembers(files: Members): PackageVerdict {
  const manifestBytes = files.get(members.manifest);
  if (manifestBytes === undefined) return wrong('missing', members.manifest);
  const manifest = manifestOf(parsed(manifestBytes));
  if (manifest === undefined) return wrong('manifest', members.manifest);
  const listed = new Set([members.manifest, ...manifest.berkas.map(({ nama }) => nama)]);
  for (const { nama, ukuran, sha256 } of manifest.berkas) {
    const bytes = files.get(nama);
    if (bytes === undefined) return wrong('missing', nama);
    if (bytes.byteLength !== ukuran || sha256Hex(bytes) !== sha256) return wrong('changed', nama);
  }
  for (const name of files.keys()) if (!listed.has(name)) return wrong('unlisted', name);
  for (const needed of [members.log, members.case])
    if (!listed.has(needed)) return wrong('missing', needed);
  return verifyContents(files, manifest, sha256Hex(manifestBytes));
}

/** Every member is as listed; now what they say has to fit together. */
function verifyContents(files: Members, manifest: Manifest, seal: string): PackageVerdict {
  const events = parsed(files.get(members.log));
  if (!Array.isArray(events) || events.length === 0) return wrong('log', members.log);
  const log = events as unknown as readonly ConsultationEvent[];
  const verdict = verifyLog(log);
  if (!verdict.ok) {
    const { seq, reason } = verdict;
    return { ok: false, fault: 'log', member: members.log, seq, reason };
  }
  const consultation = replay(log);
  const { kepala, tiket, lampiran } = manifest;
  if (consultation === undefined || consultation.head !== kepala.hash)
    return { ok: false, fault: 'head', member: members.log, seq: log.length };
  const said = parsed(files.get(members.case));
  const kept = isJsonObject(said) ? said['konsultasi'] : undefined;
  if (kept === undefined || canonicalJson(kept) !== canonicalJson(consultation))
    return wrong('case', members.case);
  if (consultation.tiket !== tiket || consultation.version !== kepala.seq)
    return wrong('manifest', members.manifest);
  for (const { nama, sha256, berkas } of lampiran) {
    const bytes = berkas === undefined ? undefined : files.get(berkas);
    if (berkas !== undefined && (bytes === undefined || sha256Hex(bytes) !== sha256))
      return wrong('attachment', berkas);
    if (!JSON.stringify(consultation.submissions).includes(`"sha256":"${sha256}"`))
      return wrong('attachment', berkas ?? nama);
  }
  return { ok: true, manifest, hashes: log.map(({ hash }) => hash), seal };
}

/** The members of a ZIP; a verdict when it is none, or one that should not be unpacked. */
export function unpack(bytes: Uint8Array): Map<string, Uint8Array> | PackageVerdict {
  const names = new Set<string>();
  let total = 0;
  let unsafe: string | undefined;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isPlainName(name) || names.has(name)) unsafe ??= name;
        names.add(name);
        total += originalSize;
        if (total > mostBytes || names.size > mostMembers) throw new RangeError('too large');
        return unsafe === undefined;
      },
    });
    if (unsafe !== undefined) return wrong('unsafe', unsafe);
    if (names.size === 0) return wrong('unreadable', '');
    return new Map(Object.entries(files));
  } catch {
    return wrong('unreadable', '');
  }
}

function wrong(fault: PackageFault, member: string): PackageVerdict {
  return { ok: false, fault, member };
}

function parsed(bytes: Uint8Array | undefined): Json | undefined {
  try {
    return bytes && (JSON.parse(strFromU8(bytes)) as Json);
  } catch {
    return undefined;
  }
}

/** A manifest that has the shape of one. */
function manifestOf(value: Json | undefined): Manifest | undefined {
  if (!isJsonObject(value)) return undefined;
  const { format, versi, kepala, berkas, lampiran, tiket } = value;
  if (format !== packageFormat || versi !== packageVersion || typeof tiket !== 'string')
    return undefined;
  if (!isJsonObject(kepala) || typeof kepala['hash'] !== 'string') return undefined;
  if (!Array.isArray(berkas) || !berkas.every(isListed)) return undefined;
  const isNamed = (item: Json): boolean =>
    isJsonObject(item) && typeof item['nama'] === 'string' && typeof item['sha256'] === 'string';
  if (!Array.isArray(lampiran) || !(lampiran as readonly Json[]).every(isNamed)) return undefined;
  return value as unknown as Manifest;
}

function isListed(item: Json): boolean {
  return (
    isJsonObject(item) &&
    typeof item['nama'] === 'string' &&
    isPlainName(item['nama']) &&
    typeof item['ukuran'] === 'number' &&
    typeof item['sha256'] === 'string'
  );
}
