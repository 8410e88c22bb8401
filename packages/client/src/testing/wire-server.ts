import {
  LpseError,
  refusalCodes,
  type Actor,
  type JsonObject,
  type Profile,
  type RefusalCode,
} from '@lpse-konsultasi/form-schema';
import { samplePeople } from '../samples/people.js';
import type { Backend, Change, ListQuery, Outcome } from '../backend.js';
import { createMemoryBackend } from '../memory/index.js';
import { problemType, statusOfRefusal, wireProblems, type WireCode } from '../wire/codes.js';
import {
  isToken,
  keyOf,
  nameOfDisposition,
  tokenHash,
  versionHeader,
  versionOf,
} from '../wire/index.js';
import { fileAnswer } from './file-answer.js';
import { TamperedStore } from './tampered-store.js';

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

const limit = 512 * 1024;
const user: Actor = samplePeople.user;
const staff = Object.values(samplePeople).filter(({ role }) => role !== 'user');

interface Caller {
  readonly actor: Actor;
  /** The case of a token; undefined for staff, and for a token that is bound to none yet. */
  readonly caseId?: string | undefined;
  readonly hash?: string;
}

class No extends Error {
  readonly code: WireCode | RefusalCode;
  readonly extra: JsonObject;
  readonly headers: { readonly [name: string]: string };
  constructor(
    code: WireCode | RefusalCode,
    extra: JsonObject = {},
    headers: { readonly [name: string]: string } = {},
  ) {
    super(code);
    this.code = code;
    this.extra = extra;
    this.headers = headers;
  }
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
  const store = new TamperedStore();
  const staffTokens = new Map(staff.map(({ id }) => [id, `staff-${id}-0123456789abcdef`]));
  const actors = new Map(staff.map((actor) => [staffTokens.get(actor.id) ?? '', actor]));
  const backends = new Map<string, Backend>();
  const tokens = new Map<string, string>();
  const owners = new Map<string, Set<string>>();
  const changes: Change[] = [];
  const listeners = new Set<(position: number) => void>();
  const cutters = new Set<() => void>();
  const holders = new Map<string, AbortController>();
  store.subscribe((change) => {
    changes.push(change);
    for (const listener of listeners) listener(changes.length);
  });

  const backendOf = (actor: Actor): Backend => {
    const known = backends.get(actor.id);
    if (known !== undefined) return known;
    const backend = createMemoryBackend({ profile, store, now, actor: () => actor });
    backends.set(actor.id, backend);
    return backend;
  };

