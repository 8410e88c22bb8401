import type { View } from '../access/views.js';
import type { Explanation, Shortfall, StepRun } from '../clocks/clock.js';
import type { JsonObject } from '../json.js';
import type { Problem } from '../problem.js';
import type { StepNumber } from '../procedure/procedure.js';
import type { Actor } from './actor.js';
import type { Added, Answer, Flag } from './events.js';
import type { State } from './states.js';

/** One time that the user handed the form in. */
export interface Submission {
  readonly putaran: number;
  readonly at: string;
  readonly by: Actor;
  readonly formulir: JsonObject;
  readonly temuan: readonly Problem[];
}

/** One verdict of step 4. */
export interface Review {
  readonly putaran: number;
  readonly at: string;
  readonly by: Actor;
  readonly lengkap: boolean;
  readonly pemeriksaan: JsonObject;
  readonly kolomKurang: readonly Flag[];
  readonly alasan?: string;
}

export interface Call extends Added {
  readonly urutan: number;
  readonly at: string;
  readonly by: Actor;
  readonly metode: string;
  readonly loket?: string;
  readonly hasil?: 'hadir' | 'tidakHadir' | 'dilewati';
  readonly catatan?: string;
}

/** An answer with what it was written on, so that its initials can be checked again at any time. */
export interface RecordedAnswer extends Answer {
  readonly at: string;
  readonly by: Actor;
}

export interface ArchiveEntry extends Added {
  readonly at: string;
  readonly by: Actor;
  readonly salinan: JsonObject;
  readonly arsip: JsonObject;
}

/** The number that the other side gave after the escalation was recorded. */
export interface ExternalNumber extends Added {
  readonly at: string;
  readonly by: Actor;
  readonly nomorLuar: string;
}

/** The other side was asked how an escalation is going. */
export interface Reminder extends Added {
  readonly at: string;
  readonly by: Actor;
  /** The channel by which it was asked, of the values of the escalation form. */
  readonly kanal: string;
  readonly catatan?: string;
}

/** An escalation that was taken back. */
export interface Revocation extends Added {
  readonly at: string;
  readonly by: Actor;
  readonly alasan: string;
  /** It had been archived as escalated: the record of it stays, and an answer follows. */
  readonly setelahArsip: boolean;
  /** What had been sent; absent when it was still being prepared. */
  readonly eskalasi?: JsonObject;
}

/** What a follow-up answers to. `untukJawaban` is the index of the answer that it led, or will lead, to. */
interface Prompt {
  readonly at: string;
  readonly by: Actor;
  readonly untukJawaban: number;
}

/** LKPP's reply to an escalated case. */
export interface Reply extends Prompt {
  readonly balasan: JsonObject;
}

/** The user's word that the matter is not solved. */
export interface Reopening extends Added, Prompt {
  readonly alasan: string;
}

/** The user's word that it is, about the answer of this index. */
export interface Confirmation {
  readonly at: string;
  readonly by: Actor;
  readonly jawaban: number;
}

/** What a role was not shown of a case (`visibleTo`). */
export interface Withheld {
  readonly views: readonly View[];
  /** Whether the initials under each answer are valid: found before anything they are bound to was taken out. */
  readonly initials: readonly boolean[];
}

/** A case as the fold of its events. It holds nothing that the log does not say. */
export interface Consultation {
  readonly id: string;
  readonly state: State;
  /** `seq` of the last event. */
  readonly version: number;
  /** `hash` of the last event. */
  readonly head: string;
  /** The step of the SOP that the case is in now. */
  readonly step: StepNumber;
  readonly registeredAt: string;
  readonly updatedAt: string;
  readonly tiket: string;
  readonly nomorAntrean?: string;
  /** Since when the case waits to be called: when its number was issued, or when it last went back into the queue. */
  readonly queuedAt?: string;
  /** Times that the form went to the user: 1, then one more for each return. */
  readonly putaran: number;
  readonly bukuTamu: JsonObject;
  readonly submissions: readonly Submission[];
  readonly reviews: readonly Review[];
  /** The officer who took the review up; nobody once the form went back to the user. */
  readonly reviewer?: Actor;
  readonly calls: readonly Call[];
  readonly analisis?: JsonObject;
  /** What was sent, as it was recorded then; gone when it was taken back before the copy was handed over. */
  readonly eskalasi?: JsonObject;
  /** Where the other side's number came later than the escalation itself (`externalNumber`). */
  readonly nomorEskalasi?: ExternalNumber;
  /** Of the escalation that is out, or was until the reply; gone with it when it is taken back. */
  readonly reminders: readonly Reminder[];
  readonly revocations: readonly Revocation[];
  /** The first answer, and one more for each follow-up. */
  readonly answers: readonly RecordedAnswer[];
  readonly replies: readonly Reply[];
  readonly reopenings: readonly Reopening[];
  readonly confirmations: readonly Confirmation[];
  readonly archives: readonly ArchiveEntry[];
  /** When each step began and ended, in the order of their beginnings: what the clocks measure. */
  readonly runs: readonly StepRun[];
  /** Equipment and outputs that were missing, and what officers said about deviations of any kind. */
  readonly shortfalls: readonly Shortfall[];
  readonly explanations: readonly Explanation[];
  readonly cancellation?: Added & {
    readonly at: string;
    readonly by: Actor;
    readonly alasan?: string;
  };
  /** On a copy for a role that may not see all of it; never on a case that was folded from its log. */
  readonly withheld?: Withheld;
}
