import type { FormDefinition } from '../../forms/form.js';
import type { JsonObject } from '../../json.js';
import type { Problem } from '../../problem.js';
import type { DecideContext } from '../context.js';
import { lockedFields, strangers } from '../correction.js';
import type { Happening } from '../log.js';
import { invalid, problemAt, refuse } from '../refuse.js';
import type { Refusal } from '../refusal.js';
import { added, textAt } from '../values.js';
import { paperProblem, paperProblemOfForm } from './paper.js';
import type { Rule } from './rule.js';

/** Steps 1 and 2: the guest book is signed, the form handed out. */
export function register(bukuTamu: JsonObject, context: DecideContext): Happening[] | Refusal {
  const problem = paperProblem('waktuDatang', bukuTamu, context);
  if (problem) return invalid(problem);
  const { numbers } = context;
  return [
    { type: 'registered', data: { tiket: numbers.ticket, bukuTamu } },
    { type: 'form-handed-out', data: {} },
  ];
}

/** Step 3: the form comes back, filled by the user or by an officer from the paper that the user filled. */
export const submit: Rule = (consultation, formulir, context) => {
  const { actor, profile } = context;
  const form = profile.forms['consultation-form'];
  const temuan = form.validate(formulir);
  if (temuan.length > 0 && (actor.role === 'user' || temuan.some(isMalformed)))
    return invalid(...temuan);
  const strange = temuan.length > 0 ? strangers(form, formulir) : [];
  if (strange.length > 0)
    return invalid(...strange.map((pointer) => problemAt(pointer, 'unevaluatedProperties')));
  const written = paperProblemOfForm(formulir, consultation, context);
  if (written) return invalid(written);
  const locked = lockedInCorrection(form, formulir, consultation);
  if (locked.length > 0) return refuse('LPSE_FORM_FIELD_LOCKED', {}, locked);
  return [{ type: 'form-submitted', data: { formulir, putaran: consultation.putaran, temuan } }];
};

/** In a later round only what the officer flagged may differ from the round before. */
function lockedInCorrection(
  form: FormDefinition,
  formulir: JsonObject,
  { submissions, reviews }: Parameters<Rule>[0],
): Problem[] {
  const previous = submissions.at(-1);
  if (!previous) return [];
  const asked = reviews.at(-1)?.kolomKurang.map(({ kolom }) => kolom) ?? [];
  // Each round on paper has a time of its own; its rule is above.
  const flagged = [...asked, '/tanggalKertas'];
  return lockedFields(form, previous.formulir, formulir, flagged).map((pointer) =>
    problemAt(pointer, 'locked'),
  );
}

/**
 * A paper may be incomplete or wrong, and an officer hands it in as it is; the findings stand beside it. What no paper
 * can be is too long or of another shape: that is a faulty program, and nothing of it enters the record.
 */
function isMalformed({ keyword }: Problem): boolean {
  return malformed.has(keyword);
}

const malformed: ReadonlySet<string> = new Set([
  'type',
  'false',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'propertyNames',
  'maxProperties',
  'maxItems',
  'items',
  'maxLength',
]);

/** Shortest reason that says something. */
const MIN_REASON = 5;

/** The user withdraws without a word; an officer gives a reason. */
export const cancel: Rule = (_consultation, data, { actor }) => {
  const alasan = textAt(data, 'alasan')?.trim();
  const missing = actor.role === 'user' ? undefined : missingReason(alasan);
  if (missing) return missing;
  const record = { ...(alasan && { alasan }), ...added(data, ['alasan']) };
  return [{ type: 'cancelled', data: record }];
};

function missingReason(alasan: string | undefined): Refusal | undefined {
  if (!alasan) return invalid(problemAt('/alasan', 'required'));
  if (alasan.length < MIN_REASON)
    return invalid(problemAt('/alasan', 'minLength', { limit: MIN_REASON, count: alasan.length }));
  return undefined;
}
