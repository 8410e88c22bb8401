import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { openOffice, type Office, type Person } from '../testing/client.js';
import { startEngine, type Engine } from '../testing/engines.js';

const portal = 'https://portal.example';
const host = 'localhost:80';

let engine: Engine;
let office: Office;
let officer: Person;

beforeAll(async () => {
  engine = await startEngine('pglite');
  office = await openOffice(engine, { portals: [portal] });
  officer = await office.staff('coordinator', { isAdmin: true });
}, 120_000);

afterAll(async () => {
  await office.app.close();
  await engine.database.close();
});

type Forgery = readonly [title: string, headers: Readonly<Record<string, string>>];

/** What other sites can make the browser of somebody who is signed in send. */
const forgeries: readonly Forgery[] = [
  ['a plain form', { 'content-type': 'text/plain', 'lpse-client': '' }],
  ['a form of fields', { 'content-type': 'application/x-www-form-urlencoded', 'lpse-client': '' }],
  ['a form of parts', { 'content-type': 'multipart/form-data; boundary=x', 'lpse-client': '' }],
  ['no origin and no header', { 'lpse-client': '' }],
  ['another site', { origin: 'https://evil.example' }],
  ['another site with our name in front', { origin: `http://${host}.evil.example` }],
  ['a sibling domain', { origin: 'http://other.localhost' }],
  ['another port', { origin: 'http://localhost:8081' }],
  ['another scheme', { origin: 'https://localhost' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a listed portal, which may bring tokens and no cookies', { origin: portal }],
  ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['a browser that says same-site', { 'sec-fetch-site': 'same-site' }],
];

describe('requests that another site made', () => {
  it.each(forgeries)('are refused: %s', async (_title, headers) => {
    const unsafe = office.app.accessRules.filter(
      ({ method, url }) => url.startsWith('/api/') && !['GET', 'HEAD'].includes(method),
    );
    expect(unsafe.length).toBeGreaterThan(10);
    for (const { method, url } of unsafe) {
      const all: Record<string, string> = {
        host,
        'content-type': 'application/json',
        ...officer.headers,
        ...headers,
      };
      if (all['lpse-client'] === '') delete all['lpse-client'];
      const answer = await office.app.inject({
        method: method as 'POST',
        url: url.replaceAll(/:\w+/g, 'x'),
        headers: all,
        payload: '{}',
      });
      expect(answer.statusCode, `${method} ${url}`).toBe(403);
      expect(answer.json().code).toBe('LPSE_ORIGIN_FORBIDDEN');
    }
  });

  it('are let through from our own pages', async () => {
    const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
    const answer = await officer.ask('POST', '/consultations/search', {
      headers: own,
      payload: {},
    });
    expect(answer.statusCode).toBe(200);
  });

  it('are let through from a listed portal with a token, and told to that portal alone', async () => {
    const user = office.visitor();
    const answer = await user.ask('POST', '/consultations/c-1/commands', {
      headers: { origin: portal, 'idempotency-key': 'k' },
      payload: { type: 'register', data: sampleValues.guestBook() },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe(portal);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    for (const origin of ['https://evil.example', 'null', `${portal}.evil.example`]) {
      const other = await user.ask('GET', '/consultations/c-1', { headers: { origin } });
      expect(other.headers['access-control-allow-origin']).not.toBe(origin);
      expect(other.headers['access-control-allow-origin']).not.toBe('*');
      const write = await user.command('c-1', 'cancel', {});
      expect([200, 409, 422]).toContain(write.statusCode);
    }
  });

  it('say nothing about other origins where no portal is listed', async () => {
    const closed = await openOffice(engine);
    const answer = await closed.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/consultations/c-1/commands',
      headers: { origin: portal, 'access-control-request-method': 'POST' },
    });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    await closed.app.close();
  });
});

/** Ways of writing a content type that have slipped past validation elsewhere. */
const contentTypes = [
  ...[
    'text/plain',
    'text/html',
    'text/json',
    'application/x-www-form-urlencoded',
    'application/xml',
  ],
  ...['multipart/form-data', 'multipart/form-data; boundary=x', 'application/octet-stream'],
  ...['application/jsonx', 'application/json5', 'application/json-patch+json', 'xapplication/json'],
  ...['application/ld+json', 'application/vnd.api+json', 'application/problem+json', '*/*'],
  ...[
    'application/json, text/plain',
    'text/plain, application/json',
    'application',
    'json',
    '/json',
  ],
  ...[
    'application/json/x',
    'application//json',
    'application /json',
    'application/ json',
    'application/',
  ],
  ...[
    'text/plain; application/json',
    'text/plain;charset=application/json',
    'application/*',
    '"application/json"',
  ],
  ...[
    "application/json'",
    'application/json\u00e9',
    'application\\json',
    'APPLICATION/X-JSON',
    'a'.repeat(300),
  ],
];

describe('content types', () => {
  it.each(contentTypes)('other than JSON are refused: %s', async (type) => {
    const answer = await office.visitor().ask('POST', '/consultations/t-1/commands', {
      headers: { 'content-type': type, 'idempotency-key': randomUUID(), 'if-match': '*' },
      payload: JSON.stringify({ type: 'register', data: sampleValues.guestBook() }),
    });
    expect([400, 415]).toContain(answer.statusCode);
  });

  it.each([
    ...['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON'],
    ...['application/json;', 'application/json ; charset=UTF-8', 'application/json\t'],
  ])('of JSON are judged by the rules, however they are written: %s', async (type) => {
    const answer = await office.visitor().ask('POST', '/consultations/t-2/commands', {
      headers: { 'content-type': type, 'idempotency-key': randomUUID(), 'if-match': '*' },
      payload: JSON.stringify({ type: 'register', data: { nama: 7 } }),
    });
    expect([415, 422]).toContain(answer.statusCode);
    if (answer.statusCode === 422) expect(answer.json().code).toBe('LPSE_FORM_INVALID');
  });

  it('are not guessed at when there is none', async () => {
    const answer = await office.app.inject({
      method: 'POST',
      url: '/api/v1/consultations/t-3/commands',
      headers: { ...office.visitor().headers, 'idempotency-key': 'k' },
      payload: Buffer.from(JSON.stringify({ type: 'register', data: {} })),
    });
    expect([400, 415]).toContain(answer.statusCode);
  });
});
