import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, Person, type Answer, type Office } from '../testing/client.js';
import { startEngine, type Engine } from '../testing/engines.js';
import { isAcceptable } from './secrets.js';

const passphrase = 'kuda besi minum teh pagi';

let engine: Engine;
let office: Office;

beforeAll(async () => {
  engine = await startEngine('pglite');
  office = await openOffice(engine);
}, 120_000);

afterAll(async () => {
  await office.app.close();
  await engine.database.close();
});

function signIn(
  to: Office,
  account: string,
  words = passphrase,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return to.anonymous().ask('POST', '/session', {
    headers,
    payload: { account, passphrase: words },
  });
}

function cookieOf(answer: Answer): string {
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
}

async function account(login: string, role = 'officer'): Promise<string> {
  const admin = await office.staff('coordinator', { isAdmin: true });
  const made = await admin.ask('POST', '/accounts', {
    payload: { login, name: 'Sekar Ayuningtyas (contoh)', role },
  });
  expect(made.statusCode).toBe(201);
  const secret = String(made.json().link).split('#')[1] ?? '';
  const accepted = await office
    .anonymous()
    .ask('POST', '/invitations/accept', { payload: { secret, passphrase } });
  expect(accepted.statusCode).toBe(200);
  return String(made.json().account.id);
}

describe('the first administrator', () => {
  it('is made by a link that works once, and only while the office has nobody', async () => {
    const empty = await openOffice(engine);
    const { accounts } = empty.app.lpse;
    const old = (await accounts.firstRun(empty.id)) ?? '';
    const secret = (await accounts.firstRun(empty.id)) ?? '';
    const ask = (path: string, payload: object): Promise<Answer> =>
      empty.anonymous().ask('POST', path, { payload });
    expect((await ask('/invitations/look', { secret: old })).statusCode).toBe(401);
    // Looking uses nothing up.
    for (let look = 0; look < 3; look += 1)
      expect((await ask('/invitations/look', { secret })).json().kind).toBe('first-administrator');
    const first = { secret, passphrase, login: 'wahyu', name: 'Wahyu Hidayat (contoh)' };
    const races = await Promise.all([1, 2, 3].map(() => ask('/invitations/accept', first)));
    expect(races.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401]);
    expect(await accounts.firstRun(empty.id)).toBeUndefined();
    const signed = await signIn(empty, 'wahyu');
    const admin = new Person(empty.app, { cookie: cookieOf(signed) });
    expect((await admin.ask('GET', '/accounts')).json().items).toHaveLength(1);
    await empty.app.close();
  });
});

describe('signing in', () => {
  it('gives a cookie that scripts and other sites cannot use, of this host alone over https', async () => {
    await account('sekar-1');
    const plain = await signIn(office, 'Sekar-1');
    expect(plain.statusCode).toBe(200);
    expect(plain.headers['set-cookie']).toMatch(
      /^lpse=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const secure = await openOffice(engine, { officeId: office.id, trustProxy: '127.0.0.1' });
    const answer = await signIn(secure, 'sekar-1', passphrase, { 'x-forwarded-proto': 'https' });
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-lpse=[\w-]{43};.* HttpOnly; Secure; SameSite=Strict$/,
    );
    await secure.app.close();
  });

  it('ends the session that the browser came with, and begins another', async () => {
    await account('sekar-2');
    const first = cookieOf(await signIn(office, 'sekar-2'));
    const second = cookieOf(await signIn(office, 'sekar-2', passphrase, { cookie: first }));
    expect(second).not.toBe(first);
    const as = (cookie: string): Promise<Answer> =>
      new Person(office.app, { cookie }).ask('GET', '/session');
    expect((await as(first)).statusCode).toBe(401);
    expect((await as(second)).json().actor.role).toBe('officer');
  });

  it('ends the session that signs out, and tells everybody else that there is none to end', async () => {
    await account('sekar-keluar');
    const cookie = cookieOf(await signIn(office, 'sekar-keluar'));
    const person = new Person(office.app, { cookie });
    const out = await person.ask('DELETE', '/session');
    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^lpse=;/);
    expect((await person.ask('GET', '/session')).statusCode).toBe(401);
    for (const nobody of [person, office.anonymous()]) {
      const again = await nobody.ask('DELETE', '/session');
      expect([again.statusCode, again.json().code]).toEqual([401, 'LPSE_SESSION_REQUIRED']);
    }
    expect((await office.visitor().ask('DELETE', '/session')).statusCode).toBe(403);
  });

  it('answers alike for an unknown account and a wrong passphrase', async () => {
    await account('sekar-3');
    const wrong = await signIn(office, 'sekar-3', 'bukan kata sandi itu');
    const unknown = await signIn(office, 'tidak-ada', passphrase);
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(wrong.body).toBe(unknown.body);
  });

  it('stops guessing at one account, whatever else the guesser changes', async () => {
    const strict = await openOffice(engine, {
      officeId: office.id,
      limits: { signInsByAccount: { count: 3, minutes: 15 } },
    });
    await account('sekar-4');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        signIn(strict, 'sekar-4', `tebakan nomor ${index} ini`),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(3);
    const late = await signIn(strict, 'SEKAR-4');
    expect(late.statusCode).toBe(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    await strict.app.close();
  });

  it('asks for a passphrase that is long and not the account', () => {
    for (const weak of ['pendek', '111111111111', 'password1234', 'sekar-ayu-2026', 7, undefined])
      expect(isAcceptable(weak, 'sekar-ayu')).toBe(false);
    expect(isAcceptable(passphrase, 'sekar-ayu')).toBe(true);
  });
});

