import type { CommandType } from '@lpse-konsultasi/form-schema';
import { consultationForm, guestBook } from '../../samples/values.js';
import { newToken, problemType } from '../../wire/index.js';
import { check, equal } from '../assert.js';
import { changes, listing, restarting, signingIn, withdrawing } from './beyond.js';
import { files, hostile } from './input.js';
import { order, procedure } from './procedure.js';
import { isNoRoute, isProblem, type Cases, type WireSite } from './site.js';

/** One promise of the contract on the wire. */
export interface WireCase {
  readonly chapter: string;
  readonly name: string;
  run(site: WireSite): Promise<void>;
}

const describing: Cases = {
  'tells anyone what the server is': async (site) => {
    const { status, json } = await site.ask('/');
    equal([status, json['wire']], [200, 1], 'status and version of the contract');
    check(typeof json['name'] === 'string', 'it has a name');
    check(typeof json['profile'] === 'string', 'it names its profile');
  },
  'tells its limits': async (site) => {
    const limits = (await site.ask('/')).json['limits'] as { [name: string]: unknown };
    check(Number(limits['commandBytes']) >= 65536, 'commands of 64 KiB are taken');
    check(Array.isArray(limits['attachmentTypes']), 'the types of files are listed');
  },
  'knows who an officer is': async (site) =>
    equal((await site.officer()).role, 'officer', 'the role'),
  'answers a path that it does not have with a problem': async (site) => {
    const path = '/nothing-is-here';
    isProblem(
      await site.ask(path, { token: site.target.officerToken }),
      404,
      'LPSE_ROUTE_NOT_FOUND',
    );
  },
  'asks a stranger to sign in': async (site) => {
    const { id } = await site.register();
    isProblem(await site.ask(`/consultations/${id}`), 401, 'LPSE_SESSION_REQUIRED');
  },
  'signs nobody out who is not signed in': async (site) => {
    const reply = await site.ask('/session', { method: 'DELETE' });
    if (reply.status === 401) isProblem(reply, 401, 'LPSE_SESSION_REQUIRED');
    else isNoRoute(reply);
  },
  'signs nobody out with the token of a case, which goes on opening it': async (site) => {
    const { id, token } = await site.register();
    const reply = await site.ask('/session', { method: 'DELETE', token });
    if (reply.status === 403) isProblem(reply, 403, 'LPSE_ACCESS_DENIED');
    else isNoRoute(reply);
    equal((await site.ask(`/consultations/${id}`, { token })).status, 200, 'the case stays open');
  },
  'wants a client that names itself before it changes anything': async (site) => {
    const reply = await site.command(site.fresh('case'), 'register', guestBook(), {
      token: newToken(),
      headers: { 'LPSE-Client': '' },
    });
    isProblem(reply, 403, 'LPSE_ORIGIN_FORBIDDEN');
  },
};

const keys: Cases = {
  'answers the same key with the same body, and does it once': async (site) => {
    const { id, token } = await site.register();
    const key = site.fresh('key');
    const first = await site.command(id, 'submit', consultationForm(), { token, key });
    const again = await site.command(id, 'submit', consultationForm(), { token, key });
    equal([first.status, again.status], [200, 200], 'the statuses');
    equal(again.json, first.json, 'the body');
    equal(first.headers.get('Idempotency-Replayed'), null, 'the mark on the first answer');
    equal(again.headers.get('Idempotency-Replayed'), 'true', 'the mark on the second');
  },
  'answers a repetition although the case has moved on': async (site) => {
    const { id, token } = await site.register();
    const sent = { token, key: site.fresh('key'), version: '"2"' };
    const first = await site.command(id, 'submit', consultationForm(), sent);
    await site.do(id, 'start-review');
    equal(
      (await site.command(id, 'submit', consultationForm(), sent)).json,
      first.json,
      'the body',
    );
  },
  'does one of many that come at once with one key': async (site) => {
    const { id, token } = await site.register();
    const key = site.fresh('key');
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        site.command(id, 'submit', consultationForm(), { token, key }),
      ),
    );
    for (const { status, json } of replies)
      check(status === 200 || json['code'] === 'LPSE_KEY_RUNNING', `an answer, or wait: ${status}`);
    const { consultation } = await site.read({ id });
    equal(consultation.submissions.length, 1, 'the submissions');
  },
  'refuses a key that was used for another command': async (site) => {
    const { id, token } = await site.register();
    const key = site.fresh('key');
    await site.command(id, 'submit', consultationForm(), { token, key });
    isProblem(await site.command(id, 'cancel', {}, { token, key }), 422, 'LPSE_KEY_REUSED');
  },
  'remembers no refusal': async (site) => {
    const { id, token } = await site.register();
    const key = site.fresh('key');
    isProblem(
      await site.command(id, 'start-review', {}, { key }),
      409,
      'LPSE_WORKFLOW_OUT_OF_ORDER',
    );
    await site.do(id, 'submit', consultationForm(), token);
    equal((await site.command(id, 'start-review', {}, { key })).status, 200, 'the status');
  },
  'tells keys apart that only look alike': async (site) => {
    for (const key of ['k', 'K', ' k', 'k ', 'ḱ', '__proto__', '"', '%22', '🧾', 'k'.repeat(200)]) {
      const id = site.fresh('case');
      const sent = { token: newToken(), key: `${id.slice(0, 44)}${key}` };
      equal(
        (await site.command(id, 'register', guestBook(), sent)).status,
        200,
        JSON.stringify(key),
      );
    }
  },
  ...Object.fromEntries(
    ['', '""', `"${'k'.repeat(256)}"`, '"%ff"'].map((header) => [
      `refuses the key header ${header.slice(0, 12) || '(none)'}`,
      async (site: WireSite): Promise<void> => {
        const { id, token } = await site.register();
        const headers = { 'Idempotency-Key': header };
        const reply = await site.command(id, 'submit', consultationForm(), { token, headers });
        isProblem(reply, 400, 'LPSE_KEY_MISSING');
      },
    ]),
  ),
};

