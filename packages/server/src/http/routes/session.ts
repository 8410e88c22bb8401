import type { FastifyInstance } from 'fastify';
import { actorOf } from '../../auth/accounts.js';
import { sessionHours } from '../../auth/sessions.js';
import { everyone, publicAndStaff, staff } from '../access.js';
import { actorFor, cookieNameFor, sessionCookieOf } from '../caller.js';
import { HttpProblem } from '../problem.js';
import { objectOf, textOf } from '../queries.js';
import type { Services } from '../services.js';
import { tooMany } from './consultations.js';

export function sessionRoutes(app: FastifyInstance, services: Services): void {
  const { accounts, sessions, attempts, capabilities, limits } = services;

  app.get('/session', { config: { allow: publicAndStaff } }, async ({ caller, office }, reply) => {
    if (caller.kind !== 'staff') return reply.send({ actor: actorFor(caller) });
    const { accountId, isAdmin } = caller.session;
    const loket = (await accounts.find(office.id, accountId))?.loket;
    return reply.send({
      actor: actorFor(caller),
      ...(loket !== undefined && { loket }),
      ...(isAdmin && { admin: true }),
    });
  });

  app.post('/session', { config: { allow: everyone } }, async (request, reply) => {
    const { office, ip } = request;
    const body = objectOf(request.body);
    const account = textOf(body['account']).trim();
    const passphrase = textOf(body['passphrase']);
    const subjects = [
      [`sign-in account ${account.toLowerCase()}`, limits.signInsByAccount],
      [`sign-in address ${ip}`, limits.signInsByAddress],
    ] as const;
    // Counted before the look, so that many at once are many; a right one gives its tries back.
    for (const [subject, limit] of subjects) {
      const wait = await attempts.count(office.id, subject, limit);
      if (wait > 0) throw tooMany(wait);
    }
    const found = await accounts.check(office.id, account, passphrase);
    if (found === undefined) throw new HttpProblem('LPSE_SIGN_IN_FAILED');
    await attempts.forget(office.id, subjects[0][0]);
    const secret = await sessions.begin(office.id, found.id, sessionCookieOf(request));
    return reply
      .setCookie(cookieNameFor(request), secret, {
        path: '/',
        httpOnly: true,
        secure: request.protocol === 'https',
        sameSite: 'strict',
        maxAge: sessionHours * 3600,
      })
      .send({ actor: actorOf(found) });
  });

  app.delete('/session', { config: { allow: staff } }, async (request, reply) => {
    const { caller, office } = request;
    if (caller.kind === 'staff') await sessions.end(office.id, caller.session.tokenHash);
    return reply
      .clearCookie(cookieNameFor(request), { path: '/', secure: request.protocol === 'https' })
      .code(204)
      .send();
  });

  app.delete('/tokens', { config: { allow: ['user'] } }, async ({ caller, office }, reply) => {
    if (caller.kind === 'public') await capabilities.revoke(office.id, caller.tokenHash);
    return reply.code(204).send();
  });
}
