import {
  decide,
  evolve,
  isRefusal,
  type Command,
  type Consultation,
  type ConsultationEvent,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import { numbersAfter, sequencesAt, usedKinds } from '../embedded/running-numbers.js';
import type { Moment, Scene } from './play.js';

/** One office at which scenes happen by the real rules: numbers run on, counters are taken and given back. */
export class SampleOffice {
  readonly #profile: Profile;
  readonly #logs = new Map<string, readonly ConsultationEvent[]>();
  readonly #cases = new Map<string, Consultation>();
  readonly #sequences = new Map<string, number>();
  /** By case: the counter where it is being helped. */
  readonly #busy = new Map<string, string>();

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  logOf(id: string): readonly ConsultationEvent[] {
    return this.#logs.get(id) ?? [];
  }

  /** False when the rules refuse it. */
  carryOut(id: string, scene: Scene, at: Date): boolean {
    const consultation = this.#cases.get(id);
    const names = sequencesAt(this.#profile, at);
    const lastOf = (name: string): number => this.#sequences.get(name) ?? 0;
    const last = {
      ticket: lastOf(names.ticket),
      queue: lastOf(names.queue),
      archive: lastOf(names.archive),
    };
    const numbers = numbersAfter(this.#profile, at, last);
    const decided = decide(consultation, this.#commandOf(id, scene, at), {
      at: at.toISOString(),
      actor: scene.by,
      profile: this.#profile,
      numbers,
      busyCounters: this.#busyCounters(),
    });
    if (isRefusal(decided)) return false;
    for (const kind of usedKinds(decided, numbers))
      this.#sequences.set(names[kind], last[kind] + 1);
    this.#logs.set(id, [...this.logOf(id), ...decided]);
    const after = decided.reduce<Consultation | undefined>(evolve, consultation);
    if (after === undefined) return true;
    this.#cases.set(id, after);
    const counter = after.calls.at(-1)?.loket;
    const isBusy = after.state === 'called' || after.state === 'analysing';
    if (isBusy && counter !== undefined) this.#busy.set(id, counter);
    else this.#busy.delete(id);
    return true;
  }

  /** The case has been handed on; nothing more happens to it here. */
  forget(id: string): void {
    this.#logs.delete(id);
    this.#cases.delete(id);
    this.#busy.delete(id);
  }

  #commandOf(consultationId: string, { type, data, by }: Scene, at: Date): Command {
    if (typeof data !== 'function') return { type, consultationId, data };
    const consultation = this.#cases.get(consultationId);
    if (consultation === undefined)
      throw new TypeError('The first scene of a story has plain data');
    const busy = this.#busyCounters();
    const moment: Moment = {
      consultation,
      profile: this.#profile,
      by,
      at: at.toISOString(),
      freeCounter: this.#profile.office.loket.find((loket) => !busy.includes(loket)),
    };
    return { type, consultationId, data: data(moment) };
  }

  #busyCounters(): readonly string[] {
    return [...this.#busy.values()];
  }
}
