import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleScreenshot, sampleValues } from '@lpse-konsultasi/client/samples';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { openOffice, type Office } from '../testing/client.js';
import { engineNames, startEngine, type Engine } from '../testing/engines.js';
import { backup } from './backup.js';
import { restore, RestoreRefused } from './restore.js';

const { guestBook, consultationForm } = sampleValues;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lpse-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const pairs = engineNames.flatMap((from) => engineNames.map((to) => [from, to] as const));

/** A database that holds nothing yet: on PostgreSQL one of its own in the same cluster. */
async function emptyDatabase({ at, database: known, cluster }: Engine): Promise<Database> {
  let place = at;
  if (cluster !== undefined) {
    const name = `baru_${Date.now()}`;
    await known.exec(`create database ${name}`);
    place = at.replace(/\/postgres$/, `/${name}`);
  }
  const database = await openDatabase({ at: place, deadline: 60_000 });
  await migrate(database);
  return database;
}

describe.each(pairs)('a backup from %s into %s', (from, to) => {
  let source: Engine;
  let target: Engine;
  let office: Office;
  let file: string;

  beforeAll(async () => {
    source = await startEngine(from);
    target = await startEngine(to);
    office = await openOffice(source);
    file = join(folder, `${from}-${to}.gz`);
    const user = office.visitor();
    for (let index = 0; index < 5; index += 1) {
      const person = office.visitor();
      await person.command(
        `c-${index}`,
        'register',
        guestBook({ keperluan: 'Teks "aneh" \\u0000 ’ 🧾' }),
      );
      await person.command(
        `c-${index}`,
        'submit',
        consultationForm({ judul: `Judul perkara-x${index}` }),
      );
    }
    await user.ask('POST', '/attachments', {
      headers: {
        'content-type': 'image/png',
        'content-disposition': 'attachment; filename="a.png"',
      },
      payload: Buffer.from(sampleScreenshot().bytes),
    });
    await office.staff('officer');
  }, 240_000);

  afterAll(async () => {
    await office.app.close();
    for (const engine of [source, target]) {
      await engine.database.close();
      engine.cluster?.dispose();
    }
  }, 60_000);

  it('has the same rows, heads, numbers and words, and goes on from there', async () => {
    const written = await backup(source.database, file);
    const database = await emptyDatabase(target);
    const read = await restore(database, file);
    expect(read).toEqual(written);
    expect(read.cases).toBe(5);
    const copy = await openOffice({ database }, { officeId: office.id });
    const [before, after] = [await office.staff('officer'), await copy.staff('officer')];
    const query = { payload: { search: 'perkara-x3' } };
    const found = (await after.ask('POST', '/consultations/search', query)).json();
    expect(found.items).toHaveLength(1);
    expect(found).toEqual((await before.ask('POST', '/consultations/search', query)).json());
    const [old, same] = [
      await before.ask('GET', '/consultations/c-1'),
      await after.ask('GET', '/consultations/c-1'),
    ];
    expect(same.body).toBe(old.body);
    const next = await copy.visitor().command('c-new', 'register', guestBook());
    expect(next.json().consultation.tiket).toMatch(/-006$/);
    await copy.app.close();
    await database.close();
  });

  it('is not read into a database that holds something, and not when a line was changed or lost', async () => {
    await backup(source.database, file);
    await expect(restore(source.database, file)).rejects.toThrow(/not empty/);
    const lines = gunzipSync(readFileSync(file)).toString().split('\n');
    const tampered: readonly (readonly [string, readonly string[]])[] = [
      ['changed', lines.map((line) => line.replace('perkara-x3', 'perkara-x4'))],
      ['lost', lines.filter((line) => !line.includes('"c-2"'))],
      ['cut', lines.slice(0, -2)],
      ['another kind', ['{"format":"other"}', ...lines.slice(1)]],
    ];
    const database = await emptyDatabase(target);
    for (const [name, content] of tampered) {
      const path = join(folder, `${name}.gz`);
      writeFileSync(path, gzipSync(content.join('\n')));
      await expect(restore(database, path), name).rejects.toThrow();
    }
    // Nothing of the attempts is left: the whole one still goes in.
    await restore(database, file);
    await database.close();
    expect(RestoreRefused.name).toBe('RestoreRefused');
  });
});
