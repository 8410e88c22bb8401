import type { JsonObject } from '../../json.js';
import type { Problem } from '../../problem.js';
import type { Escalation } from '../../profile/profile.js';
import type { Actor } from '../actor.js';
import { answerDigest } from '../digest.js';
import type { Initials } from '../events.js';
import { invalid, problemAt, refuse } from '../refuse.js';
import { added, objectAt, optional, textAt, textsAt } from '../values.js';
import type { Rule } from './rule.js';

/** Step 8: is there a solution? The officer says so, never a timer. */
export const analyse: Rule = (_consultation, data) => {
  const solusiDitemukan = data['solusiDitemukan'];
  if (typeof solusiDitemukan !== 'boolean')
    return invalid(problemAt('/solusiDitemukan', 'required'));
  return [{ type: 'analysed', data: { analisis: data, solusiDitemukan } }];
};

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
  const problems = offered(data, profile.escalation);
  return problems.length > 0
    ? invalid(...problems)
    : [{ type: 'escalated', data: { eskalasi: data } }];
};

function offered(data: JsonObject, { tujuan, kanal }: Escalation): Problem[] {
  return Object.entries({ tujuan, kanal })
    .filter(([key, offers]) => offers.length > 0 && !offers.includes(textAt(data, key) ?? ''))
    .map(([key, offers]) => problemAt(`/${key}`, 'enum', { allowedValues: [...offers] }));
}

/** LKPP replied to an escalated case; the officer puts it into words for the user next. */
export const receiveReply: Rule = (_consultation, data) => [
  { type: 'reply-received', data: { balasan: data } },
];
