import type { Consultation, ConsultationEvent, Profile } from '@lpse-konsultasi/form-schema';
import { foldOf } from './fold.js';
import { sequencesIn } from './running-numbers.js';
import type { StoreWriter } from './store.js';
import { summarise } from './summary.js';

/** What became of a log that was brought in from elsewhere. */
export type ImportResult =
  | { readonly ok: true; readonly consultation: Consultation }
  /** `damaged`: the log contradicts itself. `diverged`: the case is here already, with another history. */
  | { readonly ok: false; readonly reason: 'damaged' | 'diverged' };

/** Adds what a verified log has beyond the stored one, within one transaction. */
export async function takeOver(
  id: string,
  events: readonly ConsultationEvent[],
  profile: Profile,
  writer: StoreWriter,
): Promise<{ readonly result: ImportResult; readonly isNew: boolean }> {
  const known = await writer.events(id);
  const shared = Math.min(known.length, events.length);
  // Each hash covers all events before it: where the last common one agrees, the histories do.
  if (known[shared - 1]?.hash !== events[shared - 1]?.hash)
    return { result: { ok: false, reason: 'diverged' }, isNew: false };
  const added = events.slice(known.length);
  const consultation = foldOf([...known, ...added]);
  if (added.length === 0) return { result: { ok: true, consultation }, isNew: false };

  const reached = sequencesIn(profile, added);
  const here = await Promise.all(reached.map(([name]) => writer.sequence(name)));
  const passed = reached.filter(([, last], index) => last > (here[index] ?? 0));
  await Promise.all([
    writer.append(added, summarise(consultation, profile)),
    ...passed.map(([name, last]) => writer.setSequence(name, last)),
  ]);
  return { result: { ok: true, consultation }, isNew: true };
}

/** A verified log, and the case that it tells of. */
export interface VerifiedLog {
  readonly consultation: Consultation;
  readonly events: readonly ConsultationEvent[];
}

/** Adds the cases that are not here yet, all in one transaction; answers which. */
export async function takeOverNew(
  logs: readonly VerifiedLog[],
  profile: Profile,
  writer: StoreWriter,
): Promise<readonly Consultation[]> {
  const known = await Promise.all(logs.map(({ consultation: { id } }) => writer.events(id)));
  const fresh = logs.filter((_, index) => known[index]?.length === 0);
  const reached = sequencesIn(
    profile,
    fresh.flatMap(({ events }) => events),
  );
  const here = await Promise.all(reached.map(([name]) => writer.sequence(name)));
  const passed = reached.filter(([, last], index) => last > (here[index] ?? 0));
  for (const { events, consultation } of fresh)
    await writer.append(events, summarise(consultation, profile));
  await Promise.all(passed.map(([name, last]) => writer.setSequence(name, last)));
  return fresh.map(({ consultation }) => consultation);
}
