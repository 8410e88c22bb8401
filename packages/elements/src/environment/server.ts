import type { Backend, Drafts, Memo } from '@lpse-konsultasi/client';
import {
  createHttpBackend,
  createMemoTokens,
  serverCapabilities,
  serverSeat,
  type Capabilities,
  type ServerSeat,
} from '@lpse-konsultasi/client/http';
import { createIndexedDbDrafts, createIndexedDbMemo } from '@lpse-konsultasi/client/indexeddb';
import { createMemoryDrafts, createMemoryMemo } from '@lpse-konsultasi/client/memory';
import { createIndexedDbOutboxStore, outbox, type Outbox } from '@lpse-konsultasi/client/outbox';
import { LpseError, type Actor, type Profile } from '@lpse-konsultasi/form-schema';
import type { Environment } from './environment.js';
import type { Audience } from './resolve-profile.js';
import { SessionError } from './session-error.js';
import { signInAt } from './sign-in.js';

export interface ServerEnvironment extends Pick<
  Environment,
  'backend' | 'drafts' | 'memo' | 'signIn' | 'loket'
> {
  /** Who is signed in at the desk; a visitor is nobody in particular. */
  readonly session?: Actor;
}

/** The profile that the server works with: its id or its address. */
export async function profileOfServer(endpoint: string): Promise<string> {
  return (await serverCapabilities({ endpoint })).profile;
}

export interface ServerOptions {
  readonly audience: Audience;
  /** Whether it is opened for the public when nobody has signed in. */
  readonly isForEveryone?: boolean;
  /** The page where staff sign in, when the host page names it. */
  readonly signIn?: string | undefined;
}

/** Milliseconds after which a desk opens without knowing what its server can do. */
const capabilitiesDeadline = 2_000;

/**
 * The desk behind a server. A module of its own, loaded only where an `endpoint` is set. What a visitor has typed, what
 * waits to be sent and which case is theirs stays in this browser, apart from that of other endpoints.
 *
 * @throws {LpseError} `LPSE_SESSION_REQUIRED` (a `SessionError`) when a desk's page has nobody signed in, and what
 * breaks on the line.
 */
export async function openServer(
  endpoint: string,
  profile: Profile,
  { audience, isForEveryone = false, signIn: given }: ServerOptions,
): Promise<ServerEnvironment> {
  const [{ drafts, memo }, seat, said] = await Promise.all([
    notesFor(endpoint),
    audience === 'public' ? undefined : seatAt(endpoint),
    saidBy(endpoint),
  ]);
  const signIn = signInAt(endpoint, given, said?.signIn);
  if (seat instanceof LpseError && !isForEveryone) throw new SessionError(signIn, seat);
  const supports = said && { supports: said.supports };
  const way = audience === 'staff' && signIn !== undefined ? { signIn } : {};
  if (seat === undefined || seat instanceof LpseError) {
    const tokens = createMemoTokens(memo);
    const backend = createHttpBackend({ endpoint, profile, tokens, ...supports });
    return { backend: kept(backend, endpoint), drafts, memo, ...way };
  }
  const backend = createHttpBackend({ endpoint, profile, access: 'staff', ...supports });
  // What an officer gave is sent in their own name, or not at all.
  const { actor: session, ...place } = seat;
  return { backend: kept(backend, endpoint, session.id), drafts, memo, session, ...place, ...way };
}

/** Who is signed in, or that nobody is. */
async function seatAt(endpoint: string): Promise<ServerSeat | LpseError> {
  try {
    return await serverSeat({ endpoint });
  } catch (error) {
    if (error instanceof LpseError && error.code === 'LPSE_SESSION_REQUIRED') return error;
    throw error;
  }
}

/** What the server can do; undefined when it does not say so soon, and then nothing is left out. */
async function saidBy(endpoint: string): Promise<Capabilities | undefined> {
  const patience = { deadline: capabilitiesDeadline, attempt: capabilitiesDeadline };
  return serverCapabilities({ endpoint, patience }).catch(() => undefined);
}

/** What is handed in stays in this browser until the server has it; each person's apart, under their own sign-in. */
function kept(backend: Backend, endpoint: string, person = ''): Outbox {
  const name = `${nameOf(endpoint)}/outbox/${person}`;
  return outbox(backend, { name, store: createIndexedDbOutboxStore({ name }) });
}

function nameOf(endpoint: string): string {
  return `lpse-konsultasi@${new URL(endpoint, document.baseURI).href}`;
}

/** In the browser's storage, or in the memory of the page where there is none: the server keeps what was handed in. */
async function notesFor(
  endpoint: string,
): Promise<{ readonly drafts: Drafts; readonly memo: Memo }> {
  const name = nameOf(endpoint);
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
