import type { DecideContext } from '../context.js';
import { invalid, problemAt, refuse } from '../refuse.js';
import type { Refusal } from '../refusal.js';
import { added, optional, textAt } from '../values.js';
import type { Rule } from './rule.js';

/** Step 7: the number is called to a counter that is free, or once more to its own. */
export const call: Rule = ({ state, calls }, data, context) => {
  const loket = textAt(data, 'loket');
  const last = calls.at(-1);
  // Who is called once more holds the counter that the call was for.
  const isHeld = state === 'called' && last?.loket === loket;
  const refusal =
    haste(last?.at, context) ??
    (loket === undefined ? undefined : counterRefusal(loket, isHeld, context));
  if (refusal) return refusal;
  return [
    {
      type: 'called',
      data: {
        urutan: calls.length + 1,
        metode: textAt(data, 'metode') ?? '',
        ...optional('loket', loket),
        ...added(data, ['metode', 'loket']),
      },
    },
  ];
};

const MINUTE = 60_000;

/** The pause that the office leaves between two calls of one number, so that a person has time to come. */
function haste(last: string | undefined, { profile, at }: DecideContext): Refusal | undefined {
  const { minutesBetween } = profile.procedure.calling;
  if (last === undefined || minutesBetween === 0) return undefined;
  const left = minutesBetween - (Date.parse(at) - Date.parse(last)) / MINUTE;
  return left > 0 ? refuse('LPSE_CALL_TOO_SOON', { minutes: Math.ceil(left) }) : undefined;
}

function counterRefusal(
  counter: string,
  isHeld: boolean,
  { profile, busyCounters }: DecideContext,
): Refusal | undefined {
  const counters = profile.office.loket;
  if (counters.length > 0 && !counters.includes(counter))
    return invalid(problemAt('/loket', 'enum', { allowedValues: [...counters] }));
  return busyCounters.includes(counter) && !isHeld
    ? refuse('LPSE_CALL_COUNTER_BUSY', { counter })
    : undefined;
}

/** Step 7: the user came, did not come, or was passed over. */
export const recordAttendance: Rule = (_consultation, data) => {
  const hasil = textAt(data, 'hasil');
  const rest = {
    ...optional('catatan', textAt(data, 'catatan')),
    ...added(data, ['hasil', 'catatan']),
  };
  if (hasil === 'hadir') return [{ type: 'attended', data: rest }];
  if (hasil === 'tidakHadir' || hasil === 'dilewati')
    return [{ type: 'missed', data: { hasil, ...rest } }];
  const allowedValues = ['hadir', 'tidakHadir', 'dilewati'];
  return invalid(problemAt('/hasil', 'enum', { allowedValues }));
};

/** Step 7: back into the queue, as often as the office calls; after that a coordinator decides. */
export const requeue: Rule = () => [{ type: 'requeued', data: {} }];
