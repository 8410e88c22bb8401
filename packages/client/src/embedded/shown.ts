import { maySee, visibleTo, type Actor, type Profile } from '@lpse-konsultasi/form-schema';
import type { ConsultationRecord, ConsultationSummary, ListFilter, Outcome } from '../backend.js';
import { deepFreeze } from './plain.js';

/** A case as the actor may see it; frozen, as everything that is handed out. */
export function recordFor<R extends ConsultationRecord>(
  record: R,
  actor: Actor,
  profile: Profile,
): R {
  const shown = visibleTo(record, actor, profile);
  return shown === record ? record : deepFreeze(shown);
}

/** The outcome as its actor may see it. */
export function outcomeFor(outcome: Outcome, actor: Actor, profile: Profile): Outcome {
  if (outcome.ok) return recordFor(outcome, actor, profile);
  const { consultation } = outcome;
  if (consultation === undefined) return outcome;
  return {
    ...outcome,
    consultation: recordFor({ consultation, events: [] }, actor, profile).consultation,
  };
}

/**
 * Whether a query asks about nothing that is withheld: whoever may not see the priority of a case must not find out by
 * asking for those of each priority either.
 */
export function mayAsk(filter: ListFilter, { role }: Actor, profile: Profile): boolean {
  const { prioritas, petugasId, pelapor, paket, search } = filter;
  const isAbout = {
    klasifikasi: prioritas !== undefined,
    petugas: petugasId !== undefined,
    dataPribadi: pelapor !== undefined || paket !== undefined || (search ?? '') !== '',
  } as const;
  return (
    maySee(profile, role, 'daftar') &&
    (['klasifikasi', 'petugas', 'dataPribadi'] as const).every(
      (view) => !isAbout[view] || maySee(profile, role, view),
    )
  );
}

/** A row of the list as the actor may see it. */
export function rowFor(
  row: ConsultationSummary,
  { role }: Actor,
  profile: Profile,
): ConsultationSummary {
  const { prioritas, petugas, petugasId, nama, judul, pelapor, paket, ...rest } = row;
  const sees = (view: Parameters<typeof maySee>[2]): boolean => maySee(profile, role, view);
  if (sees('klasifikasi') && sees('petugas') && sees('dataPribadi')) return row;
  const isNamed = sees('dataPribadi');
  return Object.freeze({
    ...rest,
    nama: isNamed ? nama : '',
    judul: isNamed ? judul : '',
    ...(isNamed && pelapor !== undefined && { pelapor }),
    ...(isNamed && paket !== undefined && { paket }),
    ...(sees('klasifikasi') && prioritas !== undefined && { prioritas }),
    ...(sees('petugas') && petugas !== undefined && { petugas }),
    ...(sees('petugas') && petugasId !== undefined && { petugasId }),
  });
}
