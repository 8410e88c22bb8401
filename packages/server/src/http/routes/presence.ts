import type { FastifyInstance, FastifyRequest } from 'fastify';
import { keyOf } from '../../live/streams.js';
import { isStorable } from '../../store/storable.js';
import { staff } from '../access.js';
import { openStream } from '../event-stream.js';
import { malformed } from '../queries.js';
import type { Services } from '../services.js';
import { tooMany } from './consultations.js';

interface HolderRoute {
  readonly Params: { readonly id: string; readonly holder: string };
}

export function presenceRoutes(
  app: FastifyInstance,
  { presence, streams, limits }: Services,
): void {
  const path = '/consultations/:id/presence/:holder';

  app.put<HolderRoute>(
    path,
    { config: { allow: staff, views: ['daftar'] } },
    async (request, reply) => {
      const { id, holder } = checked(request.params);
      const { office } = request;
      const { accountId: petugasId, name: petugas } = sessionOf(request);
      await presence.say(office.id, { id, petugasId, petugas }, holder);
      return reply.code(204).send();
    },
  );

  app.delete<HolderRoute>(
    path,
    { config: { allow: staff, views: ['daftar'] } },
    async (request, reply) => {
      const { id, holder } = checked(request.params);
      await presence.leave(request.office.id, id, holder, sessionOf(request).accountId);
      return reply.code(204).send();
    },
  );

  app.get('/presence', { config: { allow: staff, views: ['daftar'] } }, async (request, reply) => {
    const { caller, office } = request;
    if (streams.countOf(keyOf(caller)) >= limits.streamsEach) throw tooMany(5);
    const stream = openStream(reply, streams, caller);
    const unwatch = await presence.watch(
      office.id,
      (list) => void stream.send({ event: 'presence', data: list }),
    );
    stream.onClose(unwatch);
  });
}

function checked({ id, holder }: HolderRoute['Params']): HolderRoute['Params'] {
  if (id.length > 255 || !isStorable(id)) throw malformed('id');
  if (!/^[\w-]{1,64}$/.test(holder)) throw malformed('holder');
  return { id, holder };
}

function sessionOf({ caller }: FastifyRequest) {
  // The rule of the route lets nobody else in.
  if (caller.kind !== 'staff') throw new TypeError('A route for staff was reached by someone else');
  return caller.session;
}
