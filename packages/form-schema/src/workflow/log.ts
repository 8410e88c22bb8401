import { canonicalJson } from '../hash/canonical-json.js';
import { sha256Hex } from '../hash/sha256.js';
import { isJsonObject } from '../json.js';
import type { Actor } from './actor.js';
import type { Consultation } from './consultation.js';
import { initialsValid } from './digest.js';
import { escalationStatus, isNumberAwaited, mayBeRepliedTo } from './escalation-status.js';
import { evolve } from './evolve.js';
import type { ConsultationEvent, EventData, EventType } from './events.js';
import { movements } from './transitions.js';
import type { StepNumber } from '../procedure/procedure.js';
import { isPlainJson, optional } from './values.js';

/** What stands before the first entry of a log. */
const GENESIS = '0'.repeat(64);

/** Something that has happened, before it has its place in the log. `step` is given where the event does not fix it. */
export type Happening = {
  readonly [T in EventType]: {
    readonly type: T;
    readonly data: EventData[T];
    readonly step?: StepNumber;
  };
}[EventType];

/** Gives happenings their place in the log: numbered, dated, signed by their actor, and chained to what came before. */
export function seal(
  consultation: Consultation | undefined,
  { id, at, actor }: { readonly id: string; readonly at: string; readonly actor: Actor },
  happenings: readonly Happening[],
): ConsultationEvent[] {
  let prevHash = consultation?.head ?? GENESIS;
  let seq = consultation?.version ?? 0;
  return happenings.map(({ type, data, step }) => {
    seq += 1;
    const entry = {
      seq,
      consultationId: id,
      type,
      at,
      actor: identityOf(actor),
      step: step ?? movements[type].step ?? consultation?.step ?? 1,
      data,
      prevHash,
    };
    prevHash = hashOf(entry);
    return { ...entry, hash: prevHash } as ConsultationEvent;
  });
}

/**
 * Why a log is not what it was: `gap` (an entry is missing, added or moved), `foreign` (of another case), `content` (the
 * entry is not what was hashed), `chain` (it does not follow the entry before), `time` (it goes back in time), `order`
 * (the procedure does not allow it there), `initials` (they are bound to another text), `cut` (the log ends before an entry
 * that was there once), `rewritten` (the entry is another one than was there once).
 */
export type LogFault =
  'gap' | 'foreign' | 'content' | 'chain' | 'time' | 'order' | 'initials' | 'cut' | 'rewritten';

export type LogVerdict =
  | { readonly ok: true }
  /** `seq` is the place in the log (from 1) of the first entry that is wrong. */
  | { readonly ok: false; readonly seq: number; readonly reason: LogFault };

/** How far a log went, and the hash that covers all of it: kept elsewhere, it shows what the chain alone cannot. */
export interface LogHead {
  /** `seq` of the last entry; 0 for an empty log. */
  readonly seq: number;
  readonly hash: string;
}

export function headOf(events: readonly ConsultationEvent[]): LogHead {
  const last = events.at(-1);
  return { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS };
}

/**
 * Whether a log is what it was when its head was kept, or has gone on from there. Finds what `verifyLog` cannot: an end
 * that was cut off, and a log that was written anew with right hashes.
 */
export function verifyAgainst(events: readonly ConsultationEvent[], head: LogHead): LogVerdict {
  const verdict = verifyLog(events);
  if (!verdict.ok) return verdict;
  if (events.length < head.seq) return { ok: false, seq: events.length + 1, reason: 'cut' };
  const kept = head.seq === 0 ? GENESIS : events[head.seq - 1]?.hash;
  return kept === head.hash ? verdict : { ok: false, seq: head.seq, reason: 'rewritten' };
}

/**
 * Whether nobody has tampered with a log. Never throws, whatever the list holds.
 *
 * A chain alone shows neither a cut-off end nor a log that was written anew from the start: `verifyAgainst` a
 * head that was kept elsewhere (of an export, a printed sheet) does.
 */
export function verifyLog(events: readonly ConsultationEvent[]): LogVerdict {
  let consultation: Consultation | undefined;
  for (const [index, event] of events.entries()) {
    const reason = entryFault(event, index + 1, consultation);
    if (reason) return { ok: false, seq: index + 1, reason };
    const next = tryEvolve(consultation, event);
    if (typeof next === 'string') return { ok: false, seq: index + 1, reason: next };
    consultation = next;
  }
  return { ok: true };
}

function entryFault(
  event: ConsultationEvent,
  seq: number,
  before: Consultation | undefined,
): LogFault | undefined {
  if (!isPlainJson(event) || !isJsonObject(event)) return 'content';
  const { hash, ...entry } = event;
  if (hashOf(entry) !== hash) return 'content';
  if (event.seq !== seq) return 'gap';
  if (before && event.consultationId !== before.id) return 'foreign';
  if (event.prevHash !== (before?.head ?? GENESIS)) return 'chain';
  if (!(Date.parse(event.at) >= Date.parse(before?.updatedAt ?? event.at))) return 'time';
  return mayFollow(event, before) ? undefined : 'order';
}

function mayFollow(event: ConsultationEvent, before: Consultation | undefined): boolean {
  if (!Object.hasOwn(movements, event.type)) return false;
  const { from, step } = movements[event.type];
  return from.includes(before?.state ?? null) && (step === null || step === event.step);
}

/** What a state alone does not say: whether there is an escalation to speak of, and whether it is still out. */
function fitsEscalation(event: ConsultationEvent, before: Consultation): boolean {
  switch (event.type) {
    case 'number-recorded':
      return isNumberAwaited(before);
    case 'reminded':
      return escalationStatus(before) === 'waiting';
    case 'escalation-revoked':
      return (
        event.data.setelahArsip === (before.state === 'archived') &&
        (before.state === 'escalating' || escalationStatus(before) === 'waiting')
      );
    case 'reply-received':
      return mayBeRepliedTo(before);
    default:
      return true;
  }
}

/** A log written anew can carry right hashes over data of the wrong shape; only then does folding it fail. */
function tryEvolve(
  before: Consultation | undefined,
  event: ConsultationEvent,
): Consultation | LogFault {
  try {
    if (before !== undefined && !fitsEscalation(event, before)) return 'order';
    const after = evolve(before, event);
    if (event.type !== 'answered' || initialsValid(after, after.answers.length - 1)) return after;
    return 'initials';
  } catch {
    return 'content';
  }
}

function hashOf(entry: object): string {
  return sha256Hex(canonicalJson(entry));
}

/** Only what the log is to say of a person, whatever else a session object carries. */
function identityOf({ id, role, name, position }: Actor): Actor {
  return { id, role, name, ...optional('position', position) };
}
