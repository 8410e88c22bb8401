import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { DamagedLogs } from '../store/damaged-logs.js';
import { openOffice } from '../testing/client.js';
import { damageLog } from '../testing/damage.js';
import { runVerify } from './commands.js';
import { readConfig, type Config } from './config.js';

const office = 'kantor-contoh';
let folder: string;
let config: Config;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lpse-verify-'));
  config = {
    ...(await readConfig({ LPSE_DATA: folder })),
    offices: [{ id: office, profile }],
  };
  const database = await openDatabase({ at: folder, deadline: 60_000 });
  await migrate(database);
  const { app, visitor } = await openOffice({ database }, { officeId: office });
  for (const id of ['c-1', 'c-2', 'c-3'])
    await visitor().command(id, 'register', sampleValues.guestBook());
  await app.close();
  await database.close();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function verified(): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const code = await runVerify(config, { print: (line) => void lines.push(line) });
  return { code, lines };
}

it('ends well where every log is whole, and else names each that is not, for the servers too', async () => {
  expect(await verified()).toEqual({ code: 0, lines: ['3 logs, 0 of them damaged.'] });
  const database = await openDatabase({ at: folder, deadline: 60_000 });
  await damageLog(database, office, 'c-2');
  await database.close();
  expect(await verified()).toEqual({
    code: 1,
    lines: [`${office} c-2: event 1 was changed`, '3 logs, 1 of them damaged.'],
  });
  const again = await openDatabase({ at: folder, deadline: 60_000 });
  expect(await new DamagedLogs(again).count(office)).toBe(1);
  await again.close();
}, 120_000);