  const callerOf = (request: Request): Caller => {
    const [, token] = /^Bearer (.+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
    if (token === undefined) throw new No('LPSE_SESSION_REQUIRED');
    const actor = actors.get(token);
    if (actor !== undefined) return { actor };
    if (!isToken(token)) throw new No('LPSE_TOKEN_MALFORMED');
    const hash = tokenHash(token);
    return { actor: user, hash, caseId: tokens.get(hash) };
  };

  const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
    });

  const execute = async (request: Request, id: string): Promise<Response> => {
    const caller = callerOf(request);
    if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('Content-Type') ?? ''))
      throw new No('LPSE_MEDIA_TYPE_UNKNOWN');
    const { type, data } = await jsonOf(request);
    const key = keyOf(request.headers.get('Idempotency-Key'));
    if (key === undefined) throw new No('LPSE_KEY_MISSING');
    const isFirst = type === 'register' && caller.caseId === undefined;
    if (caller.actor === user && caller.caseId !== id && !isFirst)
      throw new No('LPSE_CONSULTATION_UNKNOWN');
    const wanted = versionOf(request.headers.get('If-Match'));
    if (wanted === undefined && type !== 'register') throw new No('LPSE_VERSION_MISSING');
    const expected = Number.isNaN(wanted) ? { expectedVersion: -1 } : {};
    const versions =
      typeof wanted === 'number' && expected.expectedVersion === undefined
        ? { expectedVersion: wanted }
        : expected;
    const before = changes.length;
    const outcome = await backendOf(caller.actor).execute(
      { type: type as never, consultationId: id, data: data as JsonObject },
      { key, ...versions },
    );
    if (!outcome.ok) throw noOf(outcome);
    if (isFirst && caller.hash !== undefined) tokens.set(caller.hash, id);
    const { consultation, events } = outcome;
    const isNew = changes
      .slice(before)
      .some((change) => change.id === id && change.version === consultation.version);
    return answer({ consultation, events }, 200, {
      ETag: versionHeader(consultation.version),
      'LPSE-Position': String(changes.length),
      ...(!isNew && { 'Idempotency-Replayed': 'true' }),
    });
  };

  const read = async (request: Request, id: string): Promise<Response> => {
    const caller = callerOf(request);
    const position = String(changes.length);
    const isTheirs = caller.actor !== user || caller.caseId === id;
    const record = isTheirs ? await backendOf(caller.actor).read(id) : undefined;
    if (record === undefined) throw new No('LPSE_CONSULTATION_UNKNOWN');
    const headers = { ETag: versionHeader(record.consultation.version), 'LPSE-Position': position };
    if (request.headers.get('If-None-Match') === headers.ETag)
      return new Response(null, { status: 304, headers });
    return answer(record, 200, headers);
  };

  const list = async (request: Request): Promise<Response> => {
    const caller = callerOf(request);
    if (caller.actor === user) throw new No('LPSE_ACCESS_DENIED');
    const position = String(changes.length);
    const query = (await jsonOf(request)) as ListQuery;
    const page = await backendOf(caller.actor).list(query);
    return answer(page, 200, { 'LPSE-Position': position });
  };

  const logs = async (request: Request, url: URL): Promise<Response> => {
    const caller = callerOf(request);
    if (caller.actor === user) throw new No('LPSE_ACCESS_DENIED');
    const { limit: wanted, ...query } = Object.fromEntries(url.searchParams);
    const position = String(changes.length);
    const page = await backendOf(caller.actor).logs({
      ...query,
      ...(wanted !== undefined && { limit: Number(wanted) }),
    });
    return answer(page, 200, { 'LPSE-Position': position });
  };

  const report = async (request: Request, { searchParams }: URL): Promise<Response> => {
    const { actor } = callerOf(request);
    if (actor === user) throw new No('LPSE_ACCESS_DENIED');
    const { from = '', until = '', by = 'day' } = Object.fromEntries(searchParams);
    const cut = (['day', 'week', 'month'] as const).find((each) => each === by) ?? 'day';
    return answer(await backendOf(actor).report({ from, until, by: cut }));
  };

  const rate = async (request: Request): Promise<Response> => {
    const key = keyOf(request.headers.get('Idempotency-Key'));
    if (key === undefined) throw new No('LPSE_KEY_MISSING');
    const answers = JSON.parse(await request.text()) as JsonObject;
    const outcome = await backendOf(user).rate(answers, { key });
    if (!outcome.ok) throw noOf(outcome);
    return new Response(null, { status: 204 });
  };

  const attend = async (request: Request, id: string, holder: string): Promise<Response> => {
    const { actor } = callerOf(request);
    if (actor === user) throw new No('LPSE_ACCESS_DENIED');
    holders.get(holder)?.abort();
    holders.delete(holder);
    if (request.method === 'PUT') {
      const stop = new AbortController();
      holders.set(holder, stop);
      await backendOf(actor).attend(id, { signal: stop.signal });
    }
    return new Response(null, { status: 204 });
  };

  const attending = (request: Request): Response => {
    const { actor } = callerOf(request);
    if (actor === user) throw new No('LPSE_ACCESS_DENIED');
    return latest(request, 'presence', (signal) => backendOf(actor).attending({ signal }));
  };

  /** A stream that tells each time how things stand. */
  const latest = (
    request: Request,
    type: string,
    open: (signal: AbortSignal) => AsyncIterable<unknown>,
  ): Response => {
    const stop = new AbortController();
    request.signal.addEventListener('abort', () => stop.abort());
    const encoder = new TextEncoder();
    const values = open(stop.signal)[Symbol.asyncIterator]();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await values.next();
        if (done === true) return controller.close();
        controller.enqueue(encoder.encode(`event: ${type}\ndata: ${JSON.stringify(value)}\n\n`));
      },
      cancel: () => stop.abort(),
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };

  const turn = async (request: Request, id: string): Promise<Response> => {
    const caller = callerOf(request);
    const isTheirs = caller.actor !== user || caller.caseId === id;
    if (!isTheirs) throw new No('LPSE_CONSULTATION_UNKNOWN');
    const place = await backendOf(caller.actor).turn?.(id);
    return place === undefined ? new Response(null, { status: 204 }) : answer(place);
  };

  const watch = (request: Request, url: URL): Response => {
    const caller = callerOf(request);
    const id = url.searchParams.get('id') ?? undefined;
    if (caller.actor === user && (id === undefined || caller.caseId !== id))
      throw new No('LPSE_CONSULTATION_UNKNOWN');
    const after = request.headers.get('Last-Event-ID');
    if (after !== null && !/^\d+$/.test(after)) throw new No('LPSE_REQUEST_MALFORMED');
    let sent = after === null ? changes.length : Math.min(Number(after), changes.length);
    const encoder = new TextEncoder();
    let stop = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (): void => {
          for (; sent < changes.length; sent++) {
            const change = changes[sent];
            if (change === undefined || (id !== undefined && change.id !== id)) continue;
            const text = `id: ${sent + 1}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
            controller.enqueue(encoder.encode(text));
          }
        };
        const end = (): void => {
          stop();
          try {
            controller.close();
          } catch {
            // The reader was first.
          }
        };
        stop = () => {
          listeners.delete(send);
          cutters.delete(end);
          request.signal.removeEventListener('abort', end);
        };
        listeners.add(send);
        cutters.add(end);
        request.signal.addEventListener('abort', end);
        controller.enqueue(encoder.encode(': hello\n\n'));
        send();
      },
      cancel: () => stop(),
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };

  const attach = async (request: Request): Promise<Response> => {
    const caller = callerOf(request);
    if (caller.actor === user && caller.caseId === undefined)
      throw new No('LPSE_CONSULTATION_UNKNOWN');
    const nama = nameOfDisposition(request.headers.get('Content-Disposition'));
    if (nama === undefined || nama.length > 255) throw new No('LPSE_REQUEST_MALFORMED');
    const mime = request.headers.get('Content-Type') ?? '';
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length === 0) throw new No('LPSE_ATTACHMENT_EMPTY');
    if (bytes.length > 5 * 1024 * 1024) throw new No('LPSE_ATTACHMENT_TOO_LARGE');
    const ref = await backendOf(caller.actor).attach({ nama, mime, bytes });
    if (caller.caseId !== undefined)
      owners.set(ref.sha256, (owners.get(ref.sha256) ?? new Set()).add(caller.caseId));
    return answer(ref, 201, { Location: `attachments/${ref.sha256}` });
  };

  const attachment = async (request: Request, sha256: string): Promise<Response> => {
    const caller = callerOf(request);
    if (caller.actor === user && !owners.get(sha256)?.has(caller.caseId ?? ''))
      throw new No('LPSE_ATTACHMENT_NOT_FOUND');
    const file = await backendOf(caller.actor).attachment(sha256);
    return fileAnswer(file, sha256, request.headers.get('Range'));
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
        profile: profile.id,
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
    if (path === '/consultations/search' && method === 'POST') return list(request);
    if (id !== undefined && rest !== undefined)
      return only('POST', method, () => execute(request, decodeURIComponent(id)));
    if (id !== undefined) return only('GET', method, () => read(request, decodeURIComponent(id)));
    const [, watchedId = '', holder] =
      /^\/consultations\/([^/]+)\/presence\/([^/]+)$/.exec(path) ?? [];
    if (holder !== undefined) return attend(request, decodeURIComponent(watchedId), holder);
    const [, turnId] = /^\/consultations\/([^/]+)\/turn$/.exec(path) ?? [];
    if (turnId !== undefined)
      return only('GET', method, () => turn(request, decodeURIComponent(turnId)));
    if (path === '/board')
      return only('GET', method, async () =>
        latest(request, 'board', (signal) => backendOf(user).board?.({ signal }) ?? nobody()),
      );
    if (path === '/presence') return only('GET', method, async () => attending(request));
    if (path === '/logs') return only('GET', method, () => logs(request, url));
    if (path === '/report') return only('GET', method, () => report(request, url));
    if (path === '/ratings') return only('POST', method, () => rate(request));
    if (path === '/changes') return only('GET', method, async () => watch(request, url));
    if (path === '/attachments') return only('POST', method, () => attach(request));
    if (sha256 !== undefined) return only('GET', method, () => attachment(request, sha256));
    if (path === '/session')
      return only('GET', method, async () => answer({ actor: callerOf(request).actor }));
    throw new No('LPSE_ROUTE_NOT_FOUND');
  };

  return {
    staffTokens,
    damage: (id) => store.damage(id),
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

async function only(
  allowed: string,
  method: string,
  run: () => Promise<Response>,
): Promise<Response> {
  if (method !== allowed) throw new No('LPSE_METHOD_NOT_ALLOWED', {}, { Allow: allowed });
  return run();
}

function noOf({
  refusal,
  consultation,
}: Pick<Extract<Outcome, { ok: false }>, 'refusal' | 'consultation'>): No {
  const { code, params, problems } = refusal;
  return new No(code, { params, problems, ...(consultation && { consultation }) } as never);
}

async function jsonOf(request: Request): Promise<{ readonly [member: string]: unknown }> {
  const text = await request.text();
  if (text.length > limit) throw new No('LPSE_REQUEST_TOO_LARGE');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as { readonly [member: string]: unknown };
  } catch {
    // Said below.
  }
  throw new No('LPSE_COMMAND_MALFORMED');
}

function problemAnswer(error: unknown): Response {
  const code = codeOf(error);
  const isRefusal = (refusalCodes as readonly string[]).includes(code);
  const { status, title } = isRefusal
    ? { status: statusOfRefusal(code as RefusalCode), title: code }
    : wireProblems[code as WireCode];
  const { extra, headers } = error instanceof No ? error : { extra: {}, headers: {} };
  const body = { type: problemType(code), title, status, code, params: {}, problems: [], ...extra };
  const consultation = (extra as { consultation?: { version: number } }).consultation;
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...headers,
      ...(consultation && { ETag: versionHeader(consultation.version) }),
    },
  });
}

function codeOf(error: unknown): WireCode | RefusalCode {
  if (error instanceof No) return error.code;
  if (error instanceof TypeError || error instanceof URIError || error instanceof RangeError)
    return 'LPSE_REQUEST_MALFORMED';
  if (error instanceof LpseError && error.code in wireProblems) return error.code as WireCode;
  return 'LPSE_SERVER_FAILED';
}
