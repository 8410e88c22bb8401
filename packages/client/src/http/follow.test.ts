import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { follow } from './follow.js';
import { Line, defaultPatience } from './line.js';
import { HeardLine } from './live-line.js';

interface Connection {
  readonly at: number;
  readonly headers: Headers;
  send(text: string): void;
  end(): void;
}

/** A stream of the server; each connection is told and can be spoken to. */
function streaming(answer?: () => Response): {
  readonly connections: Connection[];
  readonly events: string[];
  readonly abort: AbortController;
  readonly done: Promise<void>;
  readonly heard: HeardLine;
} {
  const connections: Connection[] = [];
  const events: string[] = [];
  const abort = new AbortController();
  const fetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
    const signal = init?.signal as AbortSignal;
    let controller!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start(its) {
        controller = its;
        signal.addEventListener('abort', () => its.error(signal.reason));
      },
    });
    connections.push({
      at: Date.now(),
      headers: new Headers(init?.headers),
      send: (text) => controller.enqueue(new TextEncoder().encode(text)),
      end: () => controller.close(),
    });
    return answer?.() ?? new Response(body);
  };
  const line = new Line({
    endpoint: 'https://konsultasi.example/api/v1',
    fetch: fetch as typeof globalThis.fetch,
    patience: defaultPatience,
    credentials: 'omit',
    onPosition: () => undefined,
  });
  const heard = new HeardLine();
  const done = follow({
    heard,
    line,
    patience: { ...defaultPatience, silence: 45_000 },
    path: '/changes',
    headers: async () => ({}),
    position: () => undefined,
    onEvent: ({ data }) => events.push(data),
    signal: abort.signal,
  });
  return { connections, events, abort, done, heard };
}

describe('A stream of changes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is told to be lost after some attempts, and no more when the server answers', async () => {
    let isDown = true;
    const down = (): Response => new Response('', { status: 503 });
    const { abort, done, heard } = streaming(() => (isDown ? down() : new Response(': ok\n\n')));
    const told: boolean[] = [];
    heard.subscribe(() => told.push(heard.lostAt !== undefined));
    await vi.advanceTimersByTimeAsync(1);
    expect(heard.lostAt, 'after one attempt').toBeUndefined();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heard.lostAt).toBeInstanceOf(Date);
    isDown = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([true, false]);
    abort.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    await done;
  });

  it('is not lost when it is not let in, nor when nobody follows it any more', async () => {
    const refused = streaming(() => new Response('', { status: 403 }));
    let isSignedIn = false;
    const signedOut = streaming(() =>
      isSignedIn
        ? new Response(': ok\n\n')
        : new Response('{"code":"LPSE_SESSION_REQUIRED","title":"","status":401}', {
            status: 401,
            headers: { 'Content-Type': 'application/problem+json' },
          }),
    );
    const broken = streaming(() => new Response('', { status: 502 }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refused.heard.lostAt).toBeUndefined();
    expect(refused.heard.isSignedOut).toBe(false);
    expect(broken.heard.lostAt).toBeInstanceOf(Date);
    expect(signedOut.heard).toMatchObject({ lostAt: undefined, isSignedOut: true });
    isSignedIn = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(signedOut.heard.isSignedOut).toBe(false);
    for (const { abort } of [refused, broken, signedOut]) abort.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all([refused.done, broken.done, signedOut.done]);
    expect(broken.heard.lostAt).toBeUndefined();
  });

  it('goes on behind the last event when it was cut off', async () => {
    const { connections, events, abort, done } = streaming();
    await vi.advanceTimersByTimeAsync(1);
    expect(connections[0]?.headers.has('Last-Event-ID')).toBe(false);
    connections[0]?.send('id: 41\ndata: a\n\nid: 42\ndata: b\n\ndata: half');
    await vi.advanceTimersByTimeAsync(1);
    connections[0]?.end();
    await vi.advanceTimersByTimeAsync(500);
    expect(events).toEqual(['a', 'b']);
    expect(connections[1]?.headers.get('Last-Event-ID')).toBe('42');
    abort.abort();
    await done;
  });

  it('is lost after the time of silence, and a comment is a sound', async () => {
    const { connections, abort, done } = streaming();
    await vi.advanceTimersByTimeAsync(40_000);
    connections[0]?.send(': masih di sini\n\n');
    await vi.advanceTimersByTimeAsync(40_000);
    expect(connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5_500);
    expect(connections).toHaveLength(2);
    abort.abort();
    await done;
  });

  it('comes back when the server has asked for it', async () => {
    const { connections, abort, done } = streaming();
    await vi.advanceTimersByTimeAsync(1);
    connections[0]?.send('retry: 9000\n\n');
    await vi.advanceTimersByTimeAsync(1);
    connections[0]?.end();
    await vi.advanceTimersByTimeAsync(8_900);
    expect(connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(connections).toHaveLength(2);
    abort.abort();
    await done;
  });

  it('asks ever more seldom where it is not let in', async () => {
    const { connections, abort, done } = streaming(
      () => new Response('{"code":"LPSE_ACCESS_DENIED"}', { status: 403 }),
    );
    await vi.advanceTimersByTimeAsync(8_000);
    expect(connections.map(({ at }) => at)).toEqual([0, 500, 1_500, 3_500, 7_500]);
    abort.abort();
    await done;
  });

  it('ends with its signal, in a connection and in a pause', async () => {
    for (const milliseconds of [10, 600]) {
      const { connections, abort, done } = streaming();
      await vi.advanceTimersByTimeAsync(1);
      if (milliseconds > 500) connections[0]?.end();
      await vi.advanceTimersByTimeAsync(Math.min(milliseconds, 400));
      abort.abort();
      await vi.advanceTimersByTimeAsync(0);
      await done;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(connections).toHaveLength(1);
    }
  });
});
