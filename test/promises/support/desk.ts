import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import type { Acknowledged } from './invariants.js';
import { pause } from './scale.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });

/** One request; rejects when the line breaks. */
export function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  payload?: object,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const body = payload === undefined ? '' : JSON.stringify(payload);
    const out = request(url, {
      method,
      agent,
      headers: {
        'lpse-client': 'promises/1',
        ...(payload !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
        }),
        ...headers,
      },
    });
    out.once('error', fail);
    out.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', fail);
      response.once('close', () => fail(new Error('the answer was cut off')));
      response.once('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    out.end(body);
  });
}

export function newToken(): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${randomBytes(32).toString('base64url')}` };
}

/** What people at a desk saw while they worked: what was acknowledged, and every other answer. */
export class Journal {
  readonly acknowledged: Acknowledged[] = [];
  readonly escalated = new Set<string>();
  /** Answers by status; `line` for a connection that broke. */
  readonly seen = new Map<string, number>();
  readonly faults: string[] = [];
  /** When the last command was acknowledged. */
  lastAt = 0;
  longestGap = 0;

  count(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
  }

  get statuses(): Readonly<{ [what: string]: number }> {
    return Object.fromEntries(this.seen);
  }
}

interface Setting {
  /** Where the server is now. */
  readonly url: () => string;
  readonly record: Journal;
  readonly isOver: () => boolean;
}

/** Sends one command until it has an answer that stands, always with the same key, as the client library does. */
export async function give(
  { url, record, isOver }: Setting,
  id: string,
  type: string,
  data: object,
  headers: Readonly<Record<string, string>>,
): Promise<boolean> {
  const key = randomUUID();
  while (!isOver()) {
    let answer: Answer;
    try {
      answer = await send(
        `${url()}/api/v1/consultations/${id}/commands`,
        'POST',
        { ...headers, 'idempotency-key': `"${key}"`, 'if-match': '*' },
        { type, data },
      );
    } catch {
      record.count('line');
      await pause(250);
      continue;
    }
    record.count(String(answer.status));
    if (answer.status === 503) {
      if (answer.headers['retry-after'] === undefined) record.faults.push('503, no Retry-After');
      await pause(100);
      continue;
    }
    if (answer.status !== 200) {
      record.faults.push(`${type}: ${answer.status} ${answer.body.slice(0, 300)}`);
      return false;
    }
    const { events } = JSON.parse(answer.body) as {
      readonly events: readonly { readonly seq: number; readonly hash: string }[];
    };
    for (const { seq, hash } of events) record.acknowledged.push({ id, seq, hash });
    if (type === 'escalate') record.escalated.add(id);
    const now = Date.now();
    if (record.lastAt > 0) record.longestGap = Math.max(record.longestGap, now - record.lastAt);
    record.lastAt = now;
    return true;
  }
  return false;
}

/** Visitors come one after another and hand in their form. */
export async function visitors(setting: Setting): Promise<void> {
  while (!setting.isOver()) {
    const id = randomUUID();
    const token = newToken();
    if (!(await give(setting, id, 'register', sampleValues.guestBook(), token))) continue;
    await give(setting, id, 'submit', sampleValues.consultationForm(), token);
  }
}

/** An officer at a counter takes case after case from the guest book to an escalation by e-mail. */
export async function counter(
  setting: Setting,
  loket: string | undefined,
  session: string,
): Promise<void> {
  const officer = { cookie: `lpse=${session}` };
  while (!setting.isOver()) {
    const id = randomUUID();
    const token = newToken();
    const escalation = {
      ...sampleValues.escalation(profile, new Date().toISOString()),
      ...{ kanal: 'email', tujuan: 'lkpp', lampiranDiteruskan: [] },
    };
    const steps: readonly (readonly [string, object, Readonly<Record<string, string>>])[] = [
      ['register', sampleValues.guestBook(), token],
      ['submit', sampleValues.consultationForm(), token],
      ['start-review', {}, officer],
      ['review', sampleValues.completeReview(profile), officer],
      ['call', sampleValues.call(loket), officer],
      ['record-attendance', { hasil: 'hadir' }, officer],
      ['analyse', sampleValues.analysis({ solusiDitemukan: false }), officer],
      ['escalate', escalation, officer],
    ];
    for (const [type, data, headers] of steps)
      if (!(await give(setting, id, type, data, headers))) break;
  }
}
