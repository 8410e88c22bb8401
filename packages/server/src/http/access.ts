import type { FastifyInstance, FastifyRequest } from 'fastify';
import { maySee, type Role, type View } from '@lpse-konsultasi/form-schema';
import { actorFor, type Caller } from './caller.js';
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
export const admins: readonly Party[] = ['admin'];

export interface AccessRule {
  readonly method: string;
  /** With `:name` for parameters. */
  readonly url: string;
  readonly allow: readonly Party[];
  /** What the office's profile has to show to the caller's role beside that. */
  readonly views: readonly View[];
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with who may use it, as it stands once the server is ready. */
    accessRules: readonly AccessRule[];
  }
  interface FastifyContextConfig {
    /** Required: a route without it stops the server from starting. */
    readonly allow?: readonly Party[];
    /** What the route shows: roles to which the office's profile does not (`procedure.views`) are turned away. */
    readonly views?: readonly View[];
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
    for (const each of [method].flat())
      rules.push({ method: each, url, allow, views: config?.views ?? [] });
  });
}

export function checkAccess(request: FastifyRequest, caller: Caller): void {
  // Who is known is told that there is no such path; a stranger learns nothing of the paths.
  if (request.is404 && caller.kind !== 'anonymous') return;
  const { allow = [], views = [] } = request.routeOptions.config;
  const { profile } = request.office;
  const role = roleOf(caller);
  const isShown = views.every((view) => role !== undefined && maySee(profile, role, view));
  if (isShown && partiesOf(caller).some((party) => allow.includes(party))) return;
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

function roleOf(caller: Caller): Role | undefined {
  return actorFor(caller)?.role;
}
