import type { Actor } from '@lpse-konsultasi/form-schema';
import type { Backend, BackendManifest } from '../backend.js';

/** One desk that a case of the suite has for itself: empty at first, worked on through any number of backends. */
export interface ConformanceHarness {
  /** A backend on this desk for this person. It works with a shipped profile, `base` or `batang`. */
  open(actor: Actor): Promise<Backend>;
  /**
   * Changes the first entry of a case's stored log behind the backend's back, as somebody with the storage in hand can.
   * With it, the suite sees what is said of damage (`SuiteOptions.damages`).
   */
  damage?(id: string): Promise<void>;
  /** Throws the desk away; its backends have been closed. */
  dispose(): Promise<void>;
}

/** What a backend may or may not be able to do. */
export type Capability = {
  [name in keyof BackendManifest]-?: NonNullable<BackendManifest[name]> extends boolean
    ? name
    : never;
}[keyof BackendManifest];
