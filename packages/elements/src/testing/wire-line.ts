import { createWireServer, endpoint as inner } from '@lpse-konsultasi/client/testing';
import type { Actor, JsonObject, Profile } from '@lpse-konsultasi/form-schema';

/** What becomes of a request on its way. */
export type Fate =
  | 'arrives'
  | 'lost'
  /** Turned away with this status and seconds in `Retry-After`. */
  | readonly [status: 429 | 503, seconds: number]
  /** The server refuses a command and names this field. */
  | { readonly refuses: string };

/**
 * A server of the contract within this page, at an address of its own, and the line to it. It stands in the place of the
 * page's `fetch` until it is taken down.
 */
export class WireLine {
  readonly endpoint = `${location.origin}/wire-${crypto.randomUUID()}/api/v1`;
  /** Who is signed in here, as a cookie would say it. */
  officer: Actor | undefined;
  /** What becomes of the requests after those of `next`. */
  always: Fate = 'arrives';
  /** What becomes of the next requests that change something. */
  next: Fate[] = [];
  readonly server;
  readonly #fetch = globalThis.fetch;

  constructor(profile: Profile, signIn?: string) {
    this.server = createWireServer({ profile, ...(signIn !== undefined && { signIn }) });
    globalThis.fetch = (input, init) => this.#send(new Request(input, init));
  }

  takeDown(): void {
    this.always = 'lost';
    this.server.cutStreams();
    globalThis.fetch = this.#fetch;
  }

  /** The line is there again, as the browser tells pages of it. */
  comesBack(fate: Fate = 'arrives'): void {
    this.always = fate;
    dispatchEvent(new Event('online'));
  }

  async #send(request: Request): Promise<Response> {
    if (!request.url.startsWith(this.endpoint)) return this.#fetch.call(globalThis, request);
    const isCommand = request.method === 'POST';
    const fate = (isCommand && this.next.shift()) || this.always;
    if (fate === 'lost') throw new TypeError('Failed to fetch');
    if (Array.isArray(fate)) return turnedAway(fate as readonly [number, number]);
    if (typeof fate === 'object' && 'refuses' in fate && isCommand) return refused(fate.refuses);
    return this.server.fetch(await this.#forServer(request));
  }

  async #forServer(request: Request): Promise<Request> {
    const headers = new Headers(request.headers);
    const token = this.officer && this.server.staffTokens.get(this.officer.id);
    if (request.credentials !== 'omit' && token !== undefined && !headers.has('Authorization'))
      headers.set('Authorization', `Bearer ${token}`);
    const { method, signal } = request;
    const body = method === 'GET' ? {} : { body: await request.arrayBuffer() };
    return new Request(inner + request.url.slice(this.endpoint.length), {
      ...{ method, headers, signal },
      ...body,
    });
  }
}

function turnedAway([status, seconds]: readonly [number, number]): Response {
  const code = status === 429 ? 'LPSE_RATE_LIMITED' : 'LPSE_SERVER_UNAVAILABLE';
  return problem(status, code, {}, { 'Retry-After': String(seconds) });
}

function refused(pointer: string): Response {
  const message = 'Isian ini ditolak server.';
  return problem(422, 'LPSE_FORM_INVALID', {
    problems: [{ pointer, keyword: 'pattern', params: {}, messageKey: 'pattern', message }],
  });
}

function problem(
  status: number,
  code: string,
  more: JsonObject,
  headers: { readonly [name: string]: string } = {},
): Response {
  const body = { type: `about:${code}`, title: code, status, code, params: {}, problems: [] };
  return new Response(JSON.stringify({ ...body, ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}
