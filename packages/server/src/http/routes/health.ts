import type { FastifyInstance } from 'fastify';
import { everyone } from '../access.js';
import type { Services } from '../services.js';

/** For the supervisor and the balancer: `live` says that the process answers, `ready` that it can work. */
export function healthRoutes(
  app: FastifyInstance,
  { database }: Services,
  isStopping: () => boolean,
): void {
  app.get('/health/live', { config: { allow: everyone } }, async () => ({ status: 'live' }));

  app.get('/health/ready', { config: { allow: everyone } }, async (_request, reply) => {
    const { engine, durability } = database;
    const notReady = (reason: string) =>
      reply.code(503).header('retry-after', '1').send({ status: 'not-ready', reason });
    if (isStopping()) return notReady('stopping');
    try {
      await database.query('select 1 as one');
    } catch {
      return notReady('database');
    }
    return reply.send({ status: 'ready', engine, durability });
  });
}
