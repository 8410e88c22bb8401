import type { LogFault } from '@lpse-konsultasi/form-schema';

/** The members that every archive package has; the rest are sheets and attachments. */
export const members = {
  manifest: 'manifes.json',
  case: 'kasus.json',
  log: 'catatan.json',
  checker: 'periksa.html',
  readMe: 'baca-saya.txt',
} as const;

export const packageFormat = 'lpse-konsultasi/arsip';
export const packageVersion = 1;

/** One member of the package, as the manifest lists it. */
export interface ListedMember {
  readonly nama: string;
  /** Bytes. */
  readonly ukuran: number;
  /** Lower-case hex SHA-256 of the bytes. */
  readonly sha256: string;
}

/** An attachment of the case. `berkas` is its member; absent when its bytes were not to be had. */
export interface ListedAttachment {
  readonly nama: string;
  readonly sha256: string;
  readonly berkas?: string;
}

/** `manifes.json`: what the package holds, and the head of the log at the moment of the export. */
export interface Manifest {
  readonly format: typeof packageFormat;
  readonly versi: typeof packageVersion;
  /** ISO instant. */
  readonly dibuat: string;
  readonly profil: string;
  readonly tiket: string;
  readonly nomorBerkas: string | null;
  readonly kepala: { readonly seq: number; readonly hash: string };
  readonly berkas: readonly ListedMember[];
  readonly lampiran: readonly ListedAttachment[];
}

/**
 * What is wrong with a package, by the first member that is wrong: `unreadable` (no package, or too large to be one),
 * `unsafe` (a member's name is a path, or stands twice), `manifest` (it is not one of this format), `missing`,
 * `changed`, `unlisted` (a member that the manifest does not know), `log` (the chain is broken at `seq`), `head` (the log
 * is not the one that was exported: cut off, or written anew), `case` (it does not say what the log says), `attachment`
 * (what the case names is not what the package holds).
 */
export type PackageFault =
  | 'unreadable'
  | 'unsafe'
  | 'manifest'
  | 'missing'
  | 'changed'
  | 'unlisted'
  | 'log'
  | 'head'
  | 'case'
  | 'attachment';

export type PackageVerdict =
  | {
      readonly ok: true;
      readonly manifest: Manifest;
      /** The hash of each entry of the log, in order: what the check codes on paper are taken from. */
      readonly hashes: readonly string[];
      /** SHA-256 of the manifest itself, for an office that notes it elsewhere. */
      readonly seal: string;
    }
  | {
      readonly ok: false;
      readonly fault: PackageFault;
      readonly member: string;
      readonly seq?: number;
      readonly reason?: LogFault;
    };

/** A package's members by name. */
export type Members = ReadonlyMap<string, Uint8Array>;

/** Whether a name is a file's and no path: what a package may hold, and what is safe to write beside others. */
export function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N} ._()-]{0,119}$/u.test(name) && !name.includes('..');
}

/** A name that every file system takes, made from one that a user chose; its ending stays. */
export function plainName(name: string, number: number): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} ._()-]+/gu, '-')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(plain) ?? [];
  const cut = [...stem].slice(0, 60).join('').trim() || 'berkas';
  return `lampiran-${String(number).padStart(2, '0')}-${cut}${ending}`;
}
