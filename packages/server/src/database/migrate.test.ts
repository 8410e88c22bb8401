import { expect, it } from 'vitest';
import { onEachEngine } from '../testing/engines.js';
import { migrate, MigrationChanged, readMigrations } from './migrate.js';

onEachEngine('migrations', (engine) => {
  it('run once, also when processes start together', async () => {
    const { database } = engine();
    const again = await Promise.all([migrate(database), migrate(database), migrate(database)]);
    expect(again.flat()).toEqual([]);
  });

  it('are refused when a file is not the one that ran, or the data is of a newer program', async () => {
    const { database } = engine();
    const files = await readMigrations();
    const [first] = files;
    if (first === undefined) throw new Error('There is a first migration');
    await expect(migrate(database, [{ ...first, checksum: 'other' }])).rejects.toThrow(
      MigrationChanged,
    );
    await expect(migrate(database, [])).rejects.toThrow(/older than its data/);
  });

  it('leave nothing behind when one of their statements fails', async () => {
    const { database } = engine();
    const files = await readMigrations();
    const broken = {
      name: '9999-broken.sql',
      checksum: 'x',
      sql: 'create table half (a int)\n--;\nselect nonsense\n--;',
    };
    await expect(migrate(database, [...files, broken])).rejects.toThrow();
    await expect(database.query('select * from half')).rejects.toThrow();
    expect(await migrate(database)).toEqual([]);
  });

  it('lead every table with the office', async () => {
    const rows = await engine().database.query<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns
        where table_schema = 'public' and ordinal_position = 1 and table_name <> 'schema_migrations'`,
    );
    expect(rows.length).toBeGreaterThan(12);
    for (const { table_name, column_name } of rows)
      expect(column_name, table_name).toBe('office_id');
  });
});
