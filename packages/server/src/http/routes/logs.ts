import type { FastifyInstance } from 'fastify';
import type { LogQuery } from '@lpse-konsultasi/client';
import { logVisibleTo } from '@lpse-konsultasi/form-schema';
import { readLogs } from '../../store/logs.js';
import { staff } from '../access.js';
import { actorFor } from '../caller.js';
import { instantOf, limitOf, textOf } from '../queries.js';
import type { Services } from '../services.js';

interface LogsRoute {
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

export function logRoutes(app: FastifyInstance, { database, hub }: Services): void {
  app.get<LogsRoute>(
    '/logs',
    { config: { allow: staff, views: ['riwayat', 'daftar'] } },
    async (request, reply) => {
      const { position } = hub;
      const { from, until, cursor, limit } = request.query;
      const query: LogQuery = {
        ...(from !== undefined && { from: instantOf(from) }),
        ...(until !== undefined && { until: instantOf(until) }),
        ...(cursor !== undefined && { cursor: textOf(cursor) }),
        ...(limit !== undefined && { limit: limitOf(Number(limit)) }),
      };
      reply.header('lpse-position', position);
      const { office, caller } = request;
      const actor = actorFor(caller);
      const page = await readLogs(database, office.id, query);
      const items = page.items.map(({ events, ...log }) => ({
        ...log,
        events: actor === undefined ? [] : logVisibleTo(events, actor, office.profile),
      }));
      return { ...page, items };
    },
  );
}
