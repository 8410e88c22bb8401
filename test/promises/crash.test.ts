import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineNames } from '../../packages/server/src/testing/engines.js';
import {
  findPostgres,
  startCluster,
  type Cluster,
} from '../../packages/server/src/testing/postgres.js';
import { counter, Journal, visitors } from './support/desk.js';
import { Mailbox } from './support/mailbox.js';
import { buildProgram, Program } from './support/program.js';
import { isLate, patience, pause, randomFrom, scale, seed, tell, until } from './support/scale.js';

const rounds = scale('KILLS', 3, 200);
const bin = findPostgres();
let program: Awaited<ReturnType<typeof buildProgram>>;
beforeAll(async () => {
  program = await buildProgram();
}, 120_000);
afterAll(() => program.remove());

/** Everything that is started is ended, whatever the test did. */
const leave: (() => unknown)[] = [];
afterAll(async () => {
  for (const each of leave.reverse()) await each();
}, 120_000);

describe.each(engineNames)('a server on %s that is killed while people work', (engine) => {
  it(
    `loses nothing that it acknowledged, keeps no half and sends each letter: ${rounds} kills`,
    async () => {
      const random = randomFrom(seed);
      const mailbox = new Mailbox();
      await mailbox.start();
      leave.push(() => mailbox.stop());
      const at = await placeFor(engine);
      const server = new Program(program.file, { ...at, ...mailbox.environment });
      leave.push(() => server.kill());
      await server.start();
      const session = await server.ask<string>({ ask: 'staff', role: 'officer', id: 'petugas-1' });

      const record = new Journal();
      let isOver = false;
      const setting = { url: () => server.url, record, isOver: () => isOver };
      const work = [
        ...Array.from({ length: 6 }, () => visitors(setting)),
        ...['1', '2'].map((loket) => counter(setting, loket, session)),
      ];
      let checked = 0;
      let lost = 0;
      let kills = 0;
      while (kills < rounds && !(kills > 0 && isLate())) {
        // Not before it has done something in this life, then at any moment.
        const before = record.acknowledged.length;
        await until(() => (record.acknowledged.length > before ? true : undefined), 'an answer');
        await pause(random() * 1_200);
        await server.kill();
        kills += 1;
        await server.start();
        const acknowledged = record.acknowledged.slice(checked);
        checked += acknowledged.length;
        lost += await server.ask<number>({ ask: 'lost', acknowledged });
        expect(lost, `kill ${kills}, seed ${seed}`).toBe(0);
        expect(await server.ask({ ask: 'halves' }), `kill ${kills}, seed ${seed}`).toEqual({});
        if (kills % 25 === 0) tell(`kill -9 on ${engine}, so far`, { kills, checked });
      }
      isOver = true;
      await Promise.all(work);

      lost += await server.ask<number>({ ask: 'lost', acknowledged: record.acknowledged });
      expect(lost).toBe(0);
      expect(await server.ask({ ask: 'halves' })).toEqual({});
      const { cases, events, damaged } = await server.ask<{
        cases: number;
        events: number;
        damaged: number;
      }>({ ask: 'verify' });
      expect(damaged).toBe(0);
      // A letter that a dead process had in hand is taken again after some minutes: they are skipped here.
      await server.ask({ ask: 'hurry' });
      const letters = await until(async () => {
        const all = await server.ask<{ messageId: string; state: string }[]>({ ask: 'outbox' });
        return all.every(({ state }) => state === 'sent') ? all : undefined;
      }, 'all letters are sent');
      expect(letters.length).toBeGreaterThanOrEqual(record.escalated.size);
      const ids = new Set(letters.map(({ messageId }) => messageId));
      expect(ids.size).toBe(letters.length);
      expect(new Set(mailbox.letters.keys())).toEqual(ids);
      expect(record.faults).toEqual([]);
      tell(`kill -9 on ${engine}`, {
        kills,
        'acknowledged events': record.acknowledged.length,
        lost,
        'half states': 0,
        'logs verified': cases,
        events,
        damaged,
        letters: letters.length,
        'sent twice with the same id': [...mailbox.letters.values()].filter((n) => n > 1).length,
        answers: record.statuses,
      });
    },
    patience(240_000),
  );
});

async function placeFor(engine: string): Promise<{ readonly [setting: string]: string }> {
  if (engine === 'postgresql' && bin !== undefined) {
    const cluster: Cluster = await startCluster(bin);
    leave.push(() => cluster.dispose());
    return { DATABASE_URL: cluster.url };
  }
  const folder = mkdtempSync(join(tmpdir(), 'lpse-kill-'));
  leave.push(() => rmSync(folder, { recursive: true, force: true }));
  return { LPSE_DATA: folder };
}
