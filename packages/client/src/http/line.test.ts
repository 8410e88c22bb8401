import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Upload } from './send-by-xhr.js';
import { Line, defaultPatience, pauseBefore, type Answer, type Patience } from './line.js';

const call = { method: 'GET', path: '/consultations/a' } as const;
const problem = (status: number, code: string, headers: HeadersInit = {}): Response =>
  Response.json({ type: 'about:blank', title: code, status, code }, { status, headers });

/** A line whose server answers each attempt in turn with what is given; the last answer goes on for ever. */
function lineOf(
  answers: readonly ((signal: AbortSignal) => Promise<Response>)[],
  patience: Partial<Patience> = {},
): { readonly line: Line; readonly at: number[] } {
  const at: number[] = [];
  const began = Date.now();
  const fetch = (_input: unknown, init?: RequestInit): Promise<Response> => {
    at.push(Date.now() - began);
    const answer = answers[Math.min(at.length, answers.length) - 1];
    if (answer === undefined) throw new Error('no answer is given');
    return answer(init?.signal as AbortSignal);
  };
  const line = new Line({
    endpoint: 'https://konsultasi.example/api/v1/',
    fetch: fetch as typeof globalThis.fetch,
    patience: { ...defaultPatience, ...patience },
    credentials: 'omit',
    onPosition: () => undefined,
  });
  return { line, at };
}

const good = async (): Promise<Response> => Response.json({});
const lost = async (): Promise<Response> => {
  throw new TypeError('fetch failed');
};
/** The server took the request and says nothing. */
const silent = (signal: AbortSignal): Promise<Response> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

