#!/usr/bin/env node
import { codeOf, DatabaseBroken, DatabaseUnavailable } from './database/database.js';
import { FolderInUse } from './database/lock-file.js';
import { MigrationChanged } from './database/migrate.js';
import { ConfigError, readConfig } from './operate/config.js';
import * as commands from './operate/commands.js';
import { RestoreRefused } from './operate/restore.js';

const terminal = { print: (line: string): void => void process.stdout.write(`${line}\n`) };

async function main([command = 'serve', argument]: readonly string[]): Promise<number> {
  if (command === 'help' || command === '--help') {
    terminal.print(commands.usage);
    return 0;
  }
  const config = await readConfig(process.env);
  if (command === 'serve') return commands.serveUntilStopped(config, terminal);
  if (command === 'migrate') return commands.runMigrations(config, terminal);
  if (command === 'verify') return commands.runVerify(config, terminal);
  if (argument !== undefined) {
    if (command === 'backup') return commands.runBackup(config, argument, terminal);
    if (command === 'restore') return commands.runRestore(config, argument, terminal);
    if (command === 'reset') return commands.runReset(config, argument, terminal);
  }
  process.stderr.write(commands.usage);
  return 64;
}

/** What an operator can do something about, in one line; of all else, where it happened. */
const plain = [
  ...[ConfigError, DatabaseBroken, DatabaseUnavailable, FolderInUse],
  ...[MigrationChanged, RestoreRefused],
];

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  // A file or a folder that is not there, a port that is taken, a database that does not answer.
  const isOfSystem = /^E[A-Z]{3,}$/.test(codeOf(error));
  const isPlain = isOfSystem || plain.some((kind) => error instanceof kind);
  return isPlain ? error.message || codeOf(error) : (error.stack ?? error.message);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`lpse-server: ${wordsOf(error)}\n`);
    process.exit(error instanceof ConfigError ? 78 : 1);
  },
);
