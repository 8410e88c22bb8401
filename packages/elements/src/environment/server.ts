import type { Drafts, Memo } from '@lpse-konsultasi/client';
import {
  createHttpBackend,
  createMemoTokens,
  serverCapabilities,
  serverSession,
} from '@lpse-konsultasi/client/http';
import { createIndexedDbDrafts, createIndexedDbMemo } from '@lpse-konsultasi/client/indexeddb';
import { createMemoryDrafts, createMemoryMemo } from '@lpse-konsultasi/client/memory';
import { LpseError, type Actor, type Profile } from '@lpse-konsultasi/form-schema';
import type { Environment } from './environment.js';
import type { Audience } from './resolve-profile.js';

export interface ServerEnvironment extends Pick<Environment, 'backend' | 'drafts' | 'memo'> {
  /** Who is signed in at the desk; a visitor is nobody in particular. */
  readonly session?: Actor;
}

/** The profile that the server works with: its id or its address. */
export async function profileOfServer(endpoint: string): Promise<string> {
  return (await serverCapabilities({ endpoint })).profile;
}

/**
 * The desk behind a server. A module of its own, loaded only where an `endpoint` is set. What a visitor has typed and
 * which case is theirs stays in this browser, apart from that of other endpoints.
 *
 * @throws {LpseError} `LPSE_SESSION_REQUIRED` when a desk's page has nobody signed in, and what breaks on the line.
 */
export async function openServer(
  endpoint: string,
  profile: Profile,
  audience: Audience,
): Promise<ServerEnvironment> {
  const { drafts, memo } = await notesFor(endpoint);
  if (audience === 'public') {
    const tokens = createMemoTokens(memo);
    return { backend: createHttpBackend({ endpoint, profile, tokens }), drafts, memo };
  }
  const session = await serverSession({ endpoint });
  const backend = createHttpBackend({ endpoint, profile, access: 'staff' });
  return { backend, drafts, memo, session };
}

/** In the browser's storage, or in the memory of the page where there is none: the server keeps what was handed in. */
async function notesFor(
  endpoint: string,
): Promise<{ readonly drafts: Drafts; readonly memo: Memo }> {
  const name = `lpse-konsultasi@${new URL(endpoint, document.baseURI).href}`;
  const memo = createIndexedDbMemo({ name });
  try {
    await memo.get('case');
    return { drafts: createIndexedDbDrafts({ name }), memo };
  } catch (error) {
    if (!(error instanceof LpseError)) throw error;
    console.warn(`[lpse-konsultasi] ${error.code}: drafts live as long as this page`);
    return { drafts: createMemoryDrafts(), memo: createMemoryMemo() };
  }
}