describe('The line to the server', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('asks once when it is answered, and not again what was refused', async () => {
    for (const answer of [
      good,
      async () => problem(404, 'LPSE_CONSULTATION_NOT_FOUND'),
      async () => problem(401, 'LPSE_SESSION_REQUIRED'),
      async () => problem(412, 'LPSE_VERSION_CONFLICT'),
      async () => problem(409, 'LPSE_STORAGE_CORRUPT'),
    ]) {
      const { line, at } = lineOf([answer]);
      await line.ask(call);
      expect(at).toEqual([0]);
    }
  });

  it('waits as long as a busy server asks, and no shorter than its own pause', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const busy = (seconds: string) => async () =>
      problem(503, 'LPSE_SERVER_UNAVAILABLE', { 'Retry-After': seconds });
    const { line, at } = lineOf([busy('7'), busy('0'), good]);
    const answer = line.ask(call);
    await vi.runAllTimersAsync();
    expect((await answer).status).toBe(200);
    expect(at).toEqual([0, 7_000, 8_000]);
  });

  it('asks a line that is down ever more seldom, and gives up at the deadline', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { line, at } = lineOf([lost], { deadline: 10_000 });
    const answer = expect(line.ask(call)).rejects.toMatchObject({
      code: 'LPSE_SERVER_UNREACHABLE',
    });
    await vi.runAllTimersAsync();
    await answer;
    expect(at).toEqual([0, 500, 1_500, 3_500, 7_500]);
  });

  it('gives up an attempt that stays silent, and tries another', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { line, at } = lineOf([silent, good], { attempt: 4_000 });
    const answer = line.ask(call);
    await vi.runAllTimersAsync();
    expect((await answer).status).toBe(200);
    expect(at).toEqual([0, 4_500]);
  });

  it('never lets an attempt outlast the deadline', async () => {
    const { line, at } = lineOf([silent], { attempt: 60_000, deadline: 3_000 });
    const answer = expect(line.ask(call)).rejects.toMatchObject({
      code: 'LPSE_SERVER_UNREACHABLE',
    });
    await vi.advanceTimersByTimeAsync(3_000);
    await answer;
    expect(at).toEqual([0]);
  });

  it('gives a large body the time that it takes on a slow line', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const body = new Uint8Array(1024 * 1024);
    const { line, at } = lineOf([silent]);
    const answer = expect(line.ask({ ...call, method: 'POST', body })).rejects.toMatchObject({
      code: 'LPSE_SERVER_UNREACHABLE',
    });
    await vi.runAllTimersAsync();
    await answer;
    // One mebibyte at 16 KiB a second, besides the patience for a body of nothing and the first pause.
    expect(at).toEqual([0, 65_536 + 15_000 + 500]);
    expect(Date.now()).toBe(30_000 + 65_536);
  });

  it('waits for an upload while it moves, and gives it up when it no longer does', async () => {
    const heard: number[] = [];
    let aborted = 0;
    const upload = ({ onProgress, signal }: Upload): Promise<Response> => {
      for (let step = 1; step <= 3; step += 1)
        setTimeout(() => onProgress(step / 10), step * 9_000);
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          aborted = Date.now();
          reject(signal.reason as Error);
        });
      });
    };
    const line = new Line({
      ...{ endpoint: 'https://konsultasi.example/api/v1', fetch, upload, credentials: 'omit' },
      patience: { ...defaultPatience, attempt: 10_000, firstPause: 1e9, longestPause: 1e9 },
      onPosition: () => undefined,
    });
    const body = new Uint8Array(5 * 1024 * 1024);
    const onProgress = (fraction: number): void => void heard.push(fraction);
    const answer = expect(
      line.ask({ method: 'POST', path: '/attachments', body, onProgress }),
    ).rejects.toMatchObject({ code: 'LPSE_SERVER_UNREACHABLE' });
    await vi.runAllTimersAsync();
    await answer;
    expect(heard).toEqual([0.1, 0.2, 0.3]);
    expect(aborted).toBe(37_000);
  });

  it('takes half an answer for none', async () => {
    const cut = async (): Promise<Response> =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"half":'));
            controller.error(new TypeError('terminated'));
          },
        }),
      );
    const { line, at } = lineOf([cut, good]);
    const answer = line.ask(call);
    await vi.runAllTimersAsync();
    expect((await answer).bytes.length).toBe(2);
    expect(at).toHaveLength(2);
  });

  it('stops at once when it is called off, in an attempt and in a pause', async () => {
    for (const [answer, milliseconds] of [
      [silent, 100],
      [lost, 100],
    ] as const) {
      const { line, at } = lineOf([answer, good], { firstPause: 10_000 });
      const abort = new AbortController();
      const asked = expect(line.ask({ ...call, signal: abort.signal })).rejects.toMatchObject({
        name: 'AbortError',
      });
      await vi.advanceTimersByTimeAsync(milliseconds);
      abort.abort();
      await asked;
      await vi.runAllTimersAsync();
      expect(at).toEqual([0]);
    }
  });

  it.each([
    [429, 'LPSE_RATE_LIMITED', 'LPSE_RATE_LIMITED'],
    [500, 'LPSE_SERVER_FAILED', 'LPSE_SERVER_FAILED'],
    [503, 'LPSE_SERVER_UNAVAILABLE', 'LPSE_SERVER_UNAVAILABLE'],
    [504, 'LPSE_ANYTHING', 'LPSE_SERVER_UNAVAILABLE'],
  ])('says what a server that stays at %i is', async (status, code, said) => {
    const { line } = lineOf([async () => problem(status, code)], { deadline: 2_000 });
    const answer = expect(line.ask(call)).rejects.toMatchObject({ code: said });
    await vi.runAllTimersAsync();
    await answer;
  });

  it('asks again for a command whose key is still at work', async () => {
    const { line, at } = lineOf([async () => problem(409, 'LPSE_KEY_RUNNING'), good]);
    const answer = line.ask(call);
    await vi.runAllTimersAsync();
    expect((await answer).status).toBe(200);
    expect(at).toHaveLength(2);
  });
});

describe('The pause before an attempt', () => {
  afterEach(() => void vi.restoreAllMocks());

  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [7, 30_000],
    [40, 30_000],
  ])('grows to a limit, and chance shortens it by at most half (%i)', (attempt, whole) => {
    const random = vi.spyOn(Math, 'random');
    random.mockReturnValue(0);
    expect(pauseBefore(attempt, defaultPatience)).toBe(whole);
    random.mockReturnValue(0.999_999);
    const shortest = pauseBefore(attempt, defaultPatience);
    expect(shortest).toBeGreaterThanOrEqual(whole / 2);
    expect(shortest).toBeLessThan(whole / 2 + 1);
  });

  it('reads a date as well as seconds, and nothing from rubbish', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-23T03:00:00Z'));
    const after = (text: string): number =>
      pauseBefore(1, defaultPatience, {
        status: 503,
        headers: new Headers({ 'Retry-After': text }),
        bytes: new Uint8Array(),
      } satisfies Answer);
    expect(after('20')).toBe(20_000);
    expect(after('Mon, 23 Nov 2026 03:00:30 GMT')).toBe(30_000);
    expect(after('Mon, 23 Nov 2026 02:00:00 GMT')).toBe(500);
    expect(after('sebentar')).toBe(500);
  });
});