/** A state in which each command could be next; what it would say of the data does not come to it. */
const staleAt = [
  ['submitted', 'start-review'],
  ['reviewing', 'review'],
  ['incomplete', 'return'],
  ['queued', 'call'],
  ['called', 'record-attendance'],
  ['no-show', 'requeue'],
  ['analysing', 'analyse'],
  ['answering', 'answer'],
  ['handing-over', 'archive'],
] as const satisfies readonly (readonly [string, CommandType])[];

const versions: Cases = {
  'names the version in ETag, with each answer': async (site) => {
    const { id, token } = await site.register();
    const { headers, json } = await site.do(id, 'submit', consultationForm(), token);
    const { version } = json['consultation'] as { readonly version: number };
    equal(headers.get('ETag'), `"${version}"`, 'ETag of the command');
    equal((await site.read({ id })).etag, `"${version}"`, 'ETag of the case');
  },
  'carries out a command for the version that is there': async (site) => {
    const { id, token } = await site.register();
    const { etag } = await site.read({ id });
    const sent = { token, version: etag ?? '' };
    equal((await site.command(id, 'submit', consultationForm(), sent)).status, 200, 'the status');
  },
  'refuses a stale version, with the case as it is': async (site) => {
    const { id, token } = await site.bring('submitted');
    const reply = await site.command(id, 'cancel', {}, { token, version: '"1"' });
    isProblem(reply, 412, 'LPSE_VERSION_CONFLICT');
    const { consultation } = await site.read({ id });
    equal(reply.json['consultation'], consultation, 'the case that comes with it');
    equal(reply.headers.get('ETag'), `"${consultation.version}"`, 'its version');
    const params = { expectedVersion: 1, actualVersion: consultation.version };
    equal(reply.json['params'], params, 'both versions');
  },
  'wants to know the version': async (site) => {
    const { id, token } = await site.register();
    const reply = await site.ask(`/consultations/${id}/commands`, {
      method: 'POST',
      token,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': site.fresh('k') },
      body: JSON.stringify({ type: 'submit', data: consultationForm() }),
    });
    isProblem(reply, 428, 'LPSE_VERSION_MISSING');
  },
  'registers a new case as version 0 only': async (site) => {
    const id = site.fresh('case');
    const sent = { token: newToken(), version: '"0"' };
    equal((await site.command(id, 'register', guestBook(), sent)).status, 200, 'the status');
    const again = await site.command(id, 'register', guestBook(), { version: '"0"' });
    isProblem(again, 412, 'LPSE_VERSION_CONFLICT');
  },
  'lets one of two win who act on the same version at once': async (site) => {
    for (let round = 0; round < 5; round++) {
      const { id } = await site.bring('submitted');
      const { etag } = await site.read({ id });
      const replies = await Promise.all(
        [1, 2].map(() => site.command(id, 'start-review', {}, { version: etag ?? '' })),
      );
      equal(replies.filter(({ status }) => status === 200).length, 1, 'the winners');
    }
  },
  ...Object.fromEntries(
    staleAt.map(([state, type]) => [
      `refuses ${type} for a stale version before it looks at the command`,
      async (site: WireSite): Promise<void> => {
        const { id } = await site.bring(state);
        const before = await site.read({ id });
        const reply = await site.command(id, type, {}, { version: '"1"' });
        isProblem(reply, 412, 'LPSE_VERSION_CONFLICT');
        equal((await site.read({ id })).events, before.events, 'the log');
      },
    ]),
  ),
  'takes what is no version for one that nothing matches': async (site) => {
    const { id, token } = await site.bring('submitted');
    for (const version of ['"x"', '""', '"-1"', '"99999999999"', '"1", "2"'])
      isProblem(
        await site.command(id, 'cancel', {}, { token, version }),
        412,
        'LPSE_VERSION_CONFLICT',
      );
    equal((await site.read({ id })).consultation.state, 'submitted', 'the state');
  },
  'spares a reader what they have': async (site) => {
    const { id, token } = await site.register();
    const { etag } = await site.read({ id });
    const headers = { 'If-None-Match': etag ?? '' };
    equal((await site.ask(`/consultations/${id}`, { token, headers })).status, 304, 'the status');
  },
};

