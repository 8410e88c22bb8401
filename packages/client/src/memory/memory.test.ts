import { describe, expect, it } from 'vitest';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { conformanceCases, runBackendSuite } from '../conformance/index.js';
import { TamperedStore } from '../testing/tampered-store.js';
import { createMemoryBackend, createMemoryDrafts, createMemoryMemo } from './index.js';

runBackendSuite({
  describe,
  it,
  supports: {
    name: 'memory',
    durable: false,
    shared: true,
    attachments: true,
    presence: true,
    board: true,
    report: true,
    survey: true,
  },
  damages: true,
  create: async () => {
    const store = new TamperedStore();
    return {
      open: async (actor) => createMemoryBackend({ profile, store, actor: () => actor }),
      damage: async (id) => store.damage(id),
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

describe('drafts and memos in memory', () => {
  it('keep what was saved as it was then, until it is removed', async () => {
    const drafts = createMemoryDrafts({ now: () => new Date('2026-03-04T03:30:00Z') });
    const value = { izin: { survei: true } };
    const saved = await drafts.save('a/consultation-form', value);
    value.izin.survei = false;
    expect(saved).toEqual({
      value: { izin: { survei: true } },
      savedAt: '2026-03-04T03:30:00.000Z',
    });
    expect(await drafts.load('a/consultation-form')).toEqual(saved);
    expect(await drafts.load('b/consultation-form')).toBeUndefined();
    await drafts.remove('a/consultation-form');
    expect(await drafts.load('a/consultation-form')).toBeUndefined();
  });

  it('keep which case is whose', async () => {
    const memo = createMemoryMemo();
    await memo.set('case/batang', 'c-1');
    expect(await memo.get('case/batang')).toBe('c-1');
    await memo.remove('case/batang');
    expect(await memo.get('case/batang')).toBeUndefined();
  });
});
