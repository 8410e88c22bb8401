import type { Actor, Profile } from '@lpse-konsultasi/form-schema';
import {
  createIndexedDbBackend,
  createIndexedDbDrafts,
  createIndexedDbMemo,
} from '@lpse-konsultasi/client/indexeddb';
import type { Environment } from './environment.js';

export interface EmbeddedOptions {
  readonly profile: Profile;
  readonly actor: () => Actor;
  readonly now: () => Date;
}

/** The embedded default: the whole desk in this browser, no server. A module of its own, loaded only when it serves. */
export async function openEmbedded(
  options: EmbeddedOptions,
): Promise<Pick<Environment, 'backend' | 'drafts' | 'memo'>> {
  const [backend, drafts, memo] = await Promise.all([
    createIndexedDbBackend(options),
    createIndexedDbDrafts(),
    createIndexedDbMemo(),
  ]);
  return { backend, drafts, memo };
}
