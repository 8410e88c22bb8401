import type { ConsultationSummary } from '../../backend.js';
import { eventsIn, type StreamEvent } from '../../http/event-stream.js';
import { guestBook } from '../../samples/values.js';
import { newToken } from '../../wire/index.js';
import { check, equal } from '../assert.js';
import {
  isProblem,
  NotOffered,
  offered,
  type Cases,
  type Reply,
  type Visit,
  type WireSite,
} from './site.js';

/** What a server may leave out: the cases of it are not offered then, and no promise is broken. */

/** Every line of the stream that came until `isEnough`, or until a server has said nothing for too long. */
async function listen(
  site: WireSite,
  path: string,
  { token, after }: { readonly token: string; readonly after?: string },
  isEnough: (events: readonly StreamEvent[]) => boolean,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<readonly StreamEvent[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 20_000);
  let broken: unknown;
  try {
    const response = await site.open(path, {
      token,
      signal: stop.signal,
      ...(after !== undefined && { headers: { 'Last-Event-ID': after } }),
    });
    equal(response.status, 200, 'the status of the stream');
    const type = response.headers.get('Content-Type') ?? '';
    check(type.startsWith('text/event-stream'), `a stream's media type, got ${type}`);
    check(response.body !== null, 'the stream has a body');
    const events: StreamEvent[] = [];
    let isOpen = false;
    // The first sound says that the line is open: what happens from now on is told.
    const onSound = (): void => {
      if (isOpen) return;
      isOpen = true;
      meanwhile().catch((error: unknown) => {
        broken = error;
        stop.abort();
      });
    };
    for await (const event of eventsIn(response.body, { onSound, onRetry: () => undefined })) {
      if (event.type === 'change') events.push(event);
      if (isEnough(events)) return events;
    }
    throw new TypeError('the stream ended too soon');
  } catch (error) {
    if (broken !== undefined) throw broken;
    check(!stop.signal.aborted, 'the change is told within 20 seconds');
    throw error;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

const tells =
  (id: string, version: number) =>
  (events: readonly StreamEvent[]): boolean =>
    events.some(({ data }) => {
      const change = JSON.parse(data) as { readonly id?: unknown; readonly version?: unknown };
      return change.id === id && change.version === version;
    });

const cancel = (site: WireSite, { id, token }: Visit): Promise<Reply> =>
  site.do(id, 'cancel', {}, token);

async function needsChanges(site: WireSite): Promise<void> {
  const stop = new AbortController();
  const token = site.target.officerToken;
  const response = await site.open('/changes', { token, signal: stop.signal });
  stop.abort();
  if (response.status === 404) throw new NotOffered();
}

export const changes: Cases = {
  'tells of a change of any case, with its version': async (site) => {
    await needsChanges(site);
    const visit = await site.register();
    const token = site.target.officerToken;
    await listen(site, '/changes', { token }, tells(visit.id, 3), () => cancel(site, visit));
  },
  'goes on behind the last event that came': async (site) => {
    await needsChanges(site);
    const [first, second] = [await site.register(), await site.register()];
    const token = site.target.officerToken;
    const heard = await listen(site, '/changes', { token }, tells(first.id, 3), () =>
      cancel(site, first),
    );
    const after = heard.at(-1)?.id ?? '';
    check(after !== '', 'each change has an id');
    await cancel(site, second);
    const missed = await listen(site, '/changes', { token, after }, tells(second.id, 3));
    check(!tells(first.id, 3)(missed), 'what was told before is behind');
  },
  'misses nothing between an answer and the stream that begins at its position': async (site) => {
    await needsChanges(site);
    const { id, token } = await site.register();
    const reply = await site.ask(`/consultations/${id}`, { token });
    const after = reply.headers.get('LPSE-Position') ?? '';
    check(after !== '', 'an answer names its position');
    await site.do(id, 'cancel', {}, token);
    const query = `/changes?id=${encodeURIComponent(id)}`;
    await listen(site, query, { token, after }, tells(id, 3));
  },
  'tells a visitor of their own case': async (site) => {
    await needsChanges(site);
    const { id, token } = await site.register();
    const query = `/changes?id=${encodeURIComponent(id)}`;
    await listen(site, query, { token }, tells(id, 3), () => site.do(id, 'cancel', {}, token));
  },
  'tells a visitor of no other case, and not of all': async (site) => {
    await needsChanges(site);
    const [{ id }, { token }] = [await site.register(), await site.register()];
    for (const path of ['/changes', `/changes?id=${encodeURIComponent(id)}`]) {
      const { status } = await site.ask(path, { token });
      check([403, 404].includes(status), `${path} is refused, got ${status}`);
    }
  },
};

async function search(site: WireSite, query: object, token?: string): Promise<Reply> {
  return site.ask('/consultations/search', {
    method: 'POST',
    token: token ?? site.target.officerToken,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(query),
  });
}

async function page(site: WireSite, query: object) {
  const reply = await search(site, query);
  offered(reply);
  equal(reply.status, 200, 'the status of the page');
  return reply.json as {
    readonly items: readonly ConsultationSummary[];
    readonly cursor?: string;
    readonly total?: number;
  };
}

export const listing: Cases = {
  'finds a case that was just registered, first among the newest': async (site) => {
    const { id } = await site.register();
    const { items } = await page(site, { sort: '-registeredAt', limit: 50 });
    check(
      items.some((row) => row.id === id),
      'the case is on the first page',
    );
  },
  'turns pages without hiding or repeating a row, whatever comes in between': async (site) => {
    const mine = new Set<string>();
    for (let count = 0; count < 5; count++) mine.add((await site.register()).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let turns = 0; seen.filter((id) => mine.has(id)).length < 5; turns++) {
      check(turns < 20, 'all five are found');
      const query = { sort: '-registeredAt', limit: 2, ...(cursor !== undefined && { cursor }) };
      const found = await page(site, query);
      seen.push(...found.items.map(({ id }) => id));
      cursor = found.cursor;
      // It stands before all that was seen, and moves nothing on the pages that follow.
      await site.register();
      if (cursor === undefined) break;
    }
    equal(new Set(seen).size, seen.length, 'each row is shown once');
    for (const id of mine) check(seen.includes(id), 'each of the five is shown');
  },
  'counts the rows of all pages when it is asked to': async (site) => {
    await site.register();
    const { items, total } = await page(site, { limit: 1, total: true });
    check(Number.isInteger(total) && Number(total) >= items.length, 'the total is a count');
  },
  'takes a cursor for no other query': async (site) => {
    for (let count = 0; count < 2; count++) await site.register();
    const { cursor } = await page(site, { sort: '-registeredAt', limit: 1 });
    check(cursor !== undefined, 'there is a second page');
    for (const query of [{ sort: 'updatedAt', limit: 1, cursor }, { cursor: 'x' }])
      isProblem(await search(site, query), 400, 'LPSE_CURSOR_INVALID');
  },
  'takes no limit outside 1 to 200': async (site) => {
    offered(await search(site, { limit: 1 }));
    for (const limit of [0, 201, -1, 1.5, 'x'])
      isProblem(await search(site, { limit }), 400, 'LPSE_REQUEST_MALFORMED');
  },
  'shows no list to the public': async (site) => {
    offered(await search(site, { limit: 1 }));
    const { token } = await site.register();
    isProblem(await search(site, {}, token), 403, 'LPSE_ACCESS_DENIED');
  },
};

export const withdrawing: Cases = {
  'closes a case to a token that was revoked, for reading and for commands': async (site) => {
    const { id, token } = await site.register();
    const reply = await site.ask('/tokens', { method: 'DELETE', token });
    offered(reply);
    equal(reply.status, 204, 'the status');
    const { status } = await site.ask(`/consultations/${id}`, { token });
    check([401, 404].includes(status), `it opens nothing any more, got ${status}`);
    const cancel = await site.command(id, 'cancel', {}, { token });
    check([401, 404].includes(cancel.status), `it changes nothing any more, got ${cancel.status}`);
    equal((await site.read({ id })).consultation.state, 'draft', 'the state');
  },
  'binds a revoked token to nothing again': async (site) => {
    const { token } = await site.register();
    offered(await site.ask('/tokens', { method: 'DELETE', token }));
    const again = site.fresh('case');
    const reply = await site.command(again, 'register', guestBook(), { token });
    check(reply.status >= 400 && reply.status < 500, `it is refused, got ${reply.status}`);
  },
  'revokes a token that it does not know': async (site) => {
    const reply = await site.ask('/tokens', { method: 'DELETE', token: newToken() });
    offered(reply);
    equal(reply.status, 204, 'the status');
  },
  'opens no case by a ticket and a code that was guessed': async (site) => {
    const { id } = await site.register();
    const { tiket } = (await site.read({ id })).consultation;
    const reply = await site.ask('/tokens', {
      method: 'POST',
      token: newToken(),
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ tiket, kode: '0000-0000' }),
    });
    offered(reply);
    isProblem(reply, 404, 'LPSE_CONSULTATION_UNKNOWN');
  },
};

