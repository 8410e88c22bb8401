import {
  LpseError,
  type Board,
  type Command,
  type JsonObject,
  type Profile,
  type Report,
  type Turn,
} from '@lpse-konsultasi/form-schema';
import type {
  AttachOptions,
  AttachmentFile,
  AttachmentRef,
  Backend,
  BackendManifest,
  BoardOptions,
  CaseOptions,
  Change,
  ConsultationRecord,
  ExecuteOptions,
  ListQuery,
  LogPage,
  LogQuery,
  Outcome,
  Page,
  Presence,
  RateOutcome,
  ReportQuery,
  WatchOptions,
} from '../backend.js';
import { dispositionHeader, keyHeader, nameOfDisposition, versionHeader } from '../wire/headers.js';
import { newToken } from '../wire/tokens.js';
import {
  attachmentRefOf,
  errorOf,
  invalid,
  isCase,
  logPageOf,
  pageOf,
  recordOf,
  refusalOf,
  reportOf,
  turnOf,
} from './answers.js';
import { Line, defaultPatience, type Answer, type Call, type Patience } from './line.js';
import { sendByXhr } from './send-by-xhr.js';
import { HeardLine } from './live-line.js';
import { StandingLine, nobody } from './standing-line.js';
import type { Capabilities } from './server.js';
import { createMemoryTokens, type Tokens } from './tokens.js';
import { WatchedServer } from './watched-server.js';

export interface HttpOptions {
  /** Where the routes of the contract lie, e.g. `https://konsultasi.example/api/v1`. */
  readonly endpoint: string;
  readonly profile: Profile;
  /**
   * Who works here: `public` opens cases by their tokens and sends no cookie, `staff` has the session of the server's
   * sign-in. Default: `public`.
   */
  readonly access?: 'public' | 'staff';
  /** The visitor's tokens. Default: in memory, gone with the page. */
  readonly tokens?: Tokens;
  /** A staff token, for a program; a page has its cookie. */
  readonly staffToken?: string;
  /** Cookies of staff go along as this says. Default: `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** Default: that of the platform. */
  readonly fetch?: typeof fetch;
  readonly patience?: Partial<Patience>;
  /** What the server says that it does (`serverCapabilities`). Default: all of the contract. */
  readonly supports?: Capabilities['supports'];
}

/**
 * The backend behind a server that keeps the contract of docs/reference/wire.md. The server judges; this asks, asks
 * again where that is safe, and tells apart what is a refusal and what has broken. Nothing is asked of the server before
 * the first call.
 *
 * @throws {LpseError} from its methods besides those of `Backend`: `LPSE_SERVER_UNREACHABLE`, `LPSE_SERVER_UNAVAILABLE`,
 * `LPSE_SERVER_FAILED`, `LPSE_RATE_LIMITED`, `LPSE_SESSION_REQUIRED`, `LPSE_ACCESS_DENIED`, `LPSE_REQUEST_REFUSED`,
 * `LPSE_ANSWER_INVALID`; from `attach` also `LPSE_ATTACHMENT_TOO_LARGE`, `LPSE_ATTACHMENT_TYPE`, `LPSE_ATTACHMENT_EMPTY`.
 */
export function createHttpBackend(options: HttpOptions): Backend {
  return new HttpBackend(options);
}

class HttpBackend implements Backend {
  readonly supports: BackendManifest;
  readonly profile: Profile;
  readonly line = new HeardLine();
  readonly #isPublic: boolean;
  readonly #tokens: Tokens;
  readonly #staffToken: string | undefined;
  readonly #line: Line;
  readonly #watched: WatchedServer;
  readonly #standing: StandingLine;
  /** The case that this visitor was last at: an attachment without a case belongs to it. */
  #lastCase: string | undefined;
  #position: string | undefined;
  #closed = false;

