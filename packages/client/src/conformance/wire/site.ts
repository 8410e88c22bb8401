import {
  canonicalJson,
  sha256Hex,
  type Actor,
  type CommandType,
  type Consultation,
  type ConsultationEvent,
  type JsonObject,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import {
  analysis,
  archiving,
  call,
  completeReview,
  consultationForm,
  guestBook,
  incompleteReview,
  solution,
} from '../../samples/values.js';
import { keyHeader, newToken } from '../../wire/index.js';
import { check, equal } from '../assert.js';

/** A server that is looked at from outside, as any program would. */
export interface WireTarget {
  readonly endpoint: string;
  /** The office of the server. */
  readonly profile: Profile;
  /** A staff token for someone with the role `officer`. */
  readonly officerToken: string;
  readonly fetch: typeof fetch;
  /** An account of the staff, where the server has a sign-in of its own: for the cases about sessions. */
  readonly login?: { readonly account: string; readonly passphrase: string };
  /** Stops the server and starts it again, resolved when it answers: for the cases about what is kept. */
  readonly restart?: () => Promise<void>;
}

/** A case is about something that this server leaves out, or that the kit was not told enough to look at. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
}

/** @throws {NotOffered} when the server says that it has no such route. */
export function offered({ status, json }: Pick<Reply, 'status' | 'json'>): void {
  if (status === 404 && json['code'] === 'LPSE_ROUTE_NOT_FOUND') throw new NotOffered();
}

export interface Ask {
  readonly method?: string;
  readonly token?: string | undefined;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly json: { readonly [member: string]: unknown };
}

/** A visitor's case and the token that opens it. */
export interface Visit {
  readonly id: string;
  readonly token: string;
}

/** One case of the kit at work: everything it makes is new, so that it runs beside whatever is there. */
export class WireSite {
  readonly target: WireTarget;

  constructor(target: WireTarget) {
    this.target = target;
  }

  async ask(path: string, ask: Ask = {}): Promise<Reply> {
    const response = await this.open(path, ask);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes, json: objectIn(bytes) };
  }

  /** An answer whose body is still to come. */
  open(
    path: string,
    { method = 'GET', token, headers, body, signal }: Ask & { readonly signal?: AbortSignal } = {},
  ): Promise<Response> {
    return this.target.fetch(this.target.endpoint.replace(/\/+$/, '') + path, {
      method,
      redirect: 'manual',
      ...(signal !== undefined && { signal }),
      headers: {
        ...(method !== 'GET' && { 'LPSE-Client': 'conformance/1' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
  }

  fresh(name: string): string {
    return `${name}-${crypto.randomUUID()}`;
  }

  async officer(): Promise<Actor> {
    const { json } = await this.ask('/session', { token: this.target.officerToken });
    return json['actor'] as Actor;
  }

  /** Sends a command; `headers` replace those that are right. */
  command(
    id: string,
    type: CommandType | string,
    data: unknown,
    {
      token = this.target.officerToken,
      key = this.fresh('key'),
      version = '*',
      headers = {},
    }: {
      readonly token?: string;
      readonly key?: string;
      readonly version?: string;
      readonly headers?: { readonly [name: string]: string };
    } = {},
  ): Promise<Reply> {
    return this.ask(`/consultations/${encodeURIComponent(id)}/commands`, {
      method: 'POST',
      token,
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': keyHeader(key),
        'If-Match': version,
        ...headers,
      },
      body: JSON.stringify({ type, data }),
    });
  }

  async do(id: string, type: CommandType, data: JsonObject = {}, token?: string): Promise<Reply> {
    const reply = await this.command(id, type, data, token === undefined ? {} : { token });
    check(
      reply.status === 200,
      `${type} is carried out; ${reply.status} ${String(reply.json['code'])}`,
    );
    return reply;
  }

  async register(id = this.fresh('case')): Promise<Visit> {
    const token = newToken();
    await this.do(id, 'register', guestBook(), token);
    return { id, token };
  }

  async read({ id, token }: { readonly id: string; readonly token?: string }): Promise<{
    readonly consultation: Consultation;
    readonly events: readonly ConsultationEvent[];
    readonly etag: string | null;
  }> {
    const path = `/consultations/${encodeURIComponent(id)}`;
    const reply = await this.ask(path, { token: token ?? this.target.officerToken });
    check(reply.status === 200, `the case is read; ${reply.status}`);
    const { consultation, events } = reply.json as never;
    return { consultation, events, etag: reply.headers.get('ETag') };
  }

  /** What brings a case on, in order; each name says where it stands then. */
  async bring(to: CoreState): Promise<Visit> {
    const { profile } = this.target;
    const visit = await this.register();
    const { id, token } = visit;
    const steps: readonly (readonly [CoreState, () => Promise<unknown>])[] = [
      ['draft', async () => undefined],
      ['submitted', () => this.do(id, 'submit', consultationForm(), token)],
      ['reviewing', () => this.do(id, 'start-review')],
      ['queued', () => this.do(id, 'review', completeReview(profile))],
      ['called', () => this.do(id, 'call', call(undefined))],
      ['analysing', () => this.do(id, 'record-attendance', { hasil: 'hadir' })],
      ['answering', () => this.do(id, 'analyse', analysis())],
      ['handing-over', () => this.answer(id)],
      ['archived', () => this.do(id, 'archive', archiving(profile, 'Rina Wulandari (contoh)'))],
    ];
    const detours: { readonly [state in string]?: readonly [CoreState, () => Promise<unknown>] } = {
      cancelled: ['draft', () => this.do(id, 'cancel', {}, token)],
      incomplete: [
        'reviewing',
        () => this.do(id, 'review', incompleteReview(profile, ['/uraian'], 'Mohon lengkapi.')),
      ],
      'no-show': ['called', () => this.do(id, 'record-attendance', { hasil: 'tidakHadir' })],
    };
    const detour = detours[to];
    for (const [state, step] of steps) {
      await step();
      if (state === (detour?.[0] ?? to)) break;
    }
    await detour?.[1]();
    return visit;
  }

  async answer(id: string): Promise<Reply> {
    const { consultation } = await this.read({ id });
    const officer = await this.officer();
    return this.do(id, 'answer', solution(consultation, officer, consultation.updatedAt));
  }
}

export const coreStates = [
  ...['draft', 'submitted', 'reviewing', 'incomplete', 'queued', 'called', 'no-show'],
  ...['analysing', 'answering', 'handing-over', 'archived', 'cancelled'],
] as const;
export type CoreState = string;

/** That a log is whole: numbered, chained, each entry under its own hash. */
export function checkChain(events: readonly ConsultationEvent[]): void {
  let previous = '0'.repeat(64);
  for (const [index, event] of events.entries()) {
    const { hash, ...rest } = event;
    equal(event.seq, index + 1, 'the number of an event');
    equal(event.prevHash, previous, `prevHash of event ${event.seq}`);
    equal(hash, sha256Hex(canonicalJson(rest)), `the hash of event ${event.seq}`);
    previous = hash;
  }
}

export function isProblem(reply: Reply, status: number, code: string): void {
  equal([reply.status, reply.json['code'] ?? 'no code'], [status, code], 'status and code');
  const type = reply.headers.get('Content-Type') ?? '';
  check(type.startsWith('application/problem+json'), `a problem's media type, got ${type}`);
  equal(reply.json['status'], status, 'status in the body');
  check(typeof reply.json['title'] === 'string', 'there is a title');
  check(typeof reply.json['type'] === 'string', 'there is a type');
}

/** That a server does not have a route, or not by this method; then it says which it has. */
export function isNoRoute(reply: Reply): void {
  check([404, 405].includes(reply.status), `404 or 405, got ${reply.status}`);
  const isThere = reply.status === 405;
  isProblem(reply, reply.status, isThere ? 'LPSE_METHOD_NOT_ALLOWED' : 'LPSE_ROUTE_NOT_FOUND');
  if (isThere) check((reply.headers.get('Allow') ?? '') !== '', 'Allow names the methods');
}

function objectIn(bytes: Uint8Array): Reply['json'] {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Reply['json']) : {};
  } catch {
    return {};
  }
}

/** Promises by what they say. */
export type Cases = { readonly [name: string]: (site: WireSite) => Promise<void> };
