import { endOfDay, dayOf, daysAfter } from '../dates/calendar.js';
import type { Profile, PublicFormId } from '../profile/profile.js';
import type { Consultation } from './consultation.js';

/**
 * The last instant (ISO) in which the user may say that the matter is not solved: the end of the profile's last day
 * (`procedure.reopenDays`), counted from the day of the last hand-over in the office's zone. Undefined before the first
 * hand-over.
 */
export function reopenUntil(
  { archives }: Consultation,
  { procedure, office }: Profile<PublicFormId>,
): string | undefined {
  const handedOver = archives.at(-1)?.at;
  if (handedOver === undefined) return undefined;
  const day = dayOf(handedOver, office.zonaWaktu);
  return endOfDay(daysAfter(day, procedure.reopenDays), office.zonaWaktu);
}
