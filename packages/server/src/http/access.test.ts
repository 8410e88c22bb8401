import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { accessCodeOf, maySee } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { openOffice, type Office, type Person } from '../testing/client.js';
import { startEngine, type Engine } from '../testing/engines.js';
import { parties, requireAccessRules, type AccessRule, type Party } from './access.js';

const { guestBook } = sampleValues;

let engine: Engine;
let office: Office;
let elsewhere: Office;
let people: { readonly [party in Party]: Person };
let stranger: Person;

beforeAll(async () => {
  engine = await startEngine('pglite');
  office = await openOffice(engine);
  elsewhere = await openOffice(engine);
  const user = office.visitor();
  expect((await user.command('c-1', 'register', guestBook())).statusCode).toBe(200);
  people = {
    anonymous: office.anonymous(),
    user,
    reception: await office.staff('reception'),
    officer: await office.staff('officer'),
    coordinator: await office.staff('coordinator'),
    viewer: await office.staff('viewer'),
    admin: await office.staff('viewer', { isAdmin: true }),
  };
  // A coordinator and administrator of another office comes to this one.
  const other = await elsewhere.staff('coordinator', { isAdmin: true });
  stranger = new (people.anonymous.constructor as typeof Person)(office.app, other.headers);
}, 120_000);

afterAll(async () => {
  await Promise.all([office.app.close(), elsewhere.app.close()]);
  await engine.database.close();
});

/** Not streams: those stay open, and have tests of their own. */
function routes(): readonly AccessRule[] {
  return office.app.accessRules.filter(
    ({ method, url }) => method !== 'HEAD' && !/\/(changes|presence|board)$/.test(url),
  );
}

async function statusFor(person: Person, { method, url }: AccessRule): Promise<number> {
  const path = url.replace(/:sha256/, '0'.repeat(64)).replaceAll(/:\w+/g, 'x');
  // A route of nobody's is not reached, so a body that is refused shows that it was.
  const { statusCode } = await person.app.inject({
    method: method as 'GET',
    url: path,
    headers: { ...person.headers, ...(method !== 'GET' && { 'content-type': 'application/json' }) },
    ...(['POST', 'PATCH', 'PUT'].includes(method) && { payload: '{}' }),
  });
  return statusCode;
}

