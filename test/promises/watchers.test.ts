import { randomUUID } from 'node:crypto';
import { Agent, request, type ClientRequest } from 'node:http';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { afterAll, describe, expect, it } from 'vitest';
import { findPostgres, startCluster } from '../../packages/server/src/testing/postgres.js';
import { newToken, send } from './support/desk.js';
import { buildProgram, Program } from './support/program.js';
import { isLate, patience, pause, quantile, scale, tell, until } from './support/scale.js';

const bin = findPostgres() ?? '';
const leave: (() => unknown)[] = [];
afterAll(async () => {
  for (const each of leave.reverse()) await each();
}, 120_000);

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** One open desk: what it was told, and when. */
class Watcher {
  readonly told: { readonly key: string; readonly at: number }[] = [];
  readonly #request: ClientRequest;
  isOpen = false;

  constructor(url: string, session: string) {
    const headers = { cookie: `lpse=${session}`, 'lpse-client': 'promises/1' };
    this.#request = request(`${url}/api/v1/changes`, { agent, headers }, (response) => {
      this.isOpen = response.statusCode === 200;
      let text = '';
      response.on('data', (chunk: Buffer) => {
        const blocks = (text + String(chunk)).split('\n\n');
        text = blocks.pop() ?? '';
        const at = performance.now();
        for (const block of blocks) {
          const line = /^data: ?(.*)$/m.exec(block)?.[1];
          if (line === undefined) continue;
          const { id, version } = JSON.parse(line) as { id: string; version: number };
          this.told.push({ key: `${id} ${version}`, at });
        }
      });
      response.on('error', () => undefined);
    });
    this.#request.on('error', () => undefined);
    this.#request.end();
  }

  close(): void {
    this.#request.destroy();
  }
}

describe.skipIf(bin === '')('two servers on one PostgreSQL', () => {
  const watching = scale('WATCHERS', 20, 200);
  const changes = scale('CHANGES', 20, 500);

  it(
    `tell each of ${watching} watchers of each of ${changes} changes once`,
    async () => {
      const program = await buildProgram();
      leave.push(() => program.remove());
      const cluster = await startCluster(bin);
      leave.push(() => cluster.dispose());
      const servers = [0, 1].map(() => new Program(program.file, { DATABASE_URL: cluster.url }));
      for (const server of servers) {
        await server.start();
        leave.push(() => server.kill());
      }
      const [first, second] = servers as [Program, Program];
      const session = await first.ask<string>({ ask: 'staff', role: 'officer', id: 'petugas-1' });
      const watchers = Array.from(
        { length: watching },
        (_, index) => new Watcher((index % 2 === 0 ? first : second).url, session),
      );
      leave.push(() => watchers.forEach((watcher) => watcher.close()));
      await until(() => (watchers.every(({ isOpen }) => isOpen) ? true : undefined), 'all watch');

      const sent = new Map<string, number>();
      const answered = new Map<string, number>();
      for (let index = 0; index < changes && !isLate(); index += 1) {
        const id = randomUUID();
        const began = performance.now();
        const { url } = index % 2 === 0 ? first : second;
        const answer = await send(
          `${url}/api/v1/consultations/${id}/commands`,
          'POST',
          { ...newToken(), 'idempotency-key': `"${id}"` },
          { type: 'register', data: sampleValues.guestBook() },
        );
        expect(answer.status, answer.body).toBe(200);
        sent.set(`${id} 2`, began);
        answered.set(`${id} 2`, performance.now());
        await pause(20);
      }
      await until(
        () => (watchers.every(({ told }) => told.length >= sent.size) ? true : undefined),
        'everybody has heard of everything',
      );
      await pause(1_500);
      const since = (from: Map<string, number>): number[] =>
        watchers.flatMap(({ told }) => told.map(({ key, at }) => at - (from.get(key) ?? Infinity)));
      for (const { told } of watchers) {
        expect(told).toHaveLength(sent.size);
        expect(new Set(told.map(({ key }) => key))).toEqual(new Set(sent.keys()));
      }
      const [whole, behind] = [since(sent), since(answered)];
      tell('two servers, one PostgreSQL', {
        watchers: watching,
        changes: sent.size,
        deliveries: whole.length,
        missing: 0,
        twice: 0,
        'p50 ms from the sending of the command': quantile(whole, 0.5),
        'p95 ms from the sending': quantile(whole, 0.95),
        'p95 ms from the answer': quantile(behind, 0.95),
      });
    },
    patience(120_000),
  );
});
