import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Line, defaultPatience } from './line.js';
import { HeardLine } from './live-line.js';
import { StandingLine } from './standing-line.js';

/** A server that notes who is at which case; each answer can be held back, or be a fault. */
function standing(): {
  readonly line: StandingLine;
  readonly asked: string[];
  answer: () => Promise<Response>;
} {
  const asked: string[] = [];
  const desk = { asked, answer: async () => new Response(null, { status: 204 }) };
  const patience = { ...defaultPatience, deadline: 5_000 };
  const line = new StandingLine({
    line: new Line({
      endpoint: 'https://konsultasi.example/api/v1',
      fetch: async (_input, init) => {
        asked.push(init?.method ?? '');
        return desk.answer();
      },
      patience,
      credentials: 'omit',
      onPosition: () => undefined,
    }),
    patience,
    heard: new HeardLine(),
    headers: async () => ({}),
  });
  return Object.assign(desk, { line });
}

describe('Who has a case open', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is told again when it could not be told at first', async () => {
    const desk = standing();
    const stop = new AbortController();
    desk.answer = async () => new Response(null, { status: 503 });
    const told = desk.line.attend('a', stop.signal).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await told).toMatchObject({ code: 'LPSE_SERVER_UNAVAILABLE' });
    desk.answer = async () => new Response(null, { status: 204 });
    desk.asked.length = 0;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.asked).toEqual(['PUT']);
    stop.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.asked).toEqual(['PUT', 'DELETE']);
  });

  it('ends with the word that nobody is there, however late the word that somebody is arrives', async () => {
    const desk = standing();
    const stop = new AbortController();
    let arrive!: (response: Response) => void;
    desk.answer = () => new Promise((resolve) => (arrive = resolve));
    const told = desk.line.attend('a', stop.signal);
    await vi.advanceTimersByTimeAsync(0);
    const late = arrive;
    desk.answer = async () => new Response(null, { status: 204 });
    stop.abort();
    await vi.advanceTimersByTimeAsync(0);
    late(new Response(null, { status: 204 }));
    await told;
    expect(desk.asked.at(-1)).toBe('DELETE');
    expect(desk.asked.filter((method) => method === 'PUT')).toHaveLength(1);
  });
});
