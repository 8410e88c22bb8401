import type { JsonObject } from '../../json.js';
import type { Problem } from '../../problem.js';
import { derivedPriority } from '../../procedure/priority.js';
import type { Escalation, Procedure } from '../../profile/profile.js';
import type { Actor } from '../actor.js';
import { answerDigest } from '../digest.js';
import type { Initials } from '../events.js';
import { invalid, problemAt, refuse } from '../refuse.js';
import { added, objectAt, optional, textAt, textsAt } from '../values.js';
import type { Rule } from './rule.js';

/** Step 8: is there a solution? The officer says so, never a timer. */
export const analyse: Rule = (_consultation, data, { profile }) => {
  const solusiDitemukan = data['solusiDitemukan'];
  if (typeof solusiDitemukan !== 'boolean')
    return invalid(problemAt('/solusiDitemukan', 'required'));
  const { priority } = profile.procedure;
  const problem = priorityProblem(data, priority);
  if (problem) return invalid(problem);
  const analisis = withPriority(data, priority);
  return [{ type: 'analysed', data: { analisis, solusiDitemukan } }];
};

/** Another priority than the office's matrix gives needs a reason, or is not for the officer to set. */
function priorityProblem(data: JsonObject, rule: Procedure['priority']): Problem | undefined {
  const klasifikasi = objectAt(data, 'klasifikasi');
  const derived = derivedPriority(klasifikasi, rule);
  const chosen = klasifikasi && textAt(klasifikasi, 'prioritas');
  if (!klasifikasi || !derived || chosen === undefined || chosen === derived) return undefined;
  if (rule?.override !== true)
    return problemAt('/klasifikasi/prioritas', 'enum', { allowedValues: [derived] });
  return textAt(klasifikasi, 'alasanPrioritas') === undefined
    ? problemAt('/klasifikasi/alasanPrioritas', 'required')
    : undefined;
}

/** What the officer left open, the matrix says. */
function withPriority(data: JsonObject, rule: Procedure['priority']): JsonObject {
  const klasifikasi = objectAt(data, 'klasifikasi');
  const prioritas = derivedPriority(klasifikasi, rule);
  if (!klasifikasi || !prioritas || textAt(klasifikasi, 'prioritas') !== undefined) return data;
  return { ...data, klasifikasi: { ...klasifikasi, prioritas } };
}

/** Step 9, and the answer to LKPP's reply: written and initialled by the same officer, in one act. */
export const answer: Rule = (consultation, data, { actor, at }) => {
  const jawaban = textAt(data, 'jawaban');
  const paraf = objectAt(data, 'paraf');
  if (jawaban === undefined) return invalid(problemAt('/jawaban', 'required'));
  if (paraf === undefined) return invalid(problemAt('/paraf', 'required'));
  if (paraf['petugasId'] !== actor.id)
    return refuse('LPSE_INITIALS_NOT_AUTHOR', {}, [problemAt('/paraf', 'initials')]);
  const rujukan = textsAt(data, 'rujukan');
  const extra = added(data, ['jawaban', 'rujukan', 'paraf']);
  const content = { ...extra.tambahan, jawaban, rujukan };
  if (paraf['hashIsi'] !== answerDigest(consultation, content))
    return refuse('LPSE_INITIALS_MISMATCH', {}, [problemAt('/paraf', 'initials')]);
  return [
    {
      type: 'answered',
      data: {
        jawaban,
        ...(rujukan.length > 0 && { rujukan }),
        paraf: initials(paraf, actor, at),
        ...extra,
      },
    },
  ];
};

/** The mark is the officer's, so the name beside it and the time are the session's, not the form's. */
function initials(paraf: JsonObject, actor: Actor, waktu: string): Initials {
  return {
    petugasId: actor.id,
    namaPetugas: actor.name || (textAt(paraf, 'namaPetugas') ?? ''),
    jabatan: actor.position || (textAt(paraf, 'jabatan') ?? ''),
    cara: ways.find((way) => way === paraf['cara']) ?? 'kertas',
    ...optional('inisial', textAt(paraf, 'inisial')),
    ...optional('gambar', textAt(paraf, 'gambar')),
    waktu,
    hashIsi: textAt(paraf, 'hashIsi') ?? '',
  };
}

const ways = ['diketik', 'digambar', 'kertas', 'tte'] as const satisfies Initials['cara'][];

/** Step 10: sent on, to a desk and by a channel that the office has. */
export const escalate: Rule = (_consultation, data, { profile }) => {
  const { tujuan, kanal } = profile.escalation;
  const problems = offered(data, { tujuan, kanal });
  return problems.length > 0
    ? invalid(...problems)
    : [{ type: 'escalated', data: { eskalasi: data } }];
};

/** The choices of the office that the data does not keep to. */
function offered(
  data: JsonObject,
  office: Partial<Pick<Escalation, 'tujuan' | 'kanal'>>,
): Problem[] {
  return Object.entries(office)
    .filter(([key, offers]) => offers.length > 0 && !offers.includes(textAt(data, key) ?? ''))
    .map(([key, offers]) => problemAt(`/${key}`, 'enum', { allowedValues: [...offers] }));
}

/** Step 10: the other side's number came after the escalation was recorded. */
export const recordNumber: Rule = (_consultation, data) => {
  const nomorLuar = textAt(data, 'nomorLuar')?.trim();
  if (nomorLuar === undefined) return invalid(problemAt('/nomorLuar', 'required'));
  return [{ type: 'number-recorded', data: { nomorLuar, ...added(data, ['nomorLuar']) } }];
};

/** Step 10: the other side was asked how it is going, by a channel that the office has. */
export const remind: Rule = (_consultation, data, { profile }) => {
  const kanal = textAt(data, 'kanal');
  if (kanal === undefined) return invalid(problemAt('/kanal', 'required'));
  const problems = offered(data, { kanal: profile.escalation.kanal });
  if (problems.length > 0) return invalid(...problems);
  const extra = added(data, ['kanal', 'catatan']);
  return [
    {
      type: 'reminded',
      data: { kanal, ...optional('catatan', textAt(data, 'catatan')), ...extra },
    },
  ];
};

/** Step 10 taken back, with a reason: a round holds an answer or an escalation, so the escalation's round ends here. */
export const revokeEscalation: Rule = ({ state }, data) => {
  const alasan = textAt(data, 'alasan')?.trim();
  if (alasan === undefined) return invalid(problemAt('/alasan', 'required'));
  const setelahArsip = state === 'archived';
  return [
    { type: 'escalation-revoked', data: { alasan, setelahArsip, ...added(data, ['alasan']) } },
  ];
};

/** LKPP replied to an escalated case; the officer puts it into words for the user next. */
export const receiveReply: Rule = (_consultation, data) => [
  { type: 'reply-received', data: { balasan: data } },
];
