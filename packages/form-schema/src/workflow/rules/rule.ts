import type { JsonObject } from '../../json.js';
import type { Profile, PublicFormId } from '../../profile/profile.js';
import type { Actor } from '../actor.js';
import type { Consultation } from '../consultation.js';
import type { DecideContext } from '../context.js';
import type { Happening } from '../log.js';
import type { Refusal } from '../refusal.js';

/**
 * What a command does to a case in which the state, the role and the form's schema allow it. `decide` has checked
 * those three; a rule adds what is its own.
 */
export interface Rule {
  /** What stands against the command before anyone has filled its form; panels ask for it, too. */
  admit?(
    consultation: Consultation,
    actor: Actor,
    profile: Profile<PublicFormId>,
  ): Refusal | undefined;
  /** The happenings, or what the data lacks. */
  judge(
    consultation: Consultation,
    data: JsonObject,
    context: DecideContext,
  ): readonly Happening[] | Refusal;
}
