import type { JsonObject } from '@lpse-konsultasi/form-schema';

/** What someone has typed but not handed in. It is no part of the case and of no log. */
export interface Draft {
  readonly value: JsonObject;
  /** ISO instant at which it was stored. */
  readonly savedAt: string;
}

/** Keeps drafts, so that a reload or a crash loses nothing. Keys name case and form: `<id>/consultation-form`. */
export interface Drafts {
  load(key: string): Promise<Draft | undefined>;
  /** Resolves when it is stored; answers what was stored. */
  save(key: string, value: JsonObject): Promise<Draft>;
  remove(key: string): Promise<void>;
}
