import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryPresence } from '../memory/memory-presence.js';
import { PresenceBoard } from './presence-board.js';

const presence = { id: 'a', petugasId: 'contoh-1', petugas: 'Bayu (contoh)' };
const never = new AbortController().signal;

describe('the presence board', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps somebody for as long as they say so, and forgets them when they fall silent', async () => {
    const line = new MemoryPresence();
    const here = new PresenceBoard(line);
    const there = new PresenceBoard(line);
    const lists = here.watch(undefined);
    expect((await lists.next()).value).toEqual([]);
    there.attend(presence, never);
    expect((await lists.next()).value).toEqual([presence]);
    let gone = false;
    const next = lists.next().then((result) => ((gone = true), result.value));
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(gone).toBe(false);
    // As when a tab is killed: it says nothing any more, not even that it leaves.
    const tell = vi.spyOn(line, 'tell').mockImplementation(() => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gone).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await next).toEqual([]);
    tell.mockRestore();
    here.close();
    there.close();
  });

  it('runs no timer while nobody attends and nobody looks', async () => {
    const board = new PresenceBoard(new MemoryPresence());
    expect(vi.getTimerCount()).toBe(0);
    const stop = new AbortController();
    board.attend(presence, stop.signal);
    expect(vi.getTimerCount()).toBe(1);
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    const lists = board.watch(undefined);
    expect(vi.getTimerCount()).toBe(1);
    await lists.return?.();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('shows the last list only to somebody slow, and no list twice', async () => {
    const board = new PresenceBoard(new MemoryPresence());
    const lists = board.watch(undefined);
    await lists.next();
    const stop = new AbortController();
    board.attend(presence, stop.signal);
    stop.abort();
    board.attend({ ...presence, id: 'b' }, never);
    expect((await lists.next()).value).toEqual([{ ...presence, id: 'b' }]);
    board.close();
    expect((await lists.next()).done).toBe(true);
  });
});