const tokens: Cases = {
  'opens a case to its token, and to no other': async (site) => {
    const [mine, theirs] = [await site.register(), await site.register()];
    equal((await site.read(mine)).consultation.id, mine.id, 'the case');
    const reply = await site.ask(`/consultations/${mine.id}`, { token: theirs.token });
    isProblem(reply, 404, 'LPSE_CONSULTATION_UNKNOWN');
  },
  'answers alike for a case that is not there': async (site) => {
    const [{ id }, { token }] = [await site.register(), await site.register()];
    const [other, none] = [
      await site.ask(`/consultations/${id}`, { token }),
      await site.ask(`/consultations/${site.fresh('none')}`, { token }),
    ];
    equal([none.status, none.json], [other.status, other.json], 'the answer');
  },
  'carries out no command with the token of another case': async (site) => {
    const [{ id }, { token }] = [await site.register(), await site.register()];
    const reply = await site.command(id, 'submit', consultationForm(), { token });
    isProblem(reply, 404, 'LPSE_CONSULTATION_UNKNOWN');
    equal((await site.read({ id })).consultation.state, 'draft', 'the state');
  },
  'binds no token by reading': async (site) => {
    const { id } = await site.register();
    const token = newToken();
    await site.ask(`/consultations/${id}`, { token });
    check((await site.ask(`/consultations/${id}`, { token })).status >= 400, 'it stays closed');
  },
  'takes no token over by registering a case again': async (site) => {
    const { id } = await site.register();
    const token = newToken();
    check((await site.command(id, 'register', guestBook(), { token })).status >= 400, 'no');
    check((await site.ask(`/consultations/${id}`, { token })).status >= 400, 'it stays closed');
  },
  ...Object.fromEntries(
    ['x', 'short-token', 'a b c d e f g h i j k l m n', 'ä'.repeat(3), '../'.repeat(12)].map(
      (token) => [
        `takes ${JSON.stringify(token.slice(0, 12))} for no token`,
        async (site: WireSite): Promise<void> => {
          const sent = { token: encodeURI(token).slice(0, 21) };
          const reply = await site.command(site.fresh('case'), 'register', guestBook(), sent);
          equal(reply.status, 401, 'the status');
        },
      ],
    ),
  ),
};

const refusals: Cases = {
  'says of each field what has to be mended': async (site) => {
    const { id, token } = await site.register();
    const reply = await site.command(id, 'submit', { nama: '' }, { token });
    isProblem(reply, 422, 'LPSE_FORM_INVALID');
    const { problems, params } = reply.json as { readonly problems: unknown; params: unknown };
    check(Array.isArray(problems) && problems.length > 1, 'more than one field is named');
    for (const each of problems as readonly { readonly [member: string]: unknown }[]) {
      check(/^\//.test(String(each['pointer'])), 'a pointer begins with a slash');
      check(typeof each['keyword'] === 'string', 'the keyword that is broken');
      check(typeof each['params'] === 'object', 'its params');
    }
    check(typeof params === 'object' && params !== null, 'params of the refusal');
  },
  'has no members of its own in a problem': async (site) => {
    const { id } = await site.bring('submitted');
    const { json } = await site.command(id, 'requeue', {});
    const known = ['type', 'title', 'status', 'code', 'params', 'problems', 'consultation'];
    equal(
      Object.keys(json).filter((member) => !known.includes(member)),
      [],
      'members that the contract does not have',
    );
  },
  'gives each problem its type': async (site) => {
    const { id } = await site.bring('submitted');
    const { json } = await site.command(id, 'requeue', {});
    equal(json['type'], problemType('LPSE_WORKFLOW_OUT_OF_ORDER'), 'the type');
  },
  'repeats nothing of what was sent': async (site) => {
    const { id, token } = await site.register();
    const secret = 'rahasia-0123456789';
    const form = { ...consultationForm(), judul: 'x', uraian: secret };
    const { bytes } = await site.command(id, 'submit', form, { token });
    check(!new TextDecoder().decode(bytes).includes(secret), 'the value is not in the answer');
  },
  'keeps answers out of caches': async (site) => {
    const { id, token } = await site.register();
    const { headers } = await site.ask(`/consultations/${id}`, { token });
    check(/no-store/.test(headers.get('Cache-Control') ?? ''), 'Cache-Control: no-store');
  },
  'refuses a method that the route does not know': async (site) => {
    const { id } = await site.register();
    const token = site.target.officerToken;
    const reply = await site.ask(`/consultations/${id}`, { method: 'DELETE', token });
    isNoRoute(reply);
  },
};

/**
 * What every server of the contract does, enough for a portal that hands cases in and a desk that works on them; from
 * `listing` on what it may leave out.
 */
export const coreCases: readonly WireCase[] = Object.entries({
  describing,
  procedure,
  order,
  keys,
  versions,
  tokens,
  hostile,
  files,
  refusals,
  listing,
  changes,
  withdrawing,
  signingIn,
  restarting,
}).flatMap(([chapter, cases]) =>
  Object.entries(cases).map(([name, run]) => ({ chapter, name, run })),
);
