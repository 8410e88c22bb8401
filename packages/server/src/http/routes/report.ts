import type { FastifyInstance } from 'fastify';
import { dayAt, sha256Hex, type JsonObject } from '@lpse-konsultasi/form-schema';
import { keyOf } from '@lpse-konsultasi/client/wire';
import { makeReport } from '../../store/report.js';
import { everyone, staff } from '../access.js';
import { HttpProblem, sendRefusal } from '../problem.js';
import { checkReportQuery, malformed } from '../queries.js';
import type { Services } from '../services.js';
import { single } from './consultations.js';

interface ReportRoute {
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

export function reportRoutes(app: FastifyInstance, { database, ratings, now }: Services): void {
  app.get<ReportRoute>(
    '/report',
    { config: { allow: staff, views: ['laporan'] } },
    async ({ office, query }) =>
      makeReport(database, ratings, office, checkReportQuery(query), now()),
  );

  /** Whoever asks is not looked at: a rating has nobody's name on it. */
  app.post(
    '/ratings',
    { config: { allow: everyone } },
    async ({ office, headers, body }, reply) => {
      const key = keyOf(single(headers['idempotency-key']));
      if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed('body');
      if (key === undefined) throw new HttpProblem('LPSE_KEY_MISSING');
      const jawaban = body as JsonObject;
      const { survey, forms, office: place } = office.profile;
      if (!survey.aktif)
        return sendRefusal(reply, { code: 'LPSE_SURVEY_OFF', params: {}, problems: [] });
      const problems = forms.survey.validate(jawaban);
      if (problems.length > 0)
        return sendRefusal(reply, { code: 'LPSE_FORM_INVALID', params: {}, problems });
      const tanggal = dayAt(now().getTime(), place.zonaWaktu);
      await ratings.keep(office.id, sha256Hex(`lpse:rating:${key}`), { tanggal, jawaban });
      return reply.code(204).send();
    },
  );
}
