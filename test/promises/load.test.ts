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
import { buildProgram, Program } from './support/program.js';
import { patience, pause, quantile, randomFrom, scale, seed, tell } from './support/scale.js';

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

  it(
    'lists a page among many cases',
    async () => {
      const cases = scale('CASES', 2_000, 100_000);
      const requests = scale('LISTS', 40, 600);
      await multiply(cases);
      const random = randomFrom(seed);
      const queries: Readonly<Record<string, () => object>> = {
        'newest first': () => ({}),
        'of some states, by limit': () => ({ states: ['submitted', 'reviewing'], sort: 'dueAt' }),
        'by registration': () => ({ states: ['submitted'], sort: '-registeredAt', limit: 100 }),
        'a page further on': () => ({ cursor }),
        'a number in the text': () => ({ search: `kasus${Math.floor(random() * cases)}x` }),
      };
      const first = await list({});
      const { cursor } = first as { cursor?: string };
      const figures: Record<string, string> = {};
      const all: number[] = [];
      for (const [name, query] of Object.entries(queries)) {
        const times: number[] = [];
        for (let count = 0; count < requests / 5; count += 1) {
          const began = performance.now();
          await list(query());
          times.push(performance.now() - began);
        }
        all.push(...times);
        figures[name] = `${Math.round(quantile(times, 0.95))} ms`;
      }
      tell('a page of the queue on PostgreSQL', {
        cases,
        requests: all.length,
        'p50 ms': quantile(all, 0.5),
        'p95 ms': quantile(all, 0.95),
        'p95 of each': figures,
      });
    },
    patience(180_000),
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

  /** What each command of these cases has written, a list of rows for each. */
  async function rowsOf(ids: readonly string[]): Promise<readonly (readonly Row[])[]> {
    const found = async (table: string, column: string) =>
      (
        await pool.query<Record<string, unknown>>(
          `select * from ${table} where ${column} = any($1)`,
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
    } finally {
      client.release();
    }
  }

  /** Copies of one case, each with an id, a time and a word of its own. */
  async function multiply(cases: number): Promise<void> {
    const [{ id = '' } = {}] = (
      await pool.query<{ id: string }>(
        `select id from cases where office_id not like 'salinan%' and state = 'submitted' limit 1`,
      )
    ).rows;
    await pool.query(
      `insert into cases (office_id, id, version, state, kategori, prioritas, petugas_id, pelapor, paket,
                          registered_at, updated_at, due_key, head, body, tiket_key)
       select c.office_id, 'banyak-' || n, c.version,
              (array['archived', 'archived', 'archived', 'archived', 'archived', 'archived', 'archived', 'submitted',
                     'reviewing', 'cancelled'])[1 + n % 10],
              c.kategori, c.prioritas, c.petugas_id, c.pelapor, c.paket, t.at, t.at, t.at, c.head,
              replace(c.body, c.id, 'banyak-' || n), 'banyak-' || n
         from cases c, generate_series(1, $2::integer) as n,
              lateral (select to_char(timestamp '2025-01-01' + n * interval '37 seconds',
                                      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at) t
        where c.id = $1 and c.office_id not like 'salinan%'`,
      [id, cases],
    );
    const { gramsOf } = await import('../../packages/server/src/store/search-text.js');
    const [{ office = '', folded = '' } = {}] = (
      await pool.query<{ office: string; folded: string }>(
        `select office_id as office, folded from case_texts where case_id = $1 and office_id not like 'salinan%'`,
        [id],
      )
    ).rows;
    for (let start = 1; start <= cases; start += 500) {
      const rows = Array.from({ length: Math.min(500, cases - start + 1) }, (_, index) => {
        const words = `${folded}\nkasus${start + index}x`;
        return { id: `banyak-${start + index}`, words, grams: gramsOf(office, words) };
      });
      await pool.query(
        `insert into case_texts (office_id, case_id, folded, grams)
         select $1, r.id, r.words, array(select value::integer from json_array_elements_text(r.grams) as g(value))
           from json_to_recordset($2::json) as r(id text, words text, grams json)`,
        [office, JSON.stringify(rows)],
      );
    }
    await pool.query('analyze');
  }
});
