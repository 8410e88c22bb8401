import type { FastifyRequest } from 'fastify';
import type { Actor } from '@lpse-konsultasi/form-schema';
import { isToken, tokenHash } from '@lpse-konsultasi/client/wire';
import type { Capabilities } from '../auth/capabilities.js';
import type { Session, Sessions } from '../auth/sessions.js';
import type { Office } from '../store/consultations.js';
import { HttpProblem } from './problem.js';

/** Who sends a request. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'public';
      readonly tokenHash: string;
      /** The one case that the token opens; undefined for a token that opens none yet. */
      readonly caseId?: string;
    }
  | { readonly kind: 'staff'; readonly session: Session };

export const publicActor: Actor = { id: 'user', role: 'user', name: '' };

/** The actor of a command; undefined for nobody. It never comes from what was sent. */
export function actorFor(caller: Caller): Actor | undefined {
  if (caller.kind === 'anonymous') return undefined;
  if (caller.kind === 'public') return publicActor;
  const { accountId: id, role, name, position } = caller.session;
  return { id, role, name, ...(position !== undefined && { position }) };
}

export interface CallerSources {
  readonly capabilities: Capabilities;
  readonly sessions: Sessions;
}

/**
 * A token wins over a cookie: a page of the public on the desk's own machine must never act as the officer who is
 * signed in there.
 */
export async function identify(
  request: FastifyRequest,
  office: Office,
  { capabilities, sessions }: CallerSources,
): Promise<Caller> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    if (!isToken(token)) throw new HttpProblem('LPSE_TOKEN_MALFORMED');
    const hash = tokenHash(token);
    const state = await capabilities.lookUp(office.id, hash);
    if (state.kind === 'revoked') throw new HttpProblem('LPSE_SESSION_REQUIRED');
    if (state.kind === 'unbound') {
      // A program of the office sends its session the same way: nothing in a token says which of the two it is.
      const session = await sessions.find(office.id, token);
      if (session !== undefined) return { kind: 'staff', session };
    }
    return {
      kind: 'public',
      tokenHash: hash,
      ...(state.kind === 'bound' && { caseId: state.caseId }),
    };
  }
  const secret = sessionCookieOf(request);
  const session = secret === undefined ? undefined : await sessions.find(office.id, secret);
  return session === undefined ? { kind: 'anonymous' } : { kind: 'staff', session };
}

/**
 * `__Host-` binds a cookie to this very host, and needs https. A desk that is tried on one's own machine over http has
 * the plain name; over https that name is not looked at.
 */
export function cookieNameFor(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-lpse' : 'lpse';
}

export function sessionCookieOf(request: FastifyRequest): string | undefined {
  const value = request.cookies[cookieNameFor(request)];
  return value === undefined || value === '' ? undefined : value;
}