  constructor(options: HttpOptions) {
    const { endpoint, profile, access = 'public', tokens = createMemoryTokens() } = options;
    const { credentials = 'same-origin', fetch = globalThis.fetch.bind(globalThis) } = options;
    const patience = { ...defaultPatience, ...options.patience };
    this.profile = profile;
    this.supports = manifestOf(options.supports ?? wholeContract);
    this.#isPublic = access === 'public';
    this.#tokens = tokens;
    this.#staffToken = options.staffToken;
    this.#line = new Line({
      endpoint,
      fetch,
      // A page that brings its own `fetch` wants to see every request.
      upload: options.fetch === undefined && 'XMLHttpRequest' in globalThis ? sendByXhr : undefined,
      patience,
      credentials: this.#isPublic ? 'omit' : credentials,
      onPosition: (position) => {
        this.#position = position;
      },
    });
    this.#watched = new WatchedServer({
      line: this.#line,
      patience,
      heard: this.line,
      isPublic: this.#isPublic,
      headers: (id) => this.#credentials(id),
      position: () => this.#position,
    });
    this.#standing = new StandingLine({
      line: this.#line,
      patience,
      heard: this.line,
      headers: async () => (await this.#credentials(undefined)) ?? {},
    });
  }

  async execute(command: Command, options: ExecuteOptions): Promise<Outcome> {
    this.#checkOpen();
    const { key, expectedVersion, signal } = options;
    checkKey('execute', key);
    const { type, consultationId: id, data } = command;
    if (!isId(id)) return malformed();
    const body = JSON.stringify({ type, data });
    if (type === 'register' && this.#isPublic && (await this.#tokens.get(id)) === undefined)
      await this.#tokens.set(id, newToken());
    const answer = await this.#ask(id, {
      method: 'POST',
      path: `${pathOf(id)}/commands`,
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': keyHeader(key),
        'If-Match': expectedVersion === undefined ? '*' : versionHeader(expectedVersion),
      },
      body,
      signal,
    });
    if (answer === undefined)
      return refused({ code: 'LPSE_CONSULTATION_UNKNOWN', params: {}, problems: [] });
    if (answer.status === 200) return this.#carriedOut(id, answer);
    const refusal = answer.problem && refusalOf(answer.problem);
    if (refusal === undefined) throw errorOf(answer);
    const consultation = answer.problem?.consultation;
    return { ...refused(refusal), ...(isCase(consultation) && { consultation }) };
  }

  async read(
    id: string,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<ConsultationRecord | undefined> {
    this.#checkOpen();
    signal?.throwIfAborted();
    if (!isId(id)) return undefined;
    const answer = await this.#ask(id, { method: 'GET', path: pathOf(id), signal });
    if (answer === undefined) return undefined;
    if (answer.status === 200) return recordOf(answer);
    if (answer.problem?.code === 'LPSE_CONSULTATION_UNKNOWN') return undefined;
    throw errorOf(answer);
  }

  async list(query: ListQuery = {}): Promise<Page> {
    this.#checkOpen();
    const { signal, total = false, ...wanted } = query;
    checkLimit(wanted.limit);
    checkInstants(wanted.registeredFrom, wanted.registeredUntil, wanted.overdueAt);
    signal?.throwIfAborted();
    if (this.#isPublic) return { items: [], ...(total && { total: 0 }) };
    const answer = await this.#ask(undefined, {
      method: 'POST',
      path: '/consultations/search',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...wanted, ...(total && { total }) }),
      signal,
    });
    if (answer?.status !== 200) throw answer ? errorOf(answer) : invalid('a page');
    return pageOf(answer);
  }

  watch(options: WatchOptions = {}): AsyncIterable<Change> {
    this.#checkOpen();
    return this.#watched.watch(options);
  }

  async logs(query: LogQuery = {}): Promise<LogPage> {
    this.#checkOpen();
    const { signal, from, until, cursor, limit } = query;
    checkLimit(limit);
    checkInstants(from, until);
    signal?.throwIfAborted();
    if (this.#isPublic) throw new LpseError('LPSE_ACCESS_DENIED');
    const wanted = Object.entries({ from, until, cursor, limit: limit?.toString() });
    const given = wanted.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    const answer = await this.#ask(undefined, {
      method: 'GET',
      path: `/logs?${new URLSearchParams(given)}`,
      signal,
    });
    if (answer?.status !== 200) throw answer ? errorOf(answer) : invalid('a page of logs');
    return logPageOf(answer);
  }

  async report({ from, until, by = 'day', signal }: ReportQuery): Promise<Report> {
    this.#checkOpen();
    checkInstants(from, until);
    signal?.throwIfAborted();
    if (this.#isPublic) throw new LpseError('LPSE_ACCESS_DENIED');
    const path = `/report?${new URLSearchParams({ from, until, by })}`;
    const answer = await this.#ask(undefined, { method: 'GET', path, signal });
    if (answer?.status !== 200) throw answer ? errorOf(answer) : invalid('a report');
    return reportOf(answer);
  }

  async rate(
    answers: JsonObject,
    { key, signal }: { readonly key: string; readonly signal?: AbortSignal },
  ): Promise<RateOutcome> {
    this.#checkOpen();
    checkKey('rate', key);
    const body = JSON.stringify(answers);
    signal?.throwIfAborted();
    // No token goes along: it would tell whose rating this is.
    const answer = await this.#line.ask({
      method: 'POST',
      path: '/ratings',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keyHeader(key) },
      body,
      signal,
    });
    if (answer.status === 204) return { ok: true };
    const refusal = answer.problem && refusalOf(answer.problem);
    if (refusal === undefined) throw errorOf(answer);
    return { ok: false, refusal };
  }

  async attend(id: string, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    this.#checkOpen();
    if (!this.#isPublic && isId(id)) await this.#standing.attend(id, signal);
  }

  attending({ signal }: { readonly signal?: AbortSignal } = {}): AsyncIterable<
    readonly Presence[]
  > {
    this.#checkOpen();
    return this.#isPublic ? nobody() : this.#standing.attending(signal);
  }

  board({ signal }: BoardOptions = {}): AsyncIterable<Board> {
    this.#checkOpen();
    return this.#standing.board(signal);
  }

  async turn(
    id: string,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Turn | undefined> {
    this.#checkOpen();
    signal?.throwIfAborted();
    if (!isId(id)) return undefined;
    const answer = await this.#ask(id, { method: 'GET', path: `${pathOf(id)}/turn`, signal });
    if (answer === undefined || answer.status === 204) return undefined;
    if (answer.status === 200) return turnOf(answer);
    if (answer.problem?.code === 'LPSE_CONSULTATION_UNKNOWN') return undefined;
    throw errorOf(answer);
  }

  async attach(file: AttachmentFile, options: AttachOptions = {}): Promise<AttachmentRef> {
    this.#checkOpen();
    const { nama, mime } = file;
    const body = file.bytes.slice();
    const answer = await this.#ask(options.consultationId ?? this.#lastCase, {
      method: 'POST',
      path: '/attachments',
      headers: {
        'Content-Type': mime === '' ? 'application/octet-stream' : mime,
        'Content-Disposition': dispositionHeader(nama),
      },
      body,
      signal: options.signal,
      onProgress: options.onProgress,
    });
    if (answer === undefined) throw new LpseError('LPSE_SESSION_REQUIRED');
    if (answer.status !== 201) throw errorOf(answer);
    return attachmentRefOf(answer);
  }

  async attachment(sha256: string, options: CaseOptions = {}): Promise<AttachmentFile> {
    this.#checkOpen();
    options.signal?.throwIfAborted();
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new LpseError('LPSE_ATTACHMENT_NOT_FOUND');
    const answer = await this.#ask(options.consultationId ?? this.#lastCase, {
      method: 'GET',
      path: `/attachments/${sha256}`,
      headers: { Accept: '*/*' },
      signal: options.signal,
    });
    if (answer === undefined) throw new LpseError('LPSE_ATTACHMENT_NOT_FOUND');
    if (answer.status !== 200) throw errorOf(answer);
    const { headers, bytes } = answer;
    const mime = headers.get('Content-Type') ?? 'application/octet-stream';
    const nama = nameOfDisposition(headers.get('Content-Disposition')) ?? sha256;
    return { nama, mime, bytes };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#watched.close();
    await this.#standing.close();
  }

  #carriedOut(id: string, answer: Answer): Outcome {
    const { consultation, events } = recordOf(answer);
    if (consultation.id !== id) throw invalid('the case that was meant');
    const isNew = answer.headers.get('Idempotency-Replayed') !== 'true';
    if (isNew) this.#watched.tell({ id, version: consultation.version });
    return { ok: true, consultation, events };
  }

  /** The answer; undefined when this visitor has no token for the case, so that there is nothing to ask. */
  async #ask(id: string | undefined, call: Call): Promise<Answer | undefined> {
    call.signal?.throwIfAborted();
    if (this.#isPublic && id !== undefined) this.#lastCase = id;
    const credentials = await this.#credentials(id);
    if (credentials === undefined) return undefined;
    return this.#line.ask({ ...call, headers: { ...call.headers, ...credentials } });
  }

  /** Undefined for a member of the public who has no token of the case. */
  async #credentials(
    id: string | undefined,
  ): Promise<{ readonly [name: string]: string } | undefined> {
    const token = this.#isPublic
      ? id !== undefined && (await this.#tokens.get(id))
      : this.#staffToken;
    if (typeof token === 'string') return { Authorization: `Bearer ${token}` };
    return this.#isPublic ? undefined : {};
  }

  #checkOpen(): void {
    if (this.#closed) throw new LpseError('LPSE_BACKEND_CLOSED');
  }
}

