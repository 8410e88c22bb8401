import type { Actor } from '@lpse-konsultasi/form-schema';
import type { components } from '../wire/generated.js';
import { errorOf, invalid, objectOf } from './answers.js';
import { Line, defaultPatience, type Answer, type Patience } from './line.js';

/** What a server is and can do, as `GET /` says it. */
export type Capabilities = components['schemas']['Capabilities'];

export interface ServerOptions {
  readonly endpoint: string;
  /** Default: that of the platform. */
  readonly fetch?: typeof fetch;
  readonly credentials?: RequestCredentials;
  readonly patience?: Partial<Patience>;
  readonly signal?: AbortSignal;
}

/** Asks a server what it is. Throws the errors of `createHttpBackend`. */
export async function serverCapabilities(options: ServerOptions): Promise<Capabilities> {
  const value = objectOf(await ask(options, '/'));
  if (value['wire'] !== 1 || typeof value['profile'] !== 'string')
    throw invalid('a server of wire 1');
  return value as unknown as Capabilities;
}

/** Who is signed in, and the counter where they usually work. */
export interface ServerSeat {
  readonly actor: Actor;
  readonly loket?: string;
}

/** Who is signed in there, and where they work. Throws `LPSE_SESSION_REQUIRED` when nobody is. */
export async function serverSeat(options: ServerOptions): Promise<ServerSeat> {
  const { actor, loket } = objectOf(await ask(options, '/session'));
  if (typeof actor !== 'object' || actor === null || !('role' in actor)) throw invalid('a session');
  return { actor: actor as Actor, ...(typeof loket === 'string' && { loket }) };
}

/** Who is signed in there. Throws `LPSE_SESSION_REQUIRED` when nobody is. */
export async function serverSession(options: ServerOptions): Promise<Actor> {
  return (await serverSeat(options)).actor;
}

async function ask(options: ServerOptions, path: string): Promise<Answer> {
  const {
    endpoint,
    fetch = globalThis.fetch.bind(globalThis),
    credentials = 'same-origin',
  } = options;
  const patience = { ...defaultPatience, ...options.patience };
  const line = new Line({ endpoint, fetch, patience, credentials, onPosition: () => undefined });
  const answer = await line.ask({ method: 'GET', path, signal: options.signal });
  if (answer.status !== 200) throw errorOf(answer);
  return answer;
}
