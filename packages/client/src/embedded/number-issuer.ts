import type { ConsultationEvent, DecideContext, Profile } from '@lpse-konsultasi/form-schema';
import { formatNumber, runningNumber, sequenceName, type NumberKind } from './numbers.js';
import type { StoreReader, StoreWriter } from './store.js';

const kinds: readonly NumberKind[] = ['ticket', 'queue', 'archive'];

/** The numbers that the office would issue next. They are used up only when an event carries them, so none is lost. */
export class NumberIssuer {
  readonly next: DecideContext['numbers'];
  readonly #sequences: { readonly [kind in NumberKind]: { name: string; last: number } };

  private constructor(
    next: DecideContext['numbers'],
    sequences: { readonly [kind in NumberKind]: { name: string; last: number } },
  ) {
    this.next = next;
    this.#sequences = sequences;
  }

  static async read(profile: Profile, date: Date, reader: StoreReader): Promise<NumberIssuer> {
    const { numbers } = profile.procedure;
    const read = async (kind: NumberKind): Promise<{ name: string; last: number }> => {
      const name = sequenceName(kind, numbers[kind], date, profile.office);
      return { name, last: await reader.sequence(name) };
    };
    const [ticket, queue, archive] = await Promise.all([
      read('ticket'),
      read('queue'),
      read('archive'),
    ]);
    const sequences = { ticket, queue, archive };
    const next = (kind: NumberKind): string =>
      formatNumber(numbers[kind], sequences[kind].last + 1, date, profile.office);
    return new NumberIssuer(
      { ticket: next('ticket'), queue: next('queue'), archive: next('archive') },
      sequences,
    );
  }

  /** Counts on for the numbers that these events carry. */
  async useUp(events: readonly ConsultationEvent[], writer: StoreWriter): Promise<void> {
    for (const kind of kinds) {
      const { name, last } = this.#sequences[kind];
      if (events.some((event) => numberIn(event, kind) === this.next[kind]))
        await writer.setSequence(name, last + 1);
    }
  }

  /** Where the sequences must stand so that no number of these events, made elsewhere, is issued again. */
  static async passed(
    profile: Profile,
    events: readonly ConsultationEvent[],
    reader: StoreReader,
  ): Promise<readonly (readonly [name: string, value: number])[]> {
    const { office, procedure } = profile;
    const reached = new Map<string, number>();
    for (const event of events) {
      for (const kind of kinds) {
        const number = numberIn(event, kind);
        if (number === undefined) continue;
        const date = new Date(event.at);
        const template = procedure.numbers[kind];
        const name = sequenceName(kind, template, date, office);
        const value = runningNumber(template, number, date, office);
        if (value === undefined) continue;
        const known = reached.get(name) ?? (await reader.sequence(name));
        reached.set(name, Math.max(known, value));
      }
    }
    return [...reached];
  }
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