describe('taking access away', () => {
  it.each([
    ['disabled', { disabled: true }],
    ['given another role', { role: 'viewer' }],
  ])('works with the next request of whoever is %s', async (name, changes) => {
    const login = `pergi-${name.length}`;
    const id = await account(login);
    const cookie = cookieOf(await signIn(office, login));
    const person = new Person(office.app, { cookie });
    expect((await person.ask('GET', '/session')).statusCode).toBe(200);
    const admin = await office.staff('viewer', { isAdmin: true });
    expect((await admin.ask('PATCH', `/accounts/${id}`, { payload: changes })).statusCode).toBe(
      200,
    );
    expect((await person.ask('GET', '/session')).statusCode).toBe(401);
    const log = await admin.ask('GET', '/accounts/log');
    expect(log.json().items[0]).toMatchObject({ action: 'changed', accountId: id });
  });

  it('makes a passphrase useless that was reset', async () => {
    const id = await account('lupa-1');
    const cookie = cookieOf(await signIn(office, 'lupa-1'));
    const admin = await office.staff('viewer', { isAdmin: true });
    expect((await admin.ask('POST', `/accounts/${id}/reset`)).json().link).toMatch(
      /\/masuk#[\w-]{43}$/,
    );
    expect((await new Person(office.app, { cookie }).ask('GET', '/session')).statusCode).toBe(401);
    expect((await signIn(office, 'lupa-1')).statusCode).toBe(401);
  });

  it('does not let an administrator lock the office out', async () => {
    const admin = await office.staff('coordinator', { isAdmin: true });
    const { actor } = (await admin.ask('GET', '/session')).json();
    for (const payload of [{ disabled: true }, { isAdmin: false }])
      expect((await admin.ask('PATCH', `/accounts/${actor.id}`, { payload })).statusCode).toBe(400);
  });

  it('refuses names that would break a line, and roles that are none', async () => {
    const admin = await office.staff('coordinator', { isAdmin: true });
    for (const payload of [
      { login: 'a b', name: 'Bayu', role: 'officer' },
      { login: 'bayu-x', name: 'Bayu\r\nBcc: x@example.org', role: 'officer' },
      { login: 'bayu-x', name: 'Bayu', role: 'user' },
      { login: 'bayu-x', name: 'Bayu', role: '__proto__' },
    ])
      expect((await admin.ask('POST', '/accounts', { payload })).statusCode).toBe(400);
  });
});

describe('the page for signing in', () => {
  it('runs under a policy that lets nothing else in, and words itself in both languages', async () => {
    const page = (lang: string): Promise<Answer> => office.app.inject(`/masuk?lang=${lang}`);
    const indonesian = await page('id');
    expect(indonesian.headers['content-security-policy']).toContain("default-src 'none'");
    expect(indonesian.headers['content-security-policy']).not.toContain('unsafe');
    expect(indonesian.body).toContain('autocomplete="current-password"');
    expect(indonesian.body).toContain('<html lang="id"');
    expect((await page('en')).body).toContain('Staff sign-in');
    expect((await page('"><script>')).body).not.toContain('"><script>');
    expect(indonesian.body).not.toMatch(/\{\{/);
  });
});