describe('who may use which route', () => {
  it('is said of every route, for there is no default', () => {
    expect(routes().length).toBeGreaterThan(20);
    for (const { allow } of routes()) expect(allow.length).toBeGreaterThan(0);
  });

  it('stops the server from starting where it is not said', () => {
    const app = fastify();
    requireAccessRules(app);
    expect(() => app.get('/new', async () => 'for everyone?')).toThrow(
      /does not say who may use it/,
    );
  });

  it.each(parties)('is kept for: %s', async (party) => {
    for (const rule of routes()) {
      const status = await statusFor(people[party], rule);
      const mine: readonly Party[] = party === 'admin' ? ['viewer', 'admin'] : [party];
      const role = party === 'admin' ? 'viewer' : party;
      const isShown = rule.views.every(
        (view) => role !== 'anonymous' && maySee(profile, role, view),
      );
      const isMine = isShown && mine.some((each) => rule.allow.includes(each));
      const cell = `${party} ${rule.method} ${rule.url}: ${status}`;
      if (!isMine && !rule.allow.includes('anonymous')) expect([401, 403], cell).toContain(status);
      else if (status === 401) expect(rule.url, cell).toMatch(/session|invitations/);
      else expect(status, cell).not.toBe(403);
    }
  });

  it('gives the staff of one office nothing at another', async () => {
    for (const rule of routes()) {
      const status = await statusFor(stranger, rule);
      if (!rule.allow.includes('anonymous'))
        expect(status, `stranger ${rule.method} ${rule.url}`).toBe(401);
    }
    const theirs = await elsewhere.visitor().command('c-1', 'register', guestBook());
    expect(theirs.statusCode).toBe(200);
    const mine = await people.officer.ask('GET', '/consultations/c-1');
    expect(mine.json().consultation.head).not.toBe(theirs.json().consultation.head);
  });

  it('shows a case to its own token and to no other, and says nothing of there being one', async () => {
    const other = office.visitor();
    await other.command('c-2', 'register', guestBook());
    for (const person of [other, office.visitor()]) {
      const hidden = await person.ask('GET', '/consultations/c-1');
      const missing = await person.ask('GET', '/consultations/c-none');
      expect(hidden.statusCode).toBe(404);
      expect(hidden.body).toBe(missing.body);
      const command = await person.command('c-1', 'cancel', {});
      expect(command.statusCode).toBe(404);
      expect((await person.ask('GET', '/changes?id=c-1')).statusCode).toBe(403);
    }
  });

  it('does not hand a case to whoever repeats its registration', async () => {
    const first = await office.visitor().command('c-3', 'register', guestBook(), { key: 'same' });
    expect(first.statusCode).toBe(200);
    const thief = office.visitor();
    const repeated = await thief.command('c-3', 'register', guestBook(), { key: 'same' });
    expect(repeated.statusCode).toBe(404);
    const stale = await thief.command('c-3', 'register', guestBook(), { ifMatch: '"0"' });
    expect(stale.statusCode).toBe(412);
    expect(stale.json().consultation).toBeUndefined();
    expect((await thief.ask('GET', '/consultations/c-3')).statusCode).toBe(404);
  });

  it('closes a case to a token that was revoked', async () => {
    const user = office.visitor();
    await user.command('c-4', 'register', guestBook());
    expect((await user.ask('DELETE', '/tokens')).statusCode).toBe(204);
    expect((await user.ask('GET', '/consultations/c-4')).statusCode).toBe(401);
    expect((await user.command('c-4', 'register', guestBook())).statusCode).toBe(401);
  });

  it('opens a case to a new token by ticket and code, and by nothing less', async () => {
    const registered = (await office.visitor().command('c-5', 'register', guestBook())).json();
    const { tiket } = registered.consultation;
    const kode = accessCodeOf(registered.events) ?? '';
    const ask = (person: Person, payload: object) => person.ask('POST', '/tokens', { payload });
    const wrong = `${kode.slice(0, -1)}${kode.endsWith('0') ? '1' : '0'}`;
    for (const payload of [
      { tiket, kode: wrong },
      { tiket: 'BTG-1', kode },
      { tiket: '', kode },
    ])
      expect((await ask(office.visitor(), payload)).statusCode).toBe(404);
    const later = office.visitor();
    const found = await ask(later, { tiket: ` ${String(tiket).toLowerCase()} `, kode });
    expect(found.json()).toEqual({ id: 'c-5' });
    expect((await later.ask('GET', '/consultations/c-5')).statusCode).toBe(200);
    // A token that has a case takes no second one.
    expect((await ask(people.user, { tiket, kode })).statusCode).toBe(404);
    expect((await people.user.ask('GET', '/consultations/c-5')).statusCode).toBe(404);
  });

  it('takes a token before a cookie, so that a page of the public never acts as the officer', async () => {
    const both = new (people.user.constructor as typeof Person)(office.app, {
      ...people.officer.headers,
      ...people.user.headers,
    });
    expect((await both.ask('GET', '/session')).json().actor.role).toBe('user');
    expect((await both.ask('POST', '/consultations/search', { payload: {} })).statusCode).toBe(403);
  });

  it('finds nothing for guessed tokens, and slows the guesser down', async () => {
    const strict = await openOffice(engine, {
      limits: { unknownTokens: { count: 20, minutes: 60 } },
    });
    const statuses = new Set<number>();
    for (let guess = 0; guess < 25; guess += 1)
      statuses.add((await strict.visitor().ask('GET', '/consultations/c-1')).statusCode);
    expect(statuses).toEqual(new Set([404, 429]));
    for (const token of ['', 'x', 'a'.repeat(21), 'a'.repeat(129), '%00', '../../x', "' or 1=1"])
      expect(
        (
          await strict
            .anonymous()
            .ask('GET', '/consultations/c-1', { headers: { authorization: `Bearer ${token}` } })
        ).statusCode,
        token,
      ).toBe(401);
    await strict.app.close();
  });
});
