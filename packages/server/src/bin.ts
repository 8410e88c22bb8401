#!/usr/bin/env node
import { FolderInUse } from './database/lock-file.js';
import { MigrationChanged } from './database/migrate.js';
import { ConfigError, readConfig } from './operate/config.js';
import * as commands from './operate/commands.js';

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

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isPlain =
      error instanceof FolderInUse ||
      error instanceof ConfigError ||
      error instanceof MigrationChanged;
    const text =
      error instanceof Error
        ? isPlain
          ? error.message
          : (error.stack ?? error.message)
        : 'failed';
    process.stderr.write(`lpse-server: ${text}\n`);
    process.exit(error instanceof ConfigError ? 78 : 1);
  },
);
