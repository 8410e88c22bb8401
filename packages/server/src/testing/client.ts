import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createServer, type ServerOptions } from '../http/create-server.js';
import type { StaffRole } from '../auth/accounts.js';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import type { Engine } from './engines.js';
import { freshOffice } from './engines.js';

export type Answer = LightMyRequestResponse;
type Request = Omit<InjectOptions, 'url' | 'method'> & {
  readonly headers?: Record<string, string>;
};
type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Someone who asks a server, with their credentials. */
export class Person {
  readonly app: FastifyInstance;
  readonly headers: Readonly<Record<string, string>>;

  constructor(app: FastifyInstance, headers: Readonly<Record<string, string>> = {}) {
    this.app = app;
    this.headers = { 'lpse-client': 'test/1', ...headers };
  }

  ask(method: Method, path: string, { headers, ...rest }: Request = {}): Promise<Answer> {
    const url = path.startsWith('/api/') || !path.startsWith('/') ? path : `/api/v1${path}`;
    return this.app.inject({ method, url, ...rest, headers: { ...this.headers, ...headers } });
  }

  command(
    id: string,
    type: string,
    data: unknown,
    { key = randomUUID(), ifMatch = '*' }: { key?: string; ifMatch?: string | null } = {},
  ): Promise<Answer> {
    return this.ask('POST', `/consultations/${encodeURIComponent(id)}/commands`, {
      headers: {
        'idempotency-key': `"${encodeURIComponent(key)}"`,
        ...(ifMatch !== null && { 'if-match': ifMatch }),
      },
      payload: { type, data } as object,
    });
  }
}

export interface Office {
  readonly app: FastifyInstance;
  readonly id: string;
  anonymous(): Person;
  /** A member of the public with a token that opens nothing yet. */
  visitor(): Person;
  staff(
    role: StaffRole,
    extra?: { readonly id?: string; readonly name?: string; readonly isAdmin?: boolean },
  ): Promise<Person>;
}

/** A server for an office of its own. */
export async function openOffice(
  { database }: Pick<Engine, 'database'>,
  options: Partial<ServerOptions> = {},
): Promise<Office> {
  const id = options.officeId ?? freshOffice();
  // All tests come from one address.
  const limits = {
    publicWritesPerMinute: 100_000,
    registrations: { count: 100_000, minutes: 1 },
    ...options.limits,
  };
  const app = await createServer({
    log: false,
    ...options,
    limits,
    database,
    profile,
    officeId: id,
  });
  await app.ready();
  return {
    app,
    id,
    anonymous: () => new Person(app),
    visitor: () =>
      new Person(app, { authorization: `Bearer ${randomBytes(32).toString('base64url')}` }),
    staff: async (role, extra = {}) => {
      const { accounts, sessions } = app.lpse;
      const account = {
        login: `orang-${randomUUID()}`,
        name: 'Bayu Nugraha (contoh)',
        role,
        ...extra,
      };
      const { account: made } = await accounts.create(id, account, 'test');
      return new Person(app, { cookie: `lpse=${await sessions.begin(id, made.id)}` });
    },
  };
}
