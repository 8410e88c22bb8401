import { randomUUID } from 'node:crypto';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findPostgres,
  startCluster,
  type Cluster,
} from '../../packages/server/src/testing/postgres.js';
import { newToken, send } from './support/desk.js';
import { multiplyCase } from './support/many-cases.js';
import { buildProgram, Program } from './support/program.js';
import {
  isFull,
  patience,
  pause,
  quantile,
  randomFrom,
  scale,
  seed,
  tell,
} from './support/scale.js';

const bin = findPostgres() ?? '';
const connections = 10;
const people = 32;

const leave: (() => unknown)[] = [];
afterAll(async () => {
  for (const each of leave.reverse()) await each();
}, 120_000);

describe.skipIf(bin === '')('a server on PostgreSQL under load', () => {
  let cluster: Cluster;
  let server: Program;
  let pool: pg.Pool;
  let officer: Readonly<Record<string, string>>;
  let later = 0;
  beforeAll(async () => {
    const program = await buildProgram();
    leave.push(() => program.remove());
    cluster = await startCluster(bin);
    leave.push(() => cluster.dispose());
    server = new Program(program.file, {
      DATABASE_URL: cluster.url,
      LPSE_CONNECTIONS: String(connections),
    });
    await server.start();
    leave.push(() => server.kill());
    pool = new pg.Pool({ connectionString: cluster.url, max: connections });
    pool.on('error', () => undefined);
    leave.push(() => pool.end());
    const session = await server.ask<string>({ ask: 'staff', role: 'officer', id: 'petugas-1' });
    officer = { cookie: `lpse=${session}` };
  }, 180_000);

  it(
    'takes submissions at a rate that is told beside that of the bare rows',
    async () => {
      const seconds = scale('LOAD_SECONDS', 2, 20);
      const turns = scale('LOAD_TURNS', 1, 3);
      const before = await server.ask<number>({ ask: 'memory' });
      const times: number[] = [];
      const ids: string[] = [];
      const bareTimes: number[] = [];
      let served = 0;
      let bare = 0;
      let cpu = 0;
      for (let turn = 0; turn < turns; turn += 1) {
        const end = performance.now() + seconds * 1_000;
        const isInTime = (): void => {
          if (performance.now() < end) served += 1;
        };
        const idle = await server.ask<number>({ ask: 'cpu' });
        await during(seconds, async () => {
          ids.push(await submit(times, isInTime));
          return 0;
        });
        cpu += (await server.ask<number>({ ask: 'cpu' })) - idle;
        // The rows of those very commands, as one INSERT each and one COMMIT a command, over as many connections.
        const commands = await rowsOf(ids.splice(0));
        let next = 0;
        bare += await during(
          seconds,
          async () => {
            const command = commands[next++ % commands.length] ?? [];
            const began = performance.now();
            await insert(command, `salinan-${next}`);
            bareTimes.push(performance.now() - began);
            return 1;
          },
          connections,
        );
      }
      const [perSecond, barePerSecond] = [served / seconds / turns, bare / seconds / turns];
      expect(times.length).toBeGreaterThan(0);
      tell('submissions on PostgreSQL', {
        'commands a second': perSecond,
        'submissions a second': perSecond / 2,
        'bare commits of the same rows a second': barePerSecond,
        ratio: perSecond / barePerSecond,
        'p50 ms': quantile(times, 0.5),
        'p95 ms': quantile(times, 0.95),
        'ms of a processor that the server takes for a command': cpu / times.length,
        'bare p95 ms': quantile(bareTimes, 0.95),
        'put off by 503': later,
        people,
        connections,
        seconds: seconds * turns,
        'memory before and after, MiB': [before, await server.ask<number>({ ask: 'memory' })]
          .map((bytes) => Math.round(bytes / 2 ** 20))
          .join(' and '),
      });
    },
    patience(120_000),
  );

  const desks = [
    scale('CASES', 2_000, 100_000),
    ...(isFull ? [scale('MORE_CASES', 1, 1_000_000)] : []),
  ];

  it.each(desks)(
    'lists a page among %i cases',
    async (cases) => {
      const requests = scale('LISTS', 42, 600);
      const seeding = performance.now();
      await multiplyCase(pool, cases, await submit([], () => undefined));
      const seeded = performance.now() - seeding;
      const { total } = (await list({ limit: 1, total: true })) as { readonly total: number };
      expect(total).toBeGreaterThanOrEqual(cases);
      const random = randomFrom(seed);
      const open = { states: ['submitted', 'reviewing'] };
      const queries: Readonly<Record<string, () => object>> = {
        'newest first': () => ({}),
        'of some states, by limit': () => ({ ...open, sort: 'dueAt' }),
        'of some states, counted': () => ({ ...open, total: true }),
        'by registration': () => ({ states: ['submitted'], sort: '-registeredAt', limit: 100 }),
        'a page further on': () => ({ cursor }),
        'a number in the text': () => ({ search: `kasus${Math.floor(random() * cases)}x` }),
        'a word that many have': () => ({ search: 'dokumen' }),
      };
      const first = await list({});
      const { cursor } = first as { cursor?: string };
      const figures: Record<string, string> = {};
      const all: number[] = [];
      const each = Math.ceil(requests / Object.keys(queries).length);
      for (const [name, query] of Object.entries(queries)) {
        const times: number[] = [];
        for (let count = 0; count < each; count += 1) {
          const began = performance.now();
          await list(query());
          times.push(performance.now() - began);
        }
        all.push(...times);
        figures[name] = `${Math.round(quantile(times, 0.95))} ms`;
      }
      tell('a page of the queue on PostgreSQL', {
        cases,
        'seconds to make them': seeded / 1_000,
        requests: all.length,
        'p50 ms': quantile(all, 0.5),
        'p95 ms': quantile(all, 0.95),
        'p95 of each': figures,
      });
    },
    // Whoever asks for more of them by LPSE_CASES waits for them, too.
    patience(1_800_000),
  );

  async function list(query: object): Promise<object> {
    const answer = await send(`${server.url}/api/v1/consultations/search`, 'POST', officer, query);
    expect(answer.status, answer.body.slice(0, 300)).toBe(200);
    return JSON.parse(answer.body) as object;
  }

  /** One visitor: the guest book, then the form. */
  async function submit(times: number[], onDone: () => void): Promise<string> {
    const id = randomUUID();
    const token = newToken();
    for (const [type, data] of [
      ['register', sampleValues.guestBook()],
      ['submit', sampleValues.consultationForm()],
    ] as const) {
      const began = performance.now();
      const headers = { ...token, 'idempotency-key': `"${randomUUID()}"`, 'if-match': '*' };
      const url = `${server.url}/api/v1/consultations/${id}/commands`;
      let answer = await send(url, 'POST', headers, { type, data });
      // Too much at once is put off, and belongs to the time that the visitor waits.
      while (answer.status === 503) {
        later += 1;
        await pause(250);
        answer = await send(url, 'POST', headers, { type, data });
      }
      times.push(performance.now() - began);
      onDone();
      expect(answer.status, answer.body.slice(0, 300)).toBe(200);
    }
    return id;
  }

  /** How much was done in so many seconds by people who each begin anew when they are done. */
  async function during(
    seconds: number,
    work: () => Promise<number>,
    atOnce = people,
  ): Promise<number> {
    const end = performance.now() + seconds * 1_000;
    let done = 0;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (performance.now() < end) {
          const amount = await work();
          if (performance.now() < end) done += amount;
        }
      }),
    );
    return done;
  }

  type Row = readonly [table: string, values: Readonly<Record<string, unknown>>];

  /** The columns that a row is written with; others the database makes from them. */
  async function columnsOf(table: string): Promise<string> {
    const { rows } = await pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    return rows.map(({ name }) => name).join(', ');
  }

  /** What each command of these cases has written, a list of rows for each. */
  async function rowsOf(ids: readonly string[]): Promise<readonly (readonly Row[])[]> {
    const found = async (table: string, column: string) =>
      (
        await pool.query<Record<string, unknown>>(
          `select ${await columnsOf(table)} from ${table} where ${column} = any($1)`,
          [ids],
        )
      ).rows;
    const tables = {
      events: await found('events', 'case_id'),
      cases: await found('cases', 'id'),
      case_texts: await found('case_texts', 'case_id'),
      commands: await found('commands', 'case_id'),
    };
    const commands: Row[][] = [];
    for (const command of tables.commands) {
      const id = command['case_id'];
      const isOf = (row: Readonly<Record<string, unknown>>): boolean => row['case_id'] === id;
      const events = tables.events.filter(
        (row) =>
          isOf(row) &&
          Number(row['seq']) >= Number(command['first']) &&
          Number(row['seq']) <= Number(command['last']),
      );
      const rows: Row[] = events.map((row): Row => ['events', row]);
      const row = tables.cases.find((each) => each['id'] === id);
      const text = tables.case_texts.find(isOf);
      if (row !== undefined) rows.push(['cases', row]);
      if (text !== undefined) rows.push(['case_texts', text]);
      rows.push(['commands', command]);
      rows.push(['changes', { case_id: id, version: command['last'] }]);
      commands.push(rows);
    }
    return commands;
  }

  async function insert(rows: readonly Row[], office: string): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      // The chain of a log is the server's work, not that of a bare row.
      await client.query(`set local session_replication_role = 'replica'`);
      for (const [table, values] of rows) {
        const row = { ...values, office_id: office };
        const names = Object.keys(row);
        const places = names.map((_, index) => `$${index + 1}`);
        await client.query(
          `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
          Object.values(row),
        );
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
});
