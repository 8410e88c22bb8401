import type { Profile } from '../profile/profile.js';
import type { Actor } from './actor.js';

/** Everything that a decision needs from outside. With it given, `decide` is a pure function. */
export interface DecideContext {
  /** Now, as an ISO instant (UTC). A clock that runs behind the log is moved up to the log's last entry. */
  readonly at: string;
  readonly actor: Actor;
  readonly profile: Profile;
  /** The numbers that the office would issue next. Used up only when an event carries them. */
  readonly numbers: { readonly ticket: string; readonly queue: string; readonly archive: string };
  /** Counters where someone is being helped now (states `called` and `analysing`). */
  readonly busyCounters: readonly string[];
}
