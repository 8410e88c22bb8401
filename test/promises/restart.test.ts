import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../packages/server/src/database/open.js';
import { findPostgres, startCluster } from '../../packages/server/src/testing/postgres.js';
import { FixedAddress, startAgain, startStandby, stopAtOnce } from './support/cluster.js';
import { counter, Journal, visitors } from './support/desk.js';
import { buildProgram, Program } from './support/program.js';
import { isLate, patience, pause, randomFrom, scale, seed, tell, until } from './support/scale.js';

const bin = findPostgres() ?? '';
if (bin === '')
  process.stdout.write('promise: PostgreSQL is not installed: restarts are left out\n');

const leave: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of leave.splice(0).reverse()) await each();
}, 120_000);

let program: Awaited<ReturnType<typeof buildProgram>>;
beforeAll(async () => {
  program = await buildProgram();
}, 120_000);
afterAll(() => program.remove());

interface Desk {
  readonly server: Program;
  readonly record: Journal;
  /** Lets everybody finish, and checks all that was acknowledged. */
  end(): Promise<{ readonly cases: number; readonly events: number }>;
}

/** A server over `at`, with people at work. */
async function openDesk(at: string): Promise<Desk> {
  const server = new Program(program.file, { DATABASE_URL: at });
  leave.push(() => server.kill());
  await server.start();
  const session = await server.ask<string>({ ask: 'staff', role: 'officer', id: 'petugas-1' });
  const record = new Journal();
  let isOver = false;
  const setting = { url: () => server.url, record, isOver: () => isOver };
  const work = [
    ...Array.from({ length: 6 }, () => visitors(setting)),
    counter(setting, '1', session),
  ];
  leave.push(() => (isOver = true));
  await until(() => (record.acknowledged.length > 5 ? true : undefined), 'the first answers');
  return {
    server,
    record,
    end: async () => {
      isOver = true;
      await Promise.all(work);
      expect(await server.ask({ ask: 'lost', acknowledged: record.acknowledged })).toBe(0);
      expect(await server.ask({ ask: 'halves' })).toEqual({});
      const { damaged, ...sizes } = await server.ask<{
        cases: number;
        events: number;
        damaged: number;
      }>({ ask: 'verify' });
      expect(damaged).toBe(0);
      expect(record.faults).toEqual([]);
      // The server itself never went away, and never said anything but "later".
      expect(Object.keys(record.statuses).filter((each) => !['200', '503'].includes(each))).toEqual(
        [],
      );
      return sizes;
    },
  };
}

/** Milliseconds until the next command is acknowledged. */
async function recovery({ record }: Desk): Promise<number> {
  const began = Date.now();
  const before = record.acknowledged.length;
  await until(() => (record.acknowledged.length > before ? true : undefined), 'work goes on');
  return Date.now() - began;
}

describe.skipIf(bin === '')('a server whose PostgreSQL', () => {
  const rounds = scale('RESTARTS', 1, 20);

  it(
    `crashes and starts again goes on by itself: ${rounds} times`,
    async () => {
      const random = randomFrom(seed);
      const cluster = await startCluster(bin);
      leave.push(() => cluster.dispose());
      const desk = await openDesk(cluster.url);
      const times: number[] = [];
      const withStart: number[] = [];
      while (times.length < rounds && !(times.length > 0 && isLate())) {
        await pause(300 + random() * 1_500);
        const began = Date.now();
        await stopAtOnce(bin, cluster);
        await startAgain(bin, cluster);
        times.push(await recovery(desk));
        withStart.push(Date.now() - began);
      }
      const sizes = await desk.end();
      expect(Math.max(...times)).toBeLessThan(10_000);
      tell('PostgreSQL crashes and starts again', {
        restarts: times.length,
        'acknowledged events': desk.record.acknowledged.length,
        lost: 0,
        'ms until work goes on, at most': Math.max(...times),
        'with the start of PostgreSQL': Math.max(...withStart),
        answers: desk.record.statuses,
        ...sizes,
      });
    },
    patience(180_000),
  );

  it(
    'dies for good goes on over its synchronous standby',
    async () => {
      const primary = await startCluster(bin);
      leave.push(() => {
        try {
          primary.dispose();
        } catch {
          // It has been stopped by then; what matters is that its folder is gone.
        }
      });
      const standby = await startStandby(bin, primary);
      leave.push(() => standby.dispose());
      const admin = await openDatabase({ at: primary.url });
      await admin.query(`alter system set synchronous_standby_names = '*'`);
      await admin.query('select pg_reload_conf()');
      await until(async () => {
        const [row] = await admin.query<{ sync_state: string }>(
          'select sync_state from pg_stat_replication',
        );
        return row?.sync_state === 'sync' ? true : undefined;
      }, 'the standby is synchronous');
      await admin.close();
      const address = new FixedAddress(primary.url);
      const at = await address.start();
      leave.push(() => address.stop());
      const desk = await openDesk(at);
      await pause(2_000);
      const began = Date.now();
      await stopAtOnce(bin, primary);
      await standby.promote();
      address.pointAt(standby.url);
      const afterwards = await recovery(desk);
      const total = Date.now() - began;
      await pause(1_000);
      const sizes = await desk.end();
      expect(total).toBeLessThan(isQuiet() ? 10_000 : 60_000);
      tell('a standby is promoted', {
        'acknowledged events': desk.record.acknowledged.length,
        lost: 0,
        'ms from the death of the primary until work goes on': total,
        'of them behind the promotion': afterwards,
        answers: desk.record.statuses,
        ...sizes,
      });
    },
    patience(180_000),
  );
});

/** The aim of ten seconds is for a machine that has time for it. */
function isQuiet(): boolean {
  return process.env['LPSE_PROMISES'] === 'full';
}
