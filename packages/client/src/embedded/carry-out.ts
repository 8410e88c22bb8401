import { canonicalJson, decide, isRefusal, sha256Hex } from '@lpse-konsultasi/form-schema';
import type {
  Actor,
  Command,
  Consultation,
  ConsultationEvent,
  JsonObject,
  Profile,
  RefusalCode,
} from '@lpse-konsultasi/form-schema';
import type { ExecuteOptions, Outcome } from '../backend.js';
import { caseOf, foldOf } from './fold.js';
import { deepFreeze, plainCopy } from './plain.js';
import { numbersAfter, sequencesAt, usedKinds } from './running-numbers.js';
import type { Scan, StoreReader, StoreWriter } from './store.js';
import { summarise } from './summary.js';

/** Who gives a command, where and when. */
export interface Circumstances {
  readonly profile: Profile;
  readonly actor: Actor;
  /** Asked once, when the transaction has begun: it may have waited for another one. */
  readonly now: () => Date;
}

export interface CarriedOut {
  readonly outcome: Outcome;
  /** Something was written; false for a refusal and for an answer that was remembered. */
  readonly isNew: boolean;
}

/** Judges a command within one transaction, and writes what it leads to. */
export async function carryOut(
  command: Command,
  { key, expectedVersion, signal }: ExecuteOptions,
  { profile, actor, now: clock }: Circumstances,
  writer: StoreWriter,
): Promise<CarriedOut> {
  const { consultationId } = command;
  const digest = sha256Hex(canonicalJson(command));
  const [remembered, events, busyCounters] = await Promise.all([
    writer.remembered(key),
    // What has no id is refused by `decide`; a store cannot even look for it.
    typeof consultationId === 'string' ? writer.events(consultationId) : [],
    command.type === 'call' ? busyCountersOf(writer) : [],
  ]);
  // Only whose turn it is can read. A time from before the wait would contradict the numbers, which are given in turn.
  const now = clock();
  const sequences = sequencesAt(profile, now);
  const [ticket, queue, archive] = await Promise.all([
    writer.sequence(sequences.ticket),
    writer.sequence(sequences.queue),
    writer.sequence(sequences.archive),
  ]);
  // Up to here nothing is written; beyond, the command is carried out whatever the signal says.
  signal?.throwIfAborted();

  if (remembered !== undefined) {
    if (remembered.digest !== digest) return refused('LPSE_KEY_REUSED', {});
    const then = events.slice(0, remembered.last);
    const outcome = done(foldOf(then), then.slice(remembered.first - 1));
    return { outcome, isNew: false };
  }

  const consultation = caseOf(events);
  const actualVersion = consultation?.version ?? 0;
  // Of a case that does not exist, `decide` says so; no version of it can be out of date.
  const isKnown = consultation !== undefined || command.type === 'register';
  if (isKnown && expectedVersion !== undefined && expectedVersion !== actualVersion)
    return refused('LPSE_VERSION_CONFLICT', { expectedVersion, actualVersion }, consultation);

  const last = { ticket, queue, archive };
  const numbers = numbersAfter(profile, now, last);
  const at = now.toISOString();
  const decided = decide(consultation, command, { at, actor, profile, numbers, busyCounters });
  if (isRefusal(decided)) return { outcome: { ok: false, refusal: decided }, isNew: false };

  const added = deepFreeze(plainCopy(decided));
  const after = foldOf([...events, ...added]);
  await Promise.all([
    writer.append(added, summarise(after, profile)),
    ...usedKinds(added, numbers).map((kind) => writer.setSequence(sequences[kind], last[kind] + 1)),
    writer.remember({ key, digest, consultationId, first: actualVersion + 1, last: after.version }),
  ]);
  return { outcome: done(after, added), isNew: true };
}

function done(consultation: Consultation, events: readonly ConsultationEvent[]): Outcome {
  return { ok: true, consultation, events };
}

function refused(code: RefusalCode, params: JsonObject, consultation?: Consultation): CarriedOut {
  const refusal = { code, params, problems: [] };
  const outcome = { ok: false, refusal, ...(consultation && { consultation }) } as const;
  return { outcome, isNew: false };
}

/** Where someone is being helped now. */
async function busyCountersOf(reader: StoreReader): Promise<readonly string[]> {
  const counters = new Set<string>();
  const scan: Scan = { by: 'updatedAt', descending: true, states: ['called', 'analysing'] };
  await reader.scan(scan, ({ loket }) => {
    if (loket !== undefined) counters.add(loket);
    return true;
  });
  return [...counters];
}
