import type { DeviationKind } from '../clocks/clock.js';
import type { Json, JsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { Problem } from '../problem.js';
import type { StepNumber } from '../procedure/procedure.js';
import type { Actor } from './actor.js';

/** A field that the user is asked to complete. */
export interface Flag {
  readonly kolom: Pointer;
  readonly alasan?: string;
}

/** The officer's mark under a written answer, bound to the SHA-256 of the text it stands under. */
export interface Initials {
  readonly petugasId: string;
  readonly namaPetugas: string;
  readonly jabatan: string;
  readonly cara: 'diketik' | 'digambar' | 'kertas' | 'tte';
  readonly inisial?: string;
  /** Strokes of drawn initials as SVG path data in a 300 × 100 box. */
  readonly gambar?: string;
  /** ISO instant. */
  readonly waktu: string;
  /** Lower-case hex SHA-256 of the canonical form of what was answered (`answerDigest`). */
  readonly hashIsi: string;
}

/**
 * Members of a form's value that a record does not name itself: fields that an office has added to the form. Absent
 * when there are none.
 */
export interface Added {
  readonly tambahan?: JsonObject;
}

export interface Answer extends Added {
  readonly jawaban: string;
  readonly rujukan?: readonly string[];
  readonly paraf: Initials;
}

/**
 * What can have happened, by type, with what it records. The first comment names the step of the SOP.
 * A value whose shape belongs to a form's schema is a `JsonObject` here: the profile owns it.
 */
export interface EventData {
  /** 1 · the user reported and signed the guest book */
  registered: { readonly tiket: string; readonly bukuTamu: JsonObject };
  /** 2 · the form was given to the user; step 3 starts */
  'form-handed-out': Record<string, never>;
  /** 3 · the form came back filled; `temuan` is what the machine found, kept beside the officer's verdict */
  'form-submitted': {
    readonly formulir: JsonObject;
    readonly putaran: number;
    readonly temuan: readonly Problem[];
  };
  /** 4 · an officer took it up */
  'review-started': Record<string, never>;
  /** 4 · No */
  'found-incomplete': {
    readonly pemeriksaan: JsonObject;
    readonly kolomKurang: readonly Flag[];
    readonly alasan: string;
  };
  /** 5 · the user was asked to complete it; step 3 starts anew */
  'form-returned': { readonly putaran: number };
  /** 4 · Yes */
  'found-complete': { readonly pemeriksaan: JsonObject };
  /** 6 · accepted, queue number issued */
  'form-accepted': { readonly nomorAntrean: string };
  /** 7 */
  called: Added & { readonly urutan: number; readonly metode: string; readonly loket?: string };
  /** 7 · the user did not come, or was passed over */
  missed: Added & { readonly hasil: 'tidakHadir' | 'dilewati'; readonly catatan?: string };
  /** 7 · back into the queue */
  requeued: Record<string, never>;
  /** 7 · the user came; step 8 starts */
  attended: Added & { readonly catatan?: string };
  /** 8 */
  analysed: { readonly analisis: JsonObject; readonly solusiDitemukan: boolean };
  /** 9 · initialled */
  answered: Answer;
  /** 10 */
  escalated: { readonly eskalasi: JsonObject };
  /** 10 · the other side has given the number that was still awaited */
  'number-recorded': Added & { readonly nomorLuar: string };
  /** 10 · the other side was asked how it is going, while no reply has come */
  reminded: Added & { readonly kanal: string; readonly catatan?: string };
  /**
   * 10 · the escalation was taken back. Before the copy was handed over the case is analysed anew; after that
   * (`setelahArsip`) what was archived stays, and the answer follows it.
   */
  'escalation-revoked': Added & { readonly alasan: string; readonly setelahArsip: boolean };
  /** 11 · copy handed over, original archived */
  archived: Added & { readonly salinan: JsonObject; readonly arsip: JsonObject };
  /** 10 · LKPP's reply to an escalated case */
  'reply-received': { readonly balasan: JsonObject };
  /** 11 · the user confirms that the matter is solved */
  confirmed: Record<string, never>;
  /** 11 · the user says that it is not; a follow-up answers */
  reopened: Added & { readonly alasan: string };
  /** cancelled by the user, or by an officer with a reason */
  cancelled: Added & { readonly alasan?: string };
  /** an officer accounts for a deviation from time, equipment or output */
  'deviation-explained': Added & {
    readonly langkah: StepNumber;
    /** Which run of the step (`Deviation.run`). */
    readonly putaran: number;
    readonly jenis: DeviationKind;
    readonly alasan: string;
  };
}

export type EventType = keyof EventData;

/** One entry of the log. The log is the audit log: each entry's hash covers the one before. */
export interface EventOf<T extends EventType> {
  /** From 1, without gaps. The last one's `seq` is the consultation's version. */
  readonly seq: number;
  readonly consultationId: string;
  readonly type: T;
  /** ISO instant (UTC), never before the previous event's. */
  readonly at: string;
  readonly actor: Actor;
  readonly step: StepNumber;
  readonly data: EventData[T];
  /** Hash of the previous event; 64 zeros for the first. */
  readonly prevHash: string;
  /** Lower-case hex SHA-256 of the canonical JSON (RFC 8785) of this event without `hash`. */
  readonly hash: string;
}

export type ConsultationEvent = { [T in EventType]: EventOf<T> }[EventType];

/** An event as JSON, e.g. for hashing. */
export type EventJson = { readonly [key: string]: Json };
