import type { JsonObject, Profile } from '@lpse-konsultasi/form-schema';
import { recall, remember } from '../desk/remember.js';

/** How this workplace called last: the counter does not move between two calls. */
const lastCallKey = 'lpse:last-call';

export function rememberCall(call: JsonObject): void {
  remember(lastCallKey, JSON.stringify(call));
}

/**
 * The last call of this workplace as far as it still fits the office, else a call in person at the officer's own counter
 * or the first one.
 */
export function lastCall({ office }: Pick<Profile, 'office'>, own?: string): JsonObject {
  const first = office.loket.find((each) => each === own) ?? office.loket[0];
  const standard: JsonObject = {
    metode: 'langsung',
    ...(first === undefined ? {} : { loket: first }),
  };
  try {
    const { metode, loket } = JSON.parse(recall(lastCallKey) ?? '{}') as JsonObject;
    return {
      ...standard,
      ...(typeof metode === 'string' && { metode }),
      ...(typeof loket === 'string' && office.loket.includes(loket) && { loket }),
    };
  } catch {
    return standard;
  }
}