function signIn(site: WireSite, account: string, passphrase: string): Promise<Reply> {
  return site.ask('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ account, passphrase }),
  });
}

function loginOf({ target }: WireSite): { readonly account: string; readonly passphrase: string } {
  if (target.login === undefined) throw new NotOffered();
  return target.login;
}

export const signingIn: Cases = {
  'gives a session for the right passphrase, out of reach of scripts and other sites': async (
    site,
  ) => {
    const { account, passphrase } = loginOf(site);
    const reply = await signIn(site, account, passphrase);
    equal(reply.status, 200, 'the status');
    const cookie = reply.headers.get('Set-Cookie') ?? '';
    check(/;\s*HttpOnly/i.test(cookie), 'HttpOnly');
    check(/;\s*SameSite=(?:Strict|Lax)/i.test(cookie), 'SameSite');
  },
  'answers alike for a wrong passphrase and an unknown account': async (site) => {
    const { account } = loginOf(site);
    const wrong = await signIn(site, account, 'bukan kata sandi yang benar');
    const unknown = await signIn(site, site.fresh('tidak-ada'), 'bukan kata sandi yang benar');
    isProblem(wrong, 401, 'LPSE_SIGN_IN_FAILED');
    equal([unknown.status, unknown.json], [wrong.status, wrong.json], 'the answer');
  },
  'ends a session for good': async (site) => {
    const { account, passphrase } = loginOf(site);
    const { headers } = await signIn(site, account, passphrase);
    const Cookie = (headers.get('Set-Cookie') ?? '').split(';', 1)[0] ?? '';
    const ask = (method: string): Promise<Reply> =>
      site.ask('/session', { method, headers: { Cookie } });
    equal((await ask('GET')).status, 200, 'signed in');
    equal((await ask('DELETE')).status, 204, 'signed out');
    isProblem(await ask('GET'), 401, 'LPSE_SESSION_REQUIRED');
    isProblem(await ask('DELETE'), 401, 'LPSE_SESSION_REQUIRED');
  },
};

