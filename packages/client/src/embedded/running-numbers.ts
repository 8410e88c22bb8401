import type { ConsultationEvent, DecideContext, Profile } from '@lpse-konsultasi/form-schema';
import { formatNumber, runningNumber, sequenceName, type NumberKind } from './numbers.js';

export const numberKinds = ['ticket', 'queue', 'archive'] as const satisfies NumberKind[];

/** A sequence, and the last number used of it. */
export type Sequence = readonly [name: string, last: number];

/** The names of the sequences that an office draws its numbers from at a moment. */
export function sequencesAt(
  { procedure, office }: Profile,
  date: Date,
): { readonly [kind in NumberKind]: string } {
  const name = (kind: NumberKind): string =>
    sequenceName(kind, procedure.numbers[kind], date, office);
  return { ticket: name('ticket'), queue: name('queue'), archive: name('archive') };
}

/** The numbers that the office would issue next, when `last` was the last number used of each sequence. */
export function numbersAfter(
  { procedure, office }: Profile,
  date: Date,
  last: { readonly [kind in NumberKind]: number },
): DecideContext['numbers'] {
  const number = (kind: NumberKind): string =>
    formatNumber(procedure.numbers[kind], last[kind] + 1, date, office);
  return { ticket: number('ticket'), queue: number('queue'), archive: number('archive') };
}

/** Which of the numbers offered these events carry; the others stay to be issued, so that none is lost. */
export function usedKinds(
  events: readonly ConsultationEvent[],
  offered: DecideContext['numbers'],
): readonly NumberKind[] {
  return numberKinds.filter((kind) =>
    events.some((event) => numberIn(event, kind) === offered[kind]),
  );
}

/** How far each sequence has run in these events, which may have been made elsewhere. */
export function sequencesIn(
  { procedure, office }: Profile,
  events: readonly ConsultationEvent[],
): readonly Sequence[] {
  const reached = new Map<string, number>();
  for (const event of events) {
    for (const kind of numberKinds) {
      const template = procedure.numbers[kind];
      const date = new Date(event.at);
      const value = runningNumber(template, numberIn(event, kind) ?? '', date, office);
      if (value === undefined) continue;
      const name = sequenceName(kind, template, date, office);
      reached.set(name, Math.max(value, reached.get(name) ?? 0));
    }
  }
  return [...reached];
}

function numberIn(event: ConsultationEvent, kind: NumberKind): string | undefined {
  if (kind === 'ticket' && event.type === 'registered') return event.data.tiket;
  if (kind === 'queue' && event.type === 'form-accepted') return event.data.nomorAntrean;
  if (kind === 'archive' && event.type === 'archived') {
    const number = event.data.arsip['nomorBerkas'];
    return typeof number === 'string' ? number : undefined;
  }
  return undefined;
}
