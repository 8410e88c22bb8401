/** The number of a step of the SOP, as the document counts: 1 (guest book) to 11 (copy and archive). */
export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

/** Who carries a step out: the two columns of the document. */
export type StepActor = 'penggunaSpse' | 'bidangLayananDanDukungan';

/** One row of the SOP's table. The texts are the document's own, its typing errors included. */
export interface Step {
  readonly no: StepNumber;
  readonly uraianKegiatan: string;
  readonly perlengkapan: string;
  readonly waktu: string;
  readonly output: string;
  readonly ket: string;
  /** The time limit in minutes; null where the document sets none (empty or "N / A"). */
  readonly minutes: number | null;
  /** Read from the wording: the document's actor columns are blank. */
  readonly actor: StepActor;
  readonly kind: 'kegiatan' | 'keputusan' | 'akhir';
  /** The steps that may follow; a decision names its two answers. */
  readonly next: readonly StepNumber[] | { readonly ya: StepNumber; readonly tidak: StepNumber };
}

/** A person who made, examined or approved the document. */
export interface Signatory {
  readonly peran: 'dibuat' | 'dikaji' | 'disetujui';
  readonly nama: string;
  readonly jabatan: string;
}

/** The head of the SOP: what the official sheet and the procedure page print above everything else. */
export interface SopDocument {
  readonly judul: string;
  readonly nomor: string;
  readonly revisi: string;
  /** ISO date. */
  readonly berlakuEfektif: string;
  readonly disahkanOleh: string;
  readonly pengesahan: readonly Signatory[];
  readonly dasarHukum: readonly string[];
  readonly penjelasanSingkat: readonly string[];
  readonly tujuan: readonly string[];
  readonly peringatan: readonly string[];
  readonly keterkaitan: readonly string[];
  readonly kualifikasiPelaksana: readonly string[];
  readonly peralatan: readonly string[];
  readonly pencatatan: readonly string[];
  readonly definisi: readonly string[];
}
