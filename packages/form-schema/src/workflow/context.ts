import type { Profile, PublicFormId } from '../profile/profile.js';
import type { Actor } from './actor.js';

/** Everything that a decision needs from outside. With it given, `decide` is a pure function. */
export interface DecideContext {
  /** Now, as an ISO instant (UTC). A clock that runs behind the log is moved up to the log's last entry. */
  readonly at: string;
  readonly actor: Actor;
  /** A public page's profile is enough for what its visitors do: a command whose form it lacks is not for its roles. */
  readonly profile: Profile<PublicFormId>;
  /** The numbers that the office would issue next. Used up only when an event carries them. */
  readonly numbers: { readonly ticket: string; readonly queue: string; readonly archive: string };
  /** Counters where someone is being helped now (states `called` and `analysing`). */
  readonly busyCounters: readonly string[];
}
