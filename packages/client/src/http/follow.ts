import { LpseError } from '@lpse-konsultasi/form-schema';
import { problemOf } from './answers.js';
import { eventsIn, type StreamEvent } from './event-stream.js';
import type { Heard, HeardLine } from './live-line.js';
import { pauseBefore, sleep, type Line, type Patience } from './line.js';

export interface FollowOptions {
  readonly line: Line;
  readonly patience: Patience;
  readonly path: string;
  /** Asked anew for each connection. */
  readonly headers: () => Promise<{ readonly [name: string]: string }>;
  /** Where to begin; undefined for now. */
  readonly position: () => string | undefined;
  readonly onEvent: (event: StreamEvent) => void;
  /** Told when the line has been lost for some attempts, and when the server answers again. */
  readonly heard?: HeardLine;
  readonly signal: AbortSignal;
}

/** A restart of the server is over before so many attempts have failed: nobody need be told of it. */
const failuresUntilLost = 3;

/**
 * Follows a stream of the server until the signal fires: connects anew when it ends, breaks or falls silent, and goes on
 * behind the last event that came. Never throws; where it is not let in it asks again, ever more seldom.
 */
export async function follow(options: FollowOptions): Promise<void> {
  const { patience, signal, position, heard } = options;
  const state = { last: position() ?? '', failures: 0, wish: 0 };
  while (!signal.aborted) {
    try {
      await connect(options, state);
      // The server has ended it in peace, e.g. for a restart.
      state.failures = Math.max(1, state.failures);
    } catch (error) {
      state.failures += 1;
      const refusal = refusalIn(error);
      if (!signal.aborted && (refusal !== undefined || state.failures >= failuresUntilLost))
        heard?.tell(signal, refusal ?? 'silent');
    }
    const pause = Math.max(state.wish, pauseBefore(Math.max(1, state.failures), patience));
    await sleep(pause, signal).catch(() => undefined);
  }
  heard?.tell(signal, 'heard');
}

/** Whoever is not let in has a line. */
function refusalIn(error: unknown): Heard | undefined {
  if (!(error instanceof LpseError)) return undefined;
  if (error.code === 'LPSE_SESSION_REQUIRED') return 'signed-out';
  return error.code === 'LPSE_REQUEST_REFUSED' ? 'heard' : undefined;
}

async function connect(
  { line, patience, path, headers, onEvent, heard, signal }: FollowOptions,
  state: { last: string; failures: number; wish: number },
): Promise<void> {
  const own = new AbortController();
  const stop = (): void => own.abort();
  signal.addEventListener('abort', stop);
  // Only the contract's comments tell a quiet day from a line that is gone.
  let timer = setTimeout(stop, patience.silence);
  const onSound = (): void => {
    clearTimeout(timer);
    timer = setTimeout(stop, patience.silence);
  };
  try {
    const response = await line.open({
      method: 'GET',
      path,
      headers: {
        ...(await headers()),
        Accept: 'text/event-stream',
        ...(state.last !== '' && { 'Last-Event-ID': state.last }),
      },
      signal: own.signal,
    });
    if (!response.ok || response.body === null) {
      const bytes = new Uint8Array(await response.arrayBuffer());
      const detail = problemOf({ bytes })?.code ?? '';
      if (detail === 'LPSE_SESSION_REQUIRED') throw new LpseError(detail);
      const code = response.status < 500 ? 'LPSE_REQUEST_REFUSED' : 'LPSE_SERVER_UNAVAILABLE';
      throw new LpseError(code, { detail });
    }
    heard?.tell(signal, 'heard');
    const onRetry = (milliseconds: number): void => {
      state.wish = Math.min(milliseconds, patience.longestPause);
    };
    for await (const event of eventsIn(response.body, { onSound, onRetry })) {
      state.failures = 0;
      if (event.id !== '') state.last = event.id;
      onEvent(event);
      if (signal.aborted) return;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    own.abort();
  }
}
