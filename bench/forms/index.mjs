import { consultation } from './consultation.mjs';
import { stress } from './stress.mjs';

/** The forms that every contender shows, by name. */
export const forms = {
  consultation: consultation(),
  'stress-200': stress(200),
  'stress-1000': stress(1000),
};
