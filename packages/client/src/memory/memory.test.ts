import { describe, expect, it } from 'vitest';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { conformanceCases, runBackendSuite } from '../conformance/index.js';
import { createMemoryBackend, MemoryStore } from './index.js';

runBackendSuite({
  describe,
  it,
  supports: { name: 'memory', durable: false, shared: true, attachments: true },
  create: async () => {
    const store = new MemoryStore();
    return {
      open: async (actor) => createMemoryBackend({ profile, store, actor: () => actor }),
      dispose: async () => undefined,
    };
  },
});

describe('the conformance suite', () => {
  it('has a name of its own for each case', () => {
    const names = conformanceCases.map(({ chapter, name }) => `${chapter}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(80);
  });
});
