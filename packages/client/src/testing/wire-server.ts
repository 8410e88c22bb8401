import type { Profile } from '@lpse-konsultasi/form-schema';
import { answer, limit, No, only, problemAnswer } from './wire-answers.js';
import { execute, list, logs, rate, read, report, turn } from './wire-cases.js';
import { user, WireDesk } from './wire-desk.js';
import { attach, attachment } from './wire-files.js';
import { latest, watch } from './wire-streams.js';

/** A server of the contract in this very process, over a desk in memory: for tests of what speaks with servers. */
export interface WireServer {
  readonly fetch: typeof fetch;
  /** The staff token of each person but the public. */
  readonly staffTokens: ReadonlyMap<string, string>;
  /** Ends all streams, as a restart does. */
  cutStreams(): void;
  /** Changes the stored log of a case behind everybody's back. */
  damage(id: string): void;
  /** How many streams are open. */
  readonly streams: number;
}

export function createWireServer({
  profile,
  now = () => new Date(),
  signIn = 'none',
}: {
  readonly profile: Profile;
  readonly now?: () => Date;
  /** What it says of how staff come in. */
  readonly signIn?: string;
}): WireServer {
  const desk = new WireDesk(profile, now);
  const cutters = new Set<() => void>();
  const holders = new Map<string, AbortController>();

  const attend = async (request: Request, id: string, holder: string): Promise<Response> => {
    const backend = desk.staffBackend(request);
    holders.get(holder)?.abort();
    holders.delete(holder);
    if (request.method === 'PUT') {
      const stop = new AbortController();
      holders.set(holder, stop);
      await backend.attend(id, { signal: stop.signal });
    }
    return new Response(null, { status: 204 });
  };

  const route = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const path = url.pathname.slice(apiPath.length);
    const [, id, rest] = /^\/consultations\/([^/]+)(\/commands)?$/.exec(path) ?? [];
    const [, sha256] = /^\/attachments\/([^/]+)$/.exec(path) ?? [];
    const { method } = request;
    if (path === '/' || path === '')
      return answer({
        name: 'memory',
        wire: 1,
        profile: desk.profile.id,
        supports: {
          durable: false,
          shared: true,
          attachments: true,
          presence: true,
          logs: true,
          board: true,
          report: true,
          survey: true,
        },
        limits: { commandBytes: limit, attachmentBytes: 5 * 1024 * 1024, attachmentTypes: ['*'] },
        signIn,
      });
    if (!['GET', 'HEAD'].includes(method) && (request.headers.get('LPSE-Client') ?? '') === '')
      throw new No('LPSE_ORIGIN_FORBIDDEN');
    if (path === '/consultations/search' && method === 'POST') return list(desk, request);
    if (id !== undefined && rest !== undefined)
      return only('POST', method, () => execute(desk, request, decodeURIComponent(id)));
    if (id !== undefined)
      return only('GET', method, () => read(desk, request, decodeURIComponent(id)));
    const [, watchedId = '', holder] =
      /^\/consultations\/([^/]+)\/presence\/([^/]+)$/.exec(path) ?? [];
    if (holder !== undefined) return attend(request, decodeURIComponent(watchedId), holder);
    const [, turnId] = /^\/consultations\/([^/]+)\/turn$/.exec(path) ?? [];
    if (turnId !== undefined)
      return only('GET', method, () => turn(desk, request, decodeURIComponent(turnId)));
    if (path === '/board')
      return only('GET', method, async () =>
        latest(request, 'board', (signal) => desk.backendOf(user).board?.({ signal }) ?? nobody()),
      );
    if (path === '/presence')
      return only('GET', method, async () =>
        latest(request, 'presence', (signal) => desk.staffBackend(request).attending({ signal })),
      );
    if (path === '/logs') return only('GET', method, () => logs(desk, request, url));
    if (path === '/report') return only('GET', method, () => report(desk, request, url));
    if (path === '/ratings') return only('POST', method, () => rate(desk, request));
    if (path === '/changes')
      return only('GET', method, async () => watch(desk, cutters, request, url));
    if (path === '/attachments') return only('POST', method, () => attach(desk, request));
    if (sha256 !== undefined) return only('GET', method, () => attachment(desk, request, sha256));
    if (path === '/session')
      return only('GET', method, async () => answer({ actor: desk.callerOf(request).actor }));
    throw new No('LPSE_ROUTE_NOT_FOUND');
  };

  return {
    staffTokens: desk.staffTokens,
    damage: (id) => desk.damage(id),
    cutStreams: () => cutters.forEach((cut) => cut()),
    get streams() {
      return cutters.size;
    },
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      try {
        return await route(request);
      } catch (error) {
        return problemAnswer(error);
      }
    },
  };
}

async function* nobody(): AsyncGenerator<never, void> {}

/** Where the server lies. */
export const apiPath = '/api/v1';
export const endpoint = `http://wire.example${apiPath}`;
