import type { ConsultationEvent } from '@lpse-konsultasi/form-schema';
import type { DeskReader, DeskWriter } from '../embedded/store.js';
import { MemoryStore } from '../memory/index.js';

/** A desk in memory whose logs somebody can change behind everybody's back: for tests of what is said then. */
export class TamperedStore extends MemoryStore {
  readonly #damaged = new Set<string>();

  /** From now on the first entry of this log is not what it was. */
  damage(id: string): void {
    this.#damaged.add(id);
  }

  override read<T>(work: (reader: DeskReader) => Promise<T>): Promise<T> {
    return super.read((reader) => work({ ...reader, events: this.#eventsOf(reader) }));
  }

  override write<T>(work: (writer: DeskWriter) => Promise<T>): Promise<T> {
    return super.write((writer) => work({ ...writer, events: this.#eventsOf(writer) }));
  }

  #eventsOf(reader: DeskReader): DeskReader['events'] {
    return async (id) => {
      const events = await reader.events(id);
      const [first, ...rest] = events;
      if (first === undefined || !this.#damaged.has(id)) return events;
      const actor = { ...first.actor, name: `${first.actor.name}, lain` };
      return [{ ...first, actor } as ConsultationEvent, ...rest];
    };
  }
}
