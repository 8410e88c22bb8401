import { deferBackend, type Drafts } from '@lpse-konsultasi/client';
import { createIndexedDbDrafts, createIndexedDbMemo } from '@lpse-konsultasi/client/indexeddb';
import type { Actor, Profile } from '@lpse-konsultasi/form-schema';
import type { Environment } from './environment.js';

export interface EmbeddedOptions {
  readonly profile: Profile;
  readonly actor: () => Actor;
  readonly now: () => Date;
}

/**
 * The embedded default: the whole desk in this browser, no server. A module of its own, loaded only when it serves. A
 * form needs the drafts at once; the desk behind it follows when somebody types, or when something is asked of it.
 *
 * @throws {LpseError} `LPSE_STORAGE_UNAVAILABLE` or `LPSE_STORAGE_BLOCKED` when the browser gives no storage.
 */
export async function openEmbedded(
  options: EmbeddedOptions,
): Promise<Pick<Environment, 'backend' | 'drafts' | 'memo'>> {
  const { profile } = options;
  const drafts = createIndexedDbDrafts();
  const memo = createIndexedDbMemo();
  // Who cannot be served shall know it before the form is filled in.
  await memo.get(`case/${profile.id}`);
  const shared = typeof BroadcastChannel === 'function';
  const supports = {
    name: 'indexeddb',
    durable: true,
    shared,
    attachments: true,
    presence: true,
    board: true,
    report: true,
    survey: true,
  };
  const backend = deferBackend({ supports, profile }, async () => {
    const { createIndexedDbBackend } = await loadDesk();
    return createIndexedDbBackend(options);
  });
  return { backend, drafts: { ...drafts, save }, memo };

  /** Who begins to type will hand something in: the desk is on its way before the line can be lost. */
  function save(...entry: Parameters<Drafts['save']>): ReturnType<Drafts['save']> {
    loadDesk().catch(() => undefined);
    return drafts.save(...entry);
  }
}

function loadDesk(): Promise<typeof import('./embedded-desk.js')> {
  return import('./embedded-desk.js');
}
