import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { sampleCase, samplePeople, sampleValues } from '@lpse-konsultasi/client/samples';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyone, publicAndStaff, staff } from '../../packages/server/src/http/access.js';
import { composeLetter, oneLine } from '../../packages/server/src/mail/compose.js';
import { openOffice, Person, type Office } from '../../packages/server/src/testing/client.js';
import { startEngine, type Engine } from '../../packages/server/src/testing/engines.js';
import { isLate, patience, scale, tell } from './support/scale.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(resolve(root, path), 'utf8'));

let engine: Engine;
let office: Office;
beforeAll(async () => {
  engine = await startEngine('pglite');
  office = await openOffice(engine, {
    limits: { unknownTokens: { count: 1_000_000_000, minutes: 1 } },
  });
}, 120_000);
afterAll(async () => {
  await office.app.close();
  await engine.database.close();
});

interface Operation {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}
type Contract = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** Every route of the contract with who may use it, by what the contract says and nothing else. */
function contractRoutes() {
  const { paths } = read('packages/client/openapi.json') as Contract;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .map(([method, { security = [] }]) => ({
        method: method.toUpperCase() as 'GET',
        url: `/api/v1${path === '/' ? '' : path}`,
        forPublic: security.some((each) => 'token' in each),
        forStaff: security.some((each) => 'session' in each || 'staffToken' in each),
        forAll: security.length === 0,
      })),
  );
}

describe('the routes of the contract', () => {
  it('are those of the server, for those whom the contract names', () => {
    const rules = office.app.accessRules;
    for (const { method, url, ...who } of contractRoutes()) {
      const pattern = url.replaceAll(/\{(\w+)\}/g, ':$1');
      const rule = rules.find(
        (each) => each.method === method && each.url.replace(/\/$/, '') === pattern,
      );
      expect(rule, `${method} ${url}`).toBeDefined();
      const allow = rule?.allow ?? [];
      const says = `${method} ${url}: ${allow.join(' ')}`;
      expect(allow.includes('user'), says).toBe(who.forPublic || who.forAll);
      expect(
        staff.some((each) => allow.includes(each)),
        says,
      ).toBe(who.forStaff || who.forAll);
      if (who.forAll) expect([...allow].sort(), says).toEqual([...everyone].sort());
      expect(allow.includes('anonymous'), says).toBe(who.forAll);
    }
    expect(publicAndStaff).not.toContain('anonymous');
  });

  it('refuse everyone whom the contract does not name, cell by cell', async () => {
    const routes = contractRoutes();
    const elsewhere = await openOffice(engine);
    const boss = await elsewhere.staff('coordinator', { isAdmin: true });
    const user = office.visitor();
    await user.command('milik-saya', 'register', sampleValues.guestBook());
    const parties: readonly (readonly [string, Person, 'all' | 'forPublic' | 'forStaff'])[] = [
      ['nobody', office.anonymous(), 'all'],
      ['a token that was revoked', await revoked(), 'all'],
      [
        'a session that has ended',
        new Person(office.app, { cookie: 'lpse=x'.padEnd(48, 'y') }),
        'all',
      ],
      ['a coordinator of another office', new Person(office.app, boss.headers), 'all'],
      ['a member of the public', user, 'forPublic'],
      ['reception', await office.staff('reception'), 'forStaff'],
      ['an officer', await office.staff('officer'), 'forStaff'],
      ['a coordinator', await office.staff('coordinator'), 'forStaff'],
      ['a viewer', await office.staff('viewer'), 'forStaff'],
    ];
    let cells = 0;
    let refused = 0;
    for (const [name, person, may] of parties) {
      for (const route of routes) {
        if (route.forAll || (may !== 'all' && route[may])) continue;
        const url = route.url.replace('{sha256}', '0'.repeat(64)).replaceAll(/\{\w+\}/g, 'x');
        const { statusCode } = await person.app.inject({
          method: route.method,
          url,
          headers: {
            ...person.headers,
            'content-type': 'application/json',
            'idempotency-key': 'k',
          },
          ...(route.method !== 'GET' && { payload: '{}' }),
        });
        cells += 1;
        expect([401, 403], `${name}: ${route.method} ${url}: ${statusCode}`).toContain(statusCode);
        refused += 1;
      }
    }
    tell('authorisation by the contract', {
      routes: routes.length,
      parties: parties.length,
      'cells that must refuse': cells,
      refused,
    });
    await elsewhere.app.close();
  }, 120_000);

  async function revoked(): Promise<Person> {
    const person = office.visitor();
    await person.command('dicabut', 'register', sampleValues.guestBook());
    expect((await person.ask('DELETE', '/tokens')).statusCode).toBe(204);
    return person;
  }
});