async function restart({ target }: WireSite): Promise<void> {
  if (target.restart === undefined) throw new NotOffered();
  await target.restart();
}

export const restarting: Cases = {
  'answers a key as before a restart, and does nothing twice': async (site) => {
    const { id, token } = await site.register();
    const key = site.fresh('key');
    const first = await site.command(id, 'cancel', {}, { token, key });
    equal(first.status, 200, 'the status');
    await restart(site);
    const again = await site.command(id, 'cancel', {}, { token, key });
    equal([again.status, again.json], [200, first.json], 'the answer');
    equal(again.headers.get('Idempotency-Replayed'), 'true', 'the mark');
    isProblem(await site.command(id, 'register', {}, { token, key }), 422, 'LPSE_KEY_REUSED');
  },
  'keeps cases, their versions and their tokens': async (site) => {
    const visit = await site.bring('submitted');
    const before = await site.read(visit);
    await restart(site);
    equal(await site.read(visit), before, 'the case');
  },
  'finds a position again': async (site) => {
    const { id, token } = await site.register();
    await needsChanges(site);
    const reply = await site.ask(`/consultations/${id}`, { token });
    const after = reply.headers.get('LPSE-Position') ?? '';
    await restart(site);
    await site.do(id, 'cancel', {}, token);
    await listen(site, `/changes?id=${encodeURIComponent(id)}`, { token, after }, tells(id, 3));
  },
};