const wholeContract: Capabilities['supports'] = {
  durable: true,
  shared: true,
  attachments: true,
  presence: true,
  board: true,
  report: true,
  survey: true,
};

/** Of the server's words those that a backend can say of itself. */
function manifestOf(said: Capabilities['supports']): BackendManifest {
  const { durable, shared, attachments, presence, board, report, survey } = said;
  return {
    name: 'http',
    ...{ durable: durable === true, shared: shared === true, attachments: attachments === true },
    ...{ presence: presence === true, board: board === true },
    ...{ report: report === true, survey: survey === true },
  };
}

function pathOf(id: string): string {
  return `/consultations/${encodeURIComponent(id)}`;
}

/** What can be an id, and stand in an address: `.` and `..` would be taken for steps in it. */
function isId(id: unknown): id is string {
  return (
    typeof id === 'string' &&
    id.length >= 1 &&
    id.length <= 255 &&
    !/^\.{1,2}$|\p{Surrogate}/u.test(id)
  );
}

function checkKey(method: string, key: unknown): void {
  if (typeof key !== 'string' || key.length < 1 || key.length > 255)
    throw new TypeError(`${method}: key must be a text of 1 to 255 characters`);
}

function checkLimit(limit = 1): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new TypeError(`limit must be an integer from 1 to 200, not ${String(limit)}`);
}

function checkInstants(...texts: readonly (string | undefined)[]): void {
  for (const text of texts)
    if (text !== undefined && Number.isNaN(Date.parse(text)))
      throw new RangeError('not an instant of ISO 8601');
}

function malformed(): Outcome {
  return refused({ code: 'LPSE_COMMAND_MALFORMED', params: {}, problems: [] });
}

function refused(
  refusal: Extract<Outcome, { ok: false }>['refusal'],
): Extract<Outcome, { ok: false }> {
  return { ok: false, refusal };
}
