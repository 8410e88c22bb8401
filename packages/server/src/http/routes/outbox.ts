import type { FastifyInstance } from 'fastify';
import { HttpProblem } from '../problem.js';
import type { Services } from '../services.js';

interface EntryRoute {
  readonly Params: { readonly id: string };
}

/** What is to leave the house by e-mail, and what did not: dead letters are a coordinator's to look after. */
export function outboxRoutes(app: FastifyInstance, { outbox }: Services): void {
  app.get('/outbox', { config: { allow: ['coordinator'] } }, async ({ office }) => ({
    items: await outbox.entries(office.id),
  }));

  app.post<EntryRoute>(
    '/outbox/:id/retry',
    { config: { allow: ['coordinator'] } },
    async ({ office, params }, reply) => {
      if (!(await outbox.retry(office.id, params.id)))
        throw new HttpProblem('LPSE_ROUTE_NOT_FOUND');
      return reply.code(204).send();
    },
  );
}
