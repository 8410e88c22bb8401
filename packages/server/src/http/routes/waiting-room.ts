import type { FastifyInstance } from 'fastify';
import { keyOf } from '../../live/streams.js';
import { findCase, readTurn } from '../../store/waiting-room.js';
import { everyone, publicAndStaff } from '../access.js';
import { openStream } from '../event-stream.js';
import { objectOf, textOf } from '../queries.js';
import type { Services } from '../services.js';
import { sendUnknown, tooMany } from './consultations.js';

interface CaseRoute {
  readonly Params: { readonly id: string };
}

export function waitingRoomRoutes(app: FastifyInstance, services: Services): void {
  const { database, boards, streams, capabilities, attempts, limits, now } = services;

  app.get('/board', { config: { allow: everyone } }, async (request, reply) => {
    const { caller, office, ip } = request;
    const key = caller.kind === 'anonymous' ? `board ${ip}` : keyOf(caller);
    if (streams.countOf(key) >= limits.boardsEach) throw tooMany(5);
    const stream = openStream(reply, streams, caller, key);
    const unwatch = await boards.watch(
      office,
      (board) => void stream.send({ event: 'board', data: board }),
    );
    stream.onClose(unwatch);
  });

  app.get<CaseRoute>(
    '/consultations/:id/turn',
    { config: { allow: publicAndStaff } },
    async (request, reply) => {
      const { caller, office, params } = request;
      if (caller.kind === 'public' && caller.caseId !== params.id) return sendUnknown(reply);
      const turn = await readTurn(database, office, params.id, now());
      return turn === undefined ? reply.code(204).send() : reply.send(turn);
    },
  );

  /** Ticket and code open a case to a token that opens none yet; the same token may ask for its own case again. */
  app.post('/tokens', { config: { allow: ['user'] } }, async (request, reply) => {
    const { caller, office, ip } = request;
    const body = objectOf(request.body);
    const access = { tiket: textOf(body['tiket']), kode: textOf(body['kode']) };
    const wait = await attempts.count(office.id, `code ${ip}`, limits.unknownTokens);
    if (wait > 0) throw tooMany(wait);
    const id = await findCase(database, office.id, access);
    if (id === undefined || caller.kind !== 'public') return sendUnknown(reply);
    if (caller.caseId !== undefined && caller.caseId !== id) return sendUnknown(reply);
    await capabilities.bind(office.id, caller.tokenHash, id);
    return reply.send({ id });
  });
}
