import { describe, expect, it } from 'vitest';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import type { Actor } from '@lpse-konsultasi/form-schema';
import { runBackendSuite } from '../conformance/index.js';
import { createMemoryBackend, MemoryStore } from '../memory/index.js';
import { deferBackend } from './deferred-backend.js';

const supports = {
  name: 'memory',
  durable: false,
  shared: true,
  attachments: true,
  presence: true,
  board: true,
  report: true,
  survey: true,
};

// Whoever works with it must not be able to tell that it was not there from the start.
runBackendSuite({
  describe,
  it,
  supports,
  create: async () => {
    const store = new MemoryStore();
    const backendOf = async (actor: Actor) =>
      createMemoryBackend({ profile, store, actor: () => actor });
    return {
      open: async (actor) => deferBackend({ supports, profile }, () => backendOf(actor)),
      dispose: async () => undefined,
    };
  },
});

// What is not claimed is not asked for, and not there.
runBackendSuite({
  describe,
  it,
  supports: { name: 'memory', durable: false, shared: true, attachments: true, presence: true },
  create: async () => {
    const store = new MemoryStore();
    const { board: _board, report: _report, survey: _survey, ...claimed } = supports;
    return {
      open: async (actor) =>
        deferBackend({ supports: claimed, profile }, async () =>
          createMemoryBackend({ profile, store, actor: () => actor }),
        ),
      dispose: async () => undefined,
    };
  },
});

describe('a deferred backend', () => {
  const visitor: Actor = { id: 'user', role: 'user', name: '' };

  it('opens when it is first asked, and once', async () => {
    let openings = 0;
    const backend = deferBackend({ supports, profile }, async () => {
      openings += 1;
      return createMemoryBackend({ profile, actor: () => visitor });
    });
    expect(openings).toBe(0);
    await Promise.all([backend.list(), backend.read('a'), backend.list()]);
    expect(openings).toBe(1);
  });

  it('tries again after an opening that failed', async () => {
    let openings = 0;
    const backend = deferBackend({ supports, profile }, async () => {
      openings += 1;
      if (openings === 1) throw new TypeError('no line');
      return createMemoryBackend({ profile, actor: () => visitor });
    });
    await expect(backend.list()).rejects.toThrow('no line');
    await expect(backend.list()).resolves.toEqual({ items: [] });
  });

  it('opens nothing once it is closed', async () => {
    let openings = 0;
    const backend = deferBackend({ supports, profile }, async () => {
      openings += 1;
      return createMemoryBackend({ profile, actor: () => visitor });
    });
    await backend.close();
    await expect(backend.list()).rejects.toMatchObject({ code: 'LPSE_BACKEND_CLOSED' });
    expect(openings).toBe(0);
  });
});
