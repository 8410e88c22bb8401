import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';

/** One piece of information that the other side asks for. */
export interface PackagePart {
  /** Stable key, e.g. `namaBadanUsaha`. */
  readonly id: string;
  readonly label: string;
  /** As a person reads it, in Indonesian. */
  readonly text: string;
  /** Where it comes from: a pointer into the consultation form, or nothing where the office or the log says it. */
  readonly pointer?: Pointer;
}

export interface PackageSection {
  readonly id: 'tiket' | 'pelapor' | 'permasalahan' | 'penanganan';
  readonly title: string;
  readonly parts: readonly PackagePart[];
}

/** What the package lacks, and what to do about it. */
export interface MissingPart {
  readonly id: string;
  readonly label: string;
  /** The field of the consultation form, or of the profile (`/office/telepon`), that would say it. */
  readonly pointer: Pointer;
  /** Where that field is. */
  readonly of: 'formulir' | 'analisis' | 'profil';
  /** One sentence in Indonesian. */
  readonly message: string;
}

export interface PackageMoment {
  /** ISO instant. */
  readonly waktu: string;
  readonly peristiwa: string;
}

export interface PackageAttachment {
  readonly sha256: string;
  readonly nama: string;
  readonly jenis: string;
  readonly mime: string;
  /** Bytes. */
  readonly ukuran: number;
}

/**
 * What LKPP needs of a case in order to work on it (step 10), composed from the case, its log and its office. Data: a
 * channel decides how it travels.
 */
export interface EscalationPackage {
  readonly tiket: string;
  /** "CV Contoh tidak dapat masuk …": one line, as the other side's form asks for it. */
  readonly judul: string;
  readonly sections: readonly PackageSection[];
  /** What happened until now, from the log. */
  readonly kronologi: readonly PackageMoment[];
  readonly lampiran: readonly PackageAttachment[];
  /** What the other side will ask for and the case does not say. */
  readonly missing: readonly MissingPart[];
}

/** The package as JSON, e.g. for a webhook. */
export type EscalationPackageJson = { readonly [key: string]: Json };
