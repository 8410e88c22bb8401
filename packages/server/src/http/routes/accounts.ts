import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Profile } from '@lpse-konsultasi/form-schema';
import { staffRoles, type NewAccount, type StaffRole } from '../../auth/accounts.js';
import { isAcceptable, passphraseLength } from '../../auth/secrets.js';
import { codeOf } from '../../database/database.js';
import { admins, everyone } from '../access.js';
import { HttpProblem } from '../problem.js';
import { malformed, objectOf, textOf } from '../queries.js';
import type { Services } from '../services.js';
import { tooMany } from './consultations.js';

interface AccountRoute {
  readonly Params: { readonly id: string };
}

const loginPattern = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u;

/** People of the desk: made, changed and disabled by an administrator of their office, never deleted. */
export function accountRoutes(
  app: FastifyInstance,
  { accounts, attempts, limits }: Services,
): void {
  app.get('/accounts', { config: { allow: admins } }, async ({ office }) => ({
    items: await accounts.all(office.id),
  }));

  app.get('/accounts/log', { config: { allow: admins } }, async ({ office }) => ({
    items: await accounts.log(office.id),
  }));

  app.post('/accounts', { config: { allow: admins } }, async (request, reply) => {
    const { office } = request;
    const body = objectOf(request.body);
    const login = loginOf(body['login']);
    const position = body['position'] === undefined ? undefined : nameOf(body['position']);
    const loket = loketOf(body['loket'], office.profile);
    try {
      const { account, secret } = await accounts.create(
        office.id,
        {
          ...{ login, name: nameOf(body['name']), role: roleOf(body['role']) },
          ...(position !== undefined && { position }),
          ...(loket !== undefined && loket !== '' && { loket }),
          isAdmin: body['isAdmin'] === true,
        },
        adminOf(request),
      );
      return await reply.code(201).send({ account, link: linkFor(request, secret) });
    } catch (error) {
      if (codeOf(error) === '23505')
        throw new HttpProblem('LPSE_REQUEST_MALFORMED', {
          params: { what: 'login', reason: 'taken' },
        });
      throw error;
    }
  });

  app.patch<AccountRoute>('/accounts/:id', { config: { allow: admins } }, async (request) => {
    const { office, params } = request;
    const body = objectOf(request.body);
    const me = adminOf(request);
    const loket = loketOf(body['loket'], office.profile);
    // An office that locks out its last administrator could not let anyone in again.
    if (params.id === me && (body['disabled'] === true || body['isAdmin'] === false))
      throw malformed('own account');
    const account = await accounts.change(
      office.id,
      params.id,
      {
        ...(body['name'] !== undefined && { name: nameOf(body['name']) }),
        ...(body['position'] !== undefined && { position: nameOf(body['position']) }),
        ...(body['role'] !== undefined && { role: roleOf(body['role']) }),
        ...(loket !== undefined && { loket }),
        ...(typeof body['isAdmin'] === 'boolean' && { isAdmin: body['isAdmin'] }),
        ...(typeof body['disabled'] === 'boolean' && { disabled: body['disabled'] }),
      },
      me,
    );
    if (account === undefined) throw new HttpProblem('LPSE_ROUTE_NOT_FOUND');
    return { account };
  });

  app.post<AccountRoute>('/accounts/:id/reset', { config: { allow: admins } }, async (request) => {
    const secret = await accounts.reset(request.office.id, request.params.id, adminOf(request));
    if (secret === undefined) throw new HttpProblem('LPSE_ROUTE_NOT_FOUND');
    return { link: linkFor(request, secret) };
  });

  /** What a one-time link is for. It stands in the body: an address would reach logs. Nothing is used up. */
  app.post('/invitations/look', { config: { allow: everyone } }, async (request) => {
    await countGuess(request);
    const found = await accounts.invitation(request.office.id, secretOf(request.body));
    if (found === undefined) throw new HttpProblem('LPSE_SIGN_IN_FAILED');
    const { account } = found;
    return account === undefined
      ? { kind: 'first-administrator' }
      : { kind: 'passphrase', login: account.login, name: account.name };
  });

  app.post('/invitations/accept', { config: { allow: everyone } }, async (request) => {
    await countGuess(request);
    const { office } = request;
    const body = objectOf(request.body);
    const secret = secretOf(body);
    const found = await accounts.invitation(office.id, secret);
    if (found === undefined) throw new HttpProblem('LPSE_SIGN_IN_FAILED');
    const login = found.account?.login ?? loginOf(body['login']);
    if (!isAcceptable(body['passphrase'], login))
      throw new HttpProblem('LPSE_REQUEST_MALFORMED', {
        params: { what: 'passphrase', ...passphraseLength },
      });
    const first = found.account === undefined ? firstOf(login, body) : undefined;
    const account = await accounts.accept(office.id, secret, body['passphrase'], first);
    if (account === undefined) throw new HttpProblem('LPSE_SIGN_IN_FAILED');
    return { login: account.login };
  });

  async function countGuess({ office, ip }: FastifyRequest): Promise<void> {
    const wait = await attempts.count(office.id, `link ${ip}`, limits.signInsByAddress);
    if (wait > 0) throw tooMany(wait);
  }
}

/** The secret stands behind the `#`, which no browser sends and no proxy writes down. */
function linkFor(request: FastifyRequest, secret: string): string {
  return `${request.protocol}://${request.host}/masuk#${secret}`;
}

function adminOf({ caller }: FastifyRequest): string {
  return caller.kind === 'staff' ? caller.session.accountId : '';
}

function secretOf(body: unknown): string {
  const secret = textOf(objectOf(body)['secret']);
  if (!/^[\w-]{43}$/.test(secret)) throw new HttpProblem('LPSE_SIGN_IN_FAILED');
  return secret;
}

function loginOf(value: unknown): string {
  const login = textOf(value).trim();
  if (!loginPattern.test(login)) throw malformed('login');
  return login;
}

function nameOf(value: unknown): string {
  const name = textOf(value).trim();
  // A name is printed beside initials and stands in mail: one line of visible text.
  if (name.length < 2 || name.length > 100 || /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name))
    throw malformed('name');
  return name;
}

/** Who the first administrator is; with a position, as it is printed beside initials. */
function firstOf(
  login: string,
  body: { readonly [member: string]: unknown },
): Pick<NewAccount, 'login' | 'name' | 'position'> {
  const { name, position } = body;
  return {
    login,
    name: nameOf(name),
    ...(position !== undefined && { position: nameOf(position) }),
  };
}

/** A counter of the office, or '' for none; undefined when nothing is said of it. */
function loketOf(value: unknown, { office }: Profile): string | undefined {
  if (value === undefined || value === '') return value;
  const loket = office.loket.find((each) => each === value);
  if (loket === undefined) throw malformed('loket');
  return loket;
}

function roleOf(value: unknown): StaffRole {
  const role = staffRoles.find((each) => each === value);
  if (role === undefined) throw malformed('role');
  return role;
}
