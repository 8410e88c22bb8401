import { isJsonObject } from '../../json.js';
import type { JsonObject } from '../../json.js';
import { getAt } from '../../pointer.js';
import type { Pointer } from '../../pointer.js';
import type { Problem } from '../../problem.js';
import type { Profile, PublicFormId } from '../../profile/profile.js';
import { applicablePointers } from '../../rules/applicable-pointers.js';
import type { Consultation } from '../consultation.js';
import { problemAt, refuse } from '../refuse.js';
import { listAt, optional, textAt, textsAt } from '../values.js';
import type { Rule } from './rule.js';

/** Step 4: an officer takes the form up. A coordinator may take it over from someone else. */
export const startReview: Rule = () => [{ type: 'review-started', data: {} }];

/** Step 4: complete, or not. The machine advises, the officer decides, and both verdicts stay. */
export const review: Rule = (consultation, data, { profile, numbers }) => {
  if (textAt(data, 'hasil') === 'lengkap') {
    const open = openItems(consultation, data, profile);
    if (open.length > 0) return refuse('LPSE_REVIEW_UNFINISHED', {}, open);
    return [
      { type: 'found-complete', data: { pemeriksaan: data } },
      { type: 'form-accepted', data: { nomorAntrean: numbers.queue } },
    ];
  }
  const kolomKurang = [...new Set(textsAt(data, 'kolomKurang'))];
  const alasan = textAt(data, 'alasan');
  const missing = [
    ...(kolomKurang.length === 0 ? [problemAt('/kolomKurang', 'required')] : []),
    ...(alasan === undefined ? [problemAt('/alasan', 'required')] : []),
  ];
  if (missing.length > 0 || alasan === undefined)
    return refuse('LPSE_REVIEW_UNFINISHED', {}, missing);
  const unknown = unknownFields(consultation, kolomKurang, profile);
  if (unknown.length > 0) return refuse('LPSE_REVIEW_FIELD_UNKNOWN', {}, unknown);
  const flags = kolomKurang.map((kolom) => ({
    kolom,
    ...optional('alasan', reasonFor(kolom, data)),
  }));
  return [{ type: 'found-incomplete', data: { pemeriksaan: data, kolomKurang: flags, alasan } }];
};

/** Step 5: the form goes back to the user, with everything that was filled in. */
export const returnForm: Rule = ({ putaran }) => [
  { type: 'form-returned', data: { putaran: putaran + 1 } },
];

/** The officer's word about one field, where there is one. */
function reasonFor(kolom: Pointer, data: JsonObject): string | undefined {
  const reason = listAt(data, 'alasanKolom')
    .filter(isJsonObject)
    .find((each) => each['kolom'] === kolom);
  return reason && textAt(reason, 'alasan')?.trim();
}

/** What "lengkap" still lacks: items of the office's checklist, or a reason against the machine's findings. */
function openItems(
  consultation: Consultation,
  data: JsonObject,
  profile: Profile<PublicFormId>,
): Problem[] {
  const items = listAt(data, 'daftarPeriksa').filter(isJsonObject);
  const open = profile.procedure.checklist
    .filter(
      ({ butir }) => !items.some((item) => item['butir'] === butir && item['terpenuhi'] === true),
    )
    .map(({ butir, texts }) => {
      const index = items.findIndex((item) => item['butir'] === butir);
      const pointer = index < 0 ? '/daftarPeriksa' : `/daftarPeriksa/${index}/terpenuhi`;
      return problemAt(pointer, 'checklist', { item: butir, name: texts.id });
    });
  const findings = consultation.submissions.at(-1)?.temuan.length ?? 0;
  const unexplained = findings > 0 && textAt(data, 'alasan') === undefined;
  return unexplained ? [...open, problemAt('/alasan', 'required', { findings })] : open;
}

/** A flag points at a field of this form: one that was filled, or one that applies to the answers given. */
function unknownFields(
  { submissions }: Consultation,
  pointers: readonly Pointer[],
  profile: Profile<PublicFormId>,
): Problem[] {
  const formulir = submissions.at(-1)?.formulir ?? {};
  const isFilled = (pointer: Pointer) =>
    pointer.startsWith('/') && getAt(formulir, pointer) !== undefined;
  // Most flags point at what was filled; the form is searched for the others only.
  if (pointers.every(isFilled)) return [];
  const applicable = applicablePointers(profile.forms['consultation-form'], formulir);
  return pointers.flatMap((pointer, index) =>
    isFilled(pointer) || applicable.has(pointer)
      ? []
      : [problemAt(`/kolomKurang/${index}`, 'unknownField', { field: pointer })],
  );
}
