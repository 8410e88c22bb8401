import type { Backend, Outcome } from '@lpse-konsultasi/client';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import { newId } from '../ids.js';

/** Longest purpose that the guest book takes. */
const longestPurpose = 200;

/** How a guest reached the office; `kertas` is a form that was filled in on paper. */
export type Source = 'tatapMuka' | 'telepon' | 'email' | 'pesanInstan' | 'surat' | 'kertas';

export const sources: readonly Source[] = [
  'tatapMuka',
  'telepon',
  'email',
  'pesanInstan',
  'surat',
  'kertas',
];

/** The channel of the record: whoever hands in a paper has come. */
export function channelOf(source: Source): string {
  return source === 'kertas' ? 'tatapMuka' : source;
}

/** The guest book as the form tells it; the time of a paper is that of its guest's coming. */
export function guestOf(form: JsonObject): JsonObject {
  const { nama, telepon, kanal, judul, tanggalKertas } = form;
  const entry: { [key: string]: JsonObject[string] | undefined } = {
    nama,
    telepon,
    kanal,
    keperluan: typeof judul === 'string' ? judul.slice(0, longestPurpose) : undefined,
    waktuDatang: tanggalKertas,
  };
  const given = Object.entries(entry).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(given) as JsonObject;
}

/**
 * One guest's entry, from the guest book to the form. Whatever fails on its way is taken up where it stopped: the guest
 * is registered once, however often the button is pressed.
 */
export class Entry {
  readonly id: string;
  readonly #backend: Backend;
  #isRegistered: boolean;
  /** The same intention keeps its key until it is answered. */
  #keys = { register: newId(), submit: newId() };

  constructor(backend: Backend, known?: string) {
    this.#backend = backend;
    this.id = known ?? newId();
    this.#isRegistered = known !== undefined;
  }

  get isRegistered(): boolean {
    return this.#isRegistered;
  }

  async register(form: JsonObject): Promise<Outcome> {
    const outcome = await this.#give('register', guestOf(form));
    if (outcome.ok) this.#isRegistered = true;
    return outcome;
  }

  async submit(form: JsonObject): Promise<Outcome> {
    return this.#give('submit', form);
  }

  async #give(type: 'register' | 'submit', data: JsonObject): Promise<Outcome> {
    const key = this.#keys[type];
    const outcome = await this.#backend.execute({ type, consultationId: this.id, data }, { key });
    // What was refused may be corrected and given again; that is another command.
    if (!outcome.ok) this.#keys = { ...this.#keys, [type]: newId() };
    return outcome;
  }
}