describe('what opens a case', () => {
  it(
    'is not guessed',
    async () => {
      const guesses = scale('GUESSES', 300, 20_000);
      const owner = office.visitor();
      const made = await owner.command('rahasia', 'register', sampleValues.guestBook());
      const { tiket } = made.json().consultation as { tiket: string };
      let tried = 0;
      for (; tried < guesses && !isLate(); tried += 2) {
        const guess = await office.visitor().ask('GET', '/consultations/rahasia');
        expect(guess.statusCode).toBe(404);
        // The right ticket with a code that is not its own.
        const kode = Math.random().toString(32).slice(2, 10).toUpperCase();
        const code = await office.visitor().ask('POST', '/tokens', { payload: { tiket, kode } });
        expect([400, 404, 429], code.body).toContain(code.statusCode);
      }
      expect((await owner.ask('GET', '/consultations/rahasia')).statusCode).toBe(200);
      tell('guessed tokens and codes', { guesses: tried, opened: 0 });
    },
    patience(120_000),
  );

  it('cannot be guessed faster by claiming to come from elsewhere', async () => {
    const strict = await openOffice(engine, {
      limits: { unknownTokens: { count: 5, minutes: 60 } },
    });
    const statuses = [];
    for (let guess = 0; guess < 12; guess += 1) {
      const headers = {
        'x-forwarded-for': `10.0.0.${guess}`,
        forwarded: `for=10.0.1.${guess}`,
        'x-real-ip': `10.0.2.${guess}`,
      };
      const answer = await strict.visitor().ask('GET', '/consultations/c-1', { headers });
      statuses.push(answer.statusCode);
      if (answer.statusCode === 429)
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429]);
    await strict.app.close();
  });
});

describe('a letter', () => {
  /** Line breaks of every kind, then what people are known to have sent. */
  const injections = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\0', '%0d%0a', '\\r\\n', '\v', '\f']
    .flatMap((end) => [`${end}Bcc: semua@example.org`, `x${end}${end}<script>`, `x${end} terlipat`])
    .concat(read('node_modules/big-list-of-naughty-strings/blns.json') as string[]);

  it('keeps its headers and its one recipient, whatever stands in the form', async () => {
    const names = new Set([
      ...['from', 'to', 'reply-to', 'subject', 'message-id', 'date', 'mime-version'],
      ...['content-type', 'content-transfer-encoding', 'auto-submitted'],
    ]);
    const sample = sampleCase('escalating', { profile });
    type Submission = (typeof sample.consultation.submissions)[number];
    for (const text of injections) {
      const [submission] = sample.consultation.submissions;
      const letter = composeLetter({
        ...sample,
        profile,
        officer: samplePeople.officer,
        consultation: {
          ...sample.consultation,
          tiket: `BTG-1${text}`,
          eskalasi: { tujuan: text, alasan: text, ringkasan: text },
          submissions: [
            { ...submission, formulir: { judul: text, nama: text, uraian: text } } as Submission,
          ],
        },
      });
      expect(letter.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      const composer = new MailComposer({
        from: 'lpse@batang.example',
        to: 'bantuan@lkpp.example',
        messageId: '<eskalasi.1@batang.example>',
        subject: oneLine(letter.subject),
        text: letter.text,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: [
          { filename: oneLine(text).replaceAll(/[/\\]/g, '_') || 'lampiran', content: 'x' },
          { filename: letter.package.nama, content: letter.package.json },
        ],
      });
      const raw = await new Promise<Buffer>((done, fail) =>
        composer.compile().build((error, bytes) => (error ? fail(error) : done(bytes))),
      );
      const mail = await simpleParser(raw);
      for (const name of mail.headers.keys()) expect(names, JSON.stringify(text)).toContain(name);
      expect(mail.to).toMatchObject({ text: 'bantuan@lkpp.example' });
      expect(mail.cc ?? mail.bcc).toBeUndefined();
      expect(mail.attachments, JSON.stringify(text)).toHaveLength(2);
      expect(composer.compile().getEnvelope()).toEqual({
        ...{ from: 'lpse@batang.example', to: ['bantuan@lkpp.example'] },
      });
    }
    tell('header injection', {
      texts: injections.length,
      'headers added': 0,
      'recipients added': 0,
    });
  }, 120_000);
});
