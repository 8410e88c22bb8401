import type { JsonObject } from '../../json.js';
import type { Problem } from '../../problem.js';
import type { Consultation } from '../consultation.js';
import type { DecideContext } from '../context.js';
import { problemAt } from '../refuse.js';
import { textAt } from '../values.js';

const DAY = 24 * 60 * 60_000;

/**
 * What is wrong with the time that a paper bears: it is for staff to give, it has come, and it is not so old that it
 * must be a mistake. The log's own time is not touched by it.
 */
export function paperProblem(
  key: 'waktuDatang' | 'tanggalKertas',
  data: JsonObject,
  { actor, at, profile }: DecideContext,
): Problem | undefined {
  const text = textAt(data, key);
  if (text === undefined) return undefined;
  const pointer = `/${key}`;
  if (actor.role === 'user') return problemAt(pointer, 'byStaff');
  const age = Date.parse(at) - Date.parse(text);
  // What is no time at all, the form's schema has found.
  if (Number.isNaN(age)) return undefined;
  if (age < 0) return problemAt(pointer, 'x-notFuture');
  const days = profile.procedure.paperDays;
  return age > days * DAY ? problemAt(pointer, 'paperAge', { days }) : undefined;
}

/** The same for the form, which nobody can have filled in before they came. */
export function paperProblemOfForm(
  formulir: JsonObject,
  { bukuTamu, submissions }: Consultation,
  context: DecideContext,
): Problem | undefined {
  const written = textAt(formulir, 'tanggalKertas');
  const before = submissions.at(-1)?.formulir ?? {};
  // A correction brings along what the round before said.
  if (written === textAt(before, 'tanggalKertas')) return undefined;
  const problem = paperProblem('tanggalKertas', formulir, context);
  if (problem || written === undefined) return problem;
  const came = textAt(bukuTamu, 'waktuDatang');
  return came !== undefined && Date.parse(written) < Date.parse(came)
    ? problemAt('/tanggalKertas', 'paperOrder')
    : undefined;
}
