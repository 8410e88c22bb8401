import { LpseError } from '@lpse-konsultasi/form-schema';
import { retryAfterOf } from '../wire/headers.js';
import { problemOf, type WireProblem } from './answers.js';
import type { Upload } from './send-by-xhr.js';

/** How long the client waits, in milliseconds. */
export interface Patience {
  /** Until a call has failed for good, all its attempts together, besides the time that its body takes. Default: 30,000. */
  readonly deadline: number;
  /** Until one attempt has failed, besides the time that its body takes. Default: 15,000. */
  readonly attempt: number;
  /** Before the second attempt; twice as long before each further one. Default: 500. */
  readonly firstPause: number;
  /** The longest pause between two attempts. Default: 30,000. */
  readonly longestPause: number;
  /** After this much silence, a stream of changes has been lost. Default: 45,000. */
  readonly silence: number;
}

export const defaultPatience: Patience = {
  deadline: 30_000,
  attempt: 15_000,
  firstPause: 500,
  longestPause: 30_000,
  silence: 45_000,
};

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the endpoint, e.g. `/consultations/a`. */
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal | undefined;
  /** Takes 0 to 1: how much of the body is on its way, in each attempt anew. Not called where that cannot be known. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** What came back, read to its end: half an answer is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What an answer that is not 2xx says; undefined for one that does not speak the contract. */
  readonly problem?: WireProblem | undefined;
}

export interface LineOptions {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  /** Takes the place of `fetch` for calls whose progress somebody wants to see. */
  readonly upload?: ((upload: Upload) => Promise<Response>) | undefined;
  readonly patience: Patience;
  readonly credentials: RequestCredentials;
  readonly onPosition: (position: string) => void;
}

/** Bytes in a millisecond on the slowest line that is waited for: 16 KiB a second, of which a phone has some. */
const slowest = 16;

/** Statuses with which the same request may succeed a moment later. */
const passing = [408, 425, 429, 500, 502, 503, 504];

/**
 * The line to the server. It asks again as long as that makes sense and the deadline lasts; every request of the
 * contract may be sent twice, for reading changes nothing, commands carry a key, and files are known by their hash.
 */
export class Line {
  readonly #options: LineOptions;
  readonly #base: string;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#base = options.endpoint.replace(/\/+$/, '');
  }

  /** The first answer that is not a passing failure. Throws an `LpseError` when there is none, or an `AbortError`. */
  async ask(call: Call): Promise<Answer> {
    const { patience, onPosition } = this.#options;
    const until = Date.now() + patience.deadline + timeFor(call.body);
    for (let attempt = 0; ; attempt++) {
      call.signal?.throwIfAborted();
      const result = await this.#try(call, until);
      if (!(result instanceof LpseError) && !isPassing(result)) {
        const position = result.headers.get('LPSE-Position');
        if (position !== null && position !== '') onPosition(position);
        return result;
      }
      const pause = pauseBefore(attempt + 1, patience, result);
      if (Date.now() + pause >= until)
        throw result instanceof LpseError ? result : lastWord(result);
      await sleep(pause, call.signal);
    }
  }

  /** One attempt whose body is still to come: for streams. The caller reads the status. */
  open(call: Call): Promise<Response> {
    return this.#send(call, call.signal);
  }

  async #try(call: Call, until: number): Promise<Answer | LpseError> {
    const { patience, upload } = this.#options;
    const { attempt } = patience;
    const own = new AbortController();
    const stop = (): void => own.abort();
    const stopIn = (milliseconds: number): ReturnType<typeof setTimeout> =>
      setTimeout(stop, Math.max(1, Math.min(milliseconds, until - Date.now())));
    // Where it is known how far a body has come, one that comes no further is given up.
    const isHeard = upload !== undefined && call.onProgress !== undefined;
    let timer = stopIn(attempt + (isHeard ? 0 : timeFor(call.body)));
    const onProgress = (fraction: number): void => {
      clearTimeout(timer);
      timer = stopIn(attempt);
      call.onProgress?.(fraction);
    };
    call.signal?.addEventListener('abort', stop);
    try {
      const response = await this.#send(isHeard ? { ...call, onProgress } : call, own.signal);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const { status, headers, ok } = response;
      const answer = { status, headers, bytes };
      return ok || status === 304 ? answer : { ...answer, problem: problemOf(answer) };
    } catch (cause) {
      call.signal?.throwIfAborted();
      return new LpseError('LPSE_SERVER_UNREACHABLE', { cause });
    } finally {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', stop);
    }
  }

  #send(
    { method, path, headers: own, body, onProgress }: Call,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    const { fetch, upload, credentials } = this.#options;
    const url = this.#base + path;
    const isSafe = method === 'GET';
    const headers = {
      Accept: 'application/json, application/problem+json',
      ...(!isSafe && { 'LPSE-Client': 'lpse-konsultasi/0.1.0' }),
      ...own,
    };
    if (upload !== undefined && onProgress !== undefined && body !== undefined)
      return upload({ method, url, headers, body, credentials, signal, onProgress });
    return fetch(url, {
      ...{ method, headers },
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      credentials,
      ...(body !== undefined && { body }),
      ...(signal !== undefined && { signal }),
    });
  }
}

/** Milliseconds that a body may take on a slow line. */
function timeFor(body: Call['body']): number {
  return body === undefined ? 0 : Math.ceil(body.length / slowest);
}

function isPassing({ status, problem }: Answer): boolean {
  return passing.includes(status) || problem?.code === 'LPSE_KEY_RUNNING';
}

/** An answer that never got better, as an error. */
function lastWord({ status, problem }: Answer): LpseError {
  if (status === 429) return new LpseError('LPSE_RATE_LIMITED');
  const isKnown = problem !== undefined;
  const code = status === 500 && isKnown ? 'LPSE_SERVER_FAILED' : 'LPSE_SERVER_UNAVAILABLE';
  return new LpseError(code, { detail: String(status) });
}

/** The pause before an attempt (the first repetition is 1), and at least what the server asked for. */
export function pauseBefore(
  attempt: number,
  patience: Patience,
  last?: Answer | LpseError,
): number {
  const whole = Math.min(patience.longestPause, patience.firstPause * 2 ** (attempt - 1));
  // Shortened by chance, so that a thousand pages do not come back at the same moment.
  const pause = whole * (1 - Math.random() / 2);
  if (last === undefined || last instanceof LpseError) return pause;
  return Math.max(pause, retryAfterOf(last.headers.get('Retry-After'), Date.now()) ?? 0);
}

/** @throws the signal's reason when it fires. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
