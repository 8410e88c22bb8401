import { deviationsOf } from '../../clocks/clocks.js';
import { reopenUntil } from '../reopen-until.js';
import { invalid, problemAt, refuse } from '../refuse.js';
import { added, objectAt, textAt } from '../values.js';
import type { Rule } from './rule.js';

/** Step 11: the user has the copy (or refused it, which is recorded), the original is archived under its number. */
export const archive: Rule = (consultation, data, { numbers }) => {
  const salinan = objectAt(data, 'salinan');
  const arsip = objectAt(data, 'arsip');
  if (!salinan) return invalid(problemAt('/salinan', 'required'));
  if (!arsip) return invalid(problemAt('/arsip', 'required'));
  // An office that numbers its files in a book of its own writes that number; else the next one is issued. What is
  // added to a file later stays under its number.
  const before = consultation.archives.at(-1);
  const nomorBerkas =
    textAt(arsip, 'nomorBerkas') ??
    (before && textAt(before.arsip, 'nomorBerkas')) ??
    numbers.archive;
  return [
    {
      type: 'archived',
      data: {
        salinan,
        arsip: { ...arsip, nomorBerkas },
        ...added(data, ['salinan', 'arsip']),
      },
    },
  ];
};

/** The user says that the matter is solved. */
export const confirm: Rule = () => [{ type: 'confirmed', data: {} }];

/** The user says that it is not, in the days that the office gives for it: a follow-up begins. */
export const reopen: Rule = (consultation, data, { profile, at }) => {
  const alasan = textAt(data, 'alasan')?.trim();
  if (alasan === undefined) return invalid(problemAt('/alasan', 'required'));
  const until = reopenUntil(consultation, profile);
  if (until === undefined || at > until)
    return refuse('LPSE_REOPEN_TOO_LATE', { days: profile.procedure.reopenDays });
  return [{ type: 'reopened', data: { alasan, ...added(data, ['alasan']) } }];
};

/** The SOP's second warning: an officer accounts for a departure from time, equipment or output. */
export const explainDeviation: Rule = (consultation, data, { profile, at }) => {
  const { langkah, putaran } = data;
  const alasan = textAt(data, 'alasan');
  if (alasan === undefined) return invalid(problemAt('/alasan', 'required'));
  const deviation = deviationsOf(consultation, profile, at).find(
    ({ step, run, jenis }) => step === langkah && run === putaran && jenis === data['jenis'],
  );
  if (!deviation) return refuse('LPSE_DEVIATION_UNKNOWN');
  const { step, run, jenis } = deviation;
  const rest = added(data, ['langkah', 'putaran', 'jenis', 'alasan']);
  return [
    {
      type: 'deviation-explained',
      step,
      data: { langkah: step, putaran: run, jenis, alasan, ...rest },
    },
  ];
};
