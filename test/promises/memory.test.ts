import { afterAll, describe, expect, it } from 'vitest';
import { findPostgres, startCluster } from '../../packages/server/src/testing/postgres.js';
import { counter, Journal, visitors } from './support/desk.js';
import { buildProgram, Program } from './support/program.js';
import { isLate, patience, pause, quantile, scale, tell, until } from './support/scale.js';

const bin = findPostgres() ?? '';
const leave: (() => unknown)[] = [];
afterAll(async () => {
  for (const each of leave.reverse()) await each();
}, 120_000);

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

describe.skipIf(bin === '')('a server at work', () => {
  const seconds = scale('MEMORY_SECONDS', 3, 1_800);

  it(
    `needs no more memory after ${seconds} seconds than before`,
    async () => {
      const program = await buildProgram();
      leave.push(() => program.remove());
      const cluster = await startCluster(bin);
      leave.push(() => cluster.dispose());
      const server = new Program(program.file, { DATABASE_URL: cluster.url });
      await server.start();
      leave.push(() => server.kill());
      const session = await server.ask<string>({ ask: 'staff', role: 'officer', id: 'petugas-1' });
      const record = new Journal();
      let isOver = false;
      const setting = { url: () => server.url, record, isOver: () => isOver };
      const work = [visitors(setting), visitors(setting), counter(setting, '1', session)];
      await until(() => (record.acknowledged.length > 5 ? true : undefined), 'the first answers');

      const samples: number[] = [];
      const end = Date.now() + seconds * 1_000;
      while (Date.now() < end && !isLate()) {
        samples.push(mebibytes(await server.ask<number>({ ask: 'memory' })));
        if (samples.length % 60 === 0) tell('memory, so far', { minutes: samples.length / 12 });
        await pause(Math.min(5_000, seconds * 100));
      }
      isOver = true;
      await Promise.all(work);
      expect(record.faults).toEqual([]);

      const third = Math.ceil(samples.length / 3);
      const [before, after] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
      tell('memory of a server at work', {
        seconds,
        'commands that were carried out': record.seen.get('200') ?? 0,
        'MiB at the start': samples[0] ?? 0,
        'in the second third, median': quantile(before, 0.5),
        'in the last third, median': quantile(after, 0.5),
        'at most': Math.max(...samples),
      });
      // The engine keeps what it has taken for a while; what is lost for good goes on growing.
      expect(quantile(after, 0.5)).toBeLessThan(1.25 * quantile(before, 0.5));
    },
    patience(120_000),
  );
});
