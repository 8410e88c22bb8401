import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { coreCases } from '@lpse-konsultasi/client/conformance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../../packages/server/src/testing/client.js';
import { startEngine, type Engine } from '../../packages/server/src/testing/engines.js';
import { buildNodeProgram, type BuiltProgram } from '../support/node-program.js';

const command = resolve(import.meta.dirname, '../../packages/client/bin/client.mjs');
const login = 'petugas-contoh';
const passphrase = 'frasa sandi untuk pengujian saja';
const chapters = [...new Set(coreCases.map(({ chapter }) => chapter))];

interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

let program: BuiltProgram;
let engine: Engine;
let office: Office;
let endpoint: string;
let officerToken: string;
/** What the server spoils of each answer; undefined while it is honest. */
let fault: ((response: ServerResponse) => void) | undefined;

beforeAll(async () => {
  program = await buildNodeProgram(command);
  engine = await startEngine('pglite');
  office = await openOffice(engine, {
    limits: {
      unknownTokens: { count: 100_000, minutes: 1 },
      signInsByAccount: { count: 100_000, minutes: 1 },
      signInsByAddress: { count: 100_000, minutes: 1 },
    },
  });
  const { accounts, sessions } = office.app.lpse;
  const { account, secret } = await accounts.create(
    office.id,
    { login, name: 'Bayu Nugraha (contoh)', role: 'officer' },
    'test',
  );
  await accounts.accept(office.id, secret, passphrase);
  officerToken = await sessions.begin(office.id, account.id);
  office.app.server.prependListener('request', (_request, response: ServerResponse) =>
    fault?.(response),
  );
  endpoint = `${await office.app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`;
}, 120_000);

afterAll(async () => {
  await office.app.close();
  await engine.database.close();
  program.remove();
});

/** The command as a person runs it: its exit code and all that it says. */
async function run(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program.file, ...args], {
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said, complained };
}

const check = (...args: readonly string[]): Promise<Ended> => run('conformance', endpoint, ...args);

describe('the conformance command', () => {
  it('looks at every case, counts them and ends well for a server that keeps the contract', async () => {
    const { code, said, complained } = await check('--login', `${login}:${passphrase}`);
    expect(said).not.toContain('FAIL');
    const [, passed, failed, left] =
      /\n(\d+) passed, (\d+) failed, (\d+) not offered\n$/.exec(said) ?? [];
    expect(Number(passed) + Number(left)).toBe(coreCases.length);
    expect(Number(failed)).toBe(0);
    for (const { name } of coreCases) expect(said).toContain(`  ${name}\n`);
    for (const chapter of chapters) expect(said).toContain(`\n${chapter}\n`);
    // Only a start anew cannot be asked of it from outside.
    expect(Number(left)).toBe(coreCases.filter(({ chapter }) => chapter === 'restarting').length);
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
  });

  it('looks at the chapters alone that are named, with the token of an officer', async () => {
    const named = ['describing', 'versions'];
    const { code, said } = await check(
      ...['--officer', officerToken],
      ...named.flatMap((name) => ['--chapter', name]),
    );
    expect(chapters.filter((chapter) => said.includes(`\n${chapter}\n`))).toEqual(named);
    const count = coreCases.filter(({ chapter }) => named.includes(chapter)).length;
    expect(said).toMatch(new RegExp(`\n${count} passed, 0 failed, 0 not offered\n$`));
    expect(code).toBe(0);
  });

  it('names what a server breaks, and ends with 1', async () => {
    fault = (response) => {
      const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
      response.writeHead = ((status: number, headers: Record<string, unknown>) => {
        const { etag: _, ...rest } = headers;
        return writeHead(status, rest);
      }) as typeof response.writeHead;
    };
    try {
      const { code, said } = await check('--officer', officerToken, '--chapter', 'versions');
      expect(said).toMatch(/\n {2}FAIL .+\n {7}.*etag/i);
      const [, failed] = /, (\d+) failed,/.exec(said) ?? [];
      expect(said.match(/^ {2}FAIL/gm)).toHaveLength(Number(failed));
      expect(code).toBe(1);
    } finally {
      fault = undefined;
    }
  });

  it('shows how it is used when it is asked', async () => {
    const { code, said, complained } = await run('--help');
    expect(said).toMatch(/^Usage: npx @lpse-konsultasi\/client conformance <endpoint>/);
    for (const chapter of chapters) expect(said).toContain(chapter);
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
  });

  it.each<readonly [string, () => readonly string[], RegExp]>([
    ['nothing', () => [], /^The command is: conformance/],
    ['another command', () => ['conform', endpoint], /^The command is: conformance/],
    ['no address', () => ['conformance'], /^The address of the server is missing/],
    ['what is no address', () => ['conformance', 'desk'], /^The address of the server is missing/],
    ['two addresses', () => ['conformance', endpoint, endpoint], /^The command is: conformance/],
    ['an unknown option', () => ['conformance', endpoint, '--fast'], /^Unknown option '--fast'/],
    [
      'an unknown chapter',
      () => ['conformance', endpoint, '--chapter', 'beyond'],
      /^There is no chapter "beyond"/,
    ],
    ['nobody at the desk', () => ['conformance', endpoint], /^Nobody works at the desk/],
    [
      'half a login',
      () => ['conformance', endpoint, '--login', 'petugas'],
      /^--login is <account>:<passphrase>/,
    ],
    [
      'a wrong passphrase',
      () => ['conformance', endpoint, '--login', `${login}:salah`],
      /^The sign-in of --login was refused \(401\)/,
    ],
  ])('says what is wrong with %s, then how it is used, and ends with 2', async (_, args, words) => {
    const { code, said, complained } = await run(...args());
    expect(complained).toMatch(words);
    expect(complained).toContain('Usage: npx');
    expect({ code, said }).toEqual({ code: 2, said: '' });
  });

  it('never repeats the passphrase that it was given', async () => {
    const { said, complained } = await check('--login', `${login}:rahasia-9876`);
    expect(said + complained).not.toContain('rahasia-9876');
  });

  it('says that nobody answers, or that somebody else does, and ends with 2', async () => {
    const nobody = await run('conformance', 'http://127.0.0.1:1/api/v1', '--officer', 'x');
    expect(nobody.complained).toMatch(/^http:\/\/127\.0\.0\.1:1\/api\/v1: .*cannot be reached/);
    expect(nobody.code).toBe(2);
    const other = await run('conformance', new URL('/masuk', endpoint).href, '--officer', 'x');
    expect(other.complained).toMatch(/masuk: /);
    expect(other.code).toBe(2);
  });
});
