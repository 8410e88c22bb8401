import type { JsonObject } from '../../json.js';
import type { Consultation } from '../consultation.js';
import type { DecideContext } from '../context.js';
import type { Happening } from '../log.js';
import type { Refusal } from '../refusal.js';

/**
 * What a command does to a case in which the state, the role, its admission and the form's schema allow it: the
 * happenings, or what the data lacks. `decide` has checked those four; a rule adds what is its own.
 */
export type Rule = (
  consultation: Consultation,
  data: JsonObject,
  context: DecideContext,
) => readonly Happening[] | Refusal;
