import type { DecideContext } from '../context.js';
import { invalid, problemAt, refuse } from '../refuse.js';
import type { Refusal } from '../refusal.js';
import { added, optional, textAt } from '../values.js';
import type { Rule } from './rule.js';

/** Step 7: the number is called to a counter that is free. */
export const call: Rule = ({ calls }, data, context) => {
  const loket = textAt(data, 'loket');
  const refusal = loket === undefined ? undefined : counterRefusal(loket, context);
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

function counterRefusal(
  counter: string,
  { profile, busyCounters }: DecideContext,
): Refusal | undefined {
  const counters = profile.office.loket;
  if (counters.length > 0 && !counters.includes(counter))
    return invalid(problemAt('/loket', 'enum', { allowedValues: [...counters] }));
  return busyCounters.includes(counter) ? refuse('LPSE_CALL_COUNTER_BUSY', { counter }) : undefined;
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
