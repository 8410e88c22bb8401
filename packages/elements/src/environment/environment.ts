import { createContext } from '@lit/context';
import type { Actor, Locale, Profile } from '@lpse-konsultasi/form-schema';
import type { Backend, Drafts, Memo } from '@lpse-konsultasi/client';

/** The time that panels show and that embedded backends write into the log. */
export interface Clock {
  now(): Date;
}

/**
 * Everything that a panel needs from around it. An immutable snapshot: switching the language or the session makes a
 * new one, and every panel below follows.
 */
export interface Environment {
  readonly backend: Backend;
  readonly profile: Profile;
  readonly session: Actor;
  readonly locale: Locale;
  readonly clock: Clock;
  readonly drafts: Drafts;
  readonly memo: Memo;
  /** The page where staff sign in at the server behind this; absent without a server, or where there is none. */
  readonly signIn?: string;
  /** The counter where whoever is signed in there usually works. */
  readonly loket?: string;
}

export const environmentContext = createContext<Environment | undefined>('lpse:environment');

/** Someone from the public: gives no name before the form asks for it. */
export const publicActor: Actor = { id: 'user', role: 'user', name: '' };
