import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { installWithApt } from './apt.mjs';

/**
 * PostgreSQL and PHP, for the tests that hold the second engine and the second implementation to the contract. They are
 * installed where that can be done; elsewhere it is said what is left out, and `npm test` goes on without it.
 */
export async function ensureEngines() {
  if (!hasPostgres()) await installWithApt('postgresql');
  if (!hasPhp()) await installWithApt('php-cli', 'php-sqlite3');
  if (!hasPostgres()) {
    console.log(
      'No PostgreSQL here (PG_BIN may name its folder): its half of the tests is skipped.',
    );
  }
  if (!hasPhp()) console.log('No php-cli with pdo_sqlite here: the example in PHP is not tested.');
}

function hasPostgres() {
  if (process.env.PG_BIN) return true;
  const home = '/usr/lib/postgresql';
  return (
    existsSync(home) && readdirSync(home).some((each) => existsSync(`${home}/${each}/bin/initdb`))
  );
}

function hasPhp() {
  const asks = ['-r', 'exit(extension_loaded("pdo_sqlite") ? 0 : 1);'];
  return spawnSync('php', asks).status === 0;
}
