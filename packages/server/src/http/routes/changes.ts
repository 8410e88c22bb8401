import type { FastifyInstance } from 'fastify';
import { maySee } from '@lpse-konsultasi/form-schema';
import type { PlacedChange } from '../../live/change-hub.js';
import { eventText, keyOf } from '../../live/streams.js';
import { publicAndStaff } from '../access.js';
import { actorFor } from '../caller.js';
import { openStream } from '../event-stream.js';
import { HttpProblem } from '../problem.js';
import type { Services } from '../services.js';
import { single, tooMany } from './consultations.js';

interface ChangesRoute {
  readonly Querystring: { readonly id?: string };
}

export function changeRoutes(app: FastifyInstance, { hub, streams, limits }: Services): void {
  app.get<ChangesRoute>(
    '/changes',
    { config: { allow: publicAndStaff } },
    async (request, reply) => {
      const { office, caller } = request;
      const { id } = request.query;
      // The public hear of the case that they name, and only of their own.
      if (caller.kind === 'public' && (id === undefined || caller.caseId !== id))
        throw new HttpProblem('LPSE_ACCESS_DENIED');
      const role = actorFor(caller)?.role;
      if (id === undefined && (role === undefined || !maySee(office.profile, role, 'daftar')))
        throw new HttpProblem('LPSE_ACCESS_DENIED');
      if (streams.countOf(keyOf(caller)) >= limits.streamsEach) throw tooMany(5);
      const isWanted = (change: PlacedChange): boolean =>
        change.office === office.id && (id === undefined || change.id === id);

      // Watching begins before the past is read, so that nothing falls between them.
      const held: PlacedChange[] = [];
      let send = (changes: readonly PlacedChange[]): void => void held.push(...changes);
      const unwatch = hub.watch((changes) => send(changes));
      const { position } = hub;
      const after = single(request.headers['last-event-id']);
      let past: readonly PlacedChange[];
      try {
        past = after === undefined ? [] : await hub.since(office.id, after);
      } catch (error) {
        unwatch();
        throw error;
      }

      reply.header('lpse-position', position);
      const stream = openStream(reply, streams, caller);
      stream.onClose(unwatch);
      // A client that asked for nothing yet would otherwise not know from where to continue.
      if (after === undefined) reply.raw.write(`id: ${position}\n\n`);
      const told = new Map<string, number>();
      const tell = (changes: readonly PlacedChange[]): void => {
        for (const change of changes.filter(isWanted)) {
          const isKnown = (told.get(change.id) ?? 0) >= change.version;
          if (isKnown && change.damaged !== true) continue;
          told.set(change.id, change.version);
          stream.write(textOf(change));
        }
      };
      tell([...past, ...held]);
      // From here on the hub hands out each change once; nothing has to be remembered.
      told.clear();
      send = (changes) => {
        const text =
          id === undefined
            ? officeText(changes, office.id)
            : changes.filter(isWanted).map(textOf).join('');
        if (text !== '') stream.write(text);
      };
    },
  );
}

function textOf({ id, version, damaged, position }: PlacedChange): string {
  const data = { id, version, ...(damaged === true && { damaged }) };
  return eventText({ id: position, event: 'change', data });
}

const officeTexts = new WeakMap<readonly PlacedChange[], Map<string, string>>();

/** What an office's watchers are told of these changes: the same for all of them, so it is written down once. */
function officeText(changes: readonly PlacedChange[], office: string): string {
  const texts = officeTexts.get(changes) ?? new Map<string, string>();
  officeTexts.set(changes, texts);
  const known = texts.get(office);
  if (known !== undefined) return known;
  const text = changes
    .filter((change) => change.office === office)
    .map(textOf)
    .join('');
  texts.set(office, text);
  return text;
}
