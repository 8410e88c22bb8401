import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '@lpse-konsultasi/form-schema';
import type { Caller } from './caller.js';
import { HttpProblem } from './problem.js';

/** Who may use a route: nobody whom it does not name. `admin` manages accounts, whatever else they are. */
export type Party = 'anonymous' | Role | 'admin';

export const parties = [
  'anonymous',
  'user',
  'reception',
  'officer',
  'coordinator',
  'viewer',
  'admin',
] as const satisfies readonly Party[];

export const everyone: readonly Party[] = parties;
export const staff: readonly Party[] = ['reception', 'officer', 'coordinator', 'viewer'];
export const publicAndStaff: readonly Party[] = ['user', ...staff];
/** Those who answer for the desk as a whole. */
export const overseers: readonly Party[] = ['coordinator', 'viewer'];
export const admins: readonly Party[] = ['admin'];

export interface AccessRule {
  readonly method: string;
  /** With `:name` for parameters. */
  readonly url: string;
  readonly allow: readonly Party[];
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with who may use it, as it stands once the server is ready. */
    accessRules: readonly AccessRule[];
  }
  interface FastifyContextConfig {
    /** Required: a route without it stops the server from starting. */
    readonly allow?: readonly Party[];
  }
}

/** Stops the server before it listens when someone has added a route and not said who may use it. */
export function requireAccessRules(app: FastifyInstance): void {
  const rules: AccessRule[] = [];
  app.decorate('accessRules', rules);
  app.addHook('onRoute', ({ method, url, config }) => {
    // Preflights and HEAD beside a GET are the framework's own, and share the rule of the route.
    if (method === 'OPTIONS') return;
    const allow = config?.allow;
    if (allow === undefined || allow.length === 0)
      throw new TypeError(`${String(method)} ${url} does not say who may use it (config.allow)`);
    for (const each of [method].flat()) rules.push({ method: each, url, allow });
  });
}

export function checkAccess(request: FastifyRequest, caller: Caller): void {
  const allow = request.routeOptions.config.allow ?? [];
  if (partiesOf(caller).some((party) => allow.includes(party))) return;
  throw new HttpProblem(
    caller.kind === 'anonymous' ? 'LPSE_SESSION_REQUIRED' : 'LPSE_ACCESS_DENIED',
  );
}

function partiesOf(caller: Caller): readonly Party[] {
  if (caller.kind === 'anonymous') return ['anonymous'];
  if (caller.kind === 'public') return ['user'];
  const { role, isAdmin } = caller.session;
  return isAdmin ? [role, 'admin'] : [role];
}
