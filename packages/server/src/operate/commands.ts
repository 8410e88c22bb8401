import { Accounts } from '../auth/accounts.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { checkLogs, type CheckedLog } from '../store/check-logs.js';
import { DamagedLogs } from '../store/damaged-logs.js';
import { backup } from './backup.js';
import type { Config } from './config.js';
import { restore } from './restore.js';
import { serve } from './serve.js';

/** What a command writes to: the screen of whoever runs it. */
export interface Terminal {
  readonly print: (line: string) => void;
}

export const usage = `lpse-server [command]

  serve             migrates the database and listens (the default)
  migrate           brings the database to the state that this version expects
  backup <file>     writes everything into one file, from either engine
  restore <file>    reads such a file into an empty database of either engine
  verify            checks the chain of every log
  reset <login>     prints a one-time link to set a new passphrase

Settings are environment variables: DATABASE_URL or LPSE_DATA (default ./data), LPSE_PROFILE or LPSE_OFFICES,
HOST, PORT, LPSE_SITE, LPSE_PORTALS, LPSE_TRUST_PROXY, LPSE_CONNECTIONS, SMTP_URL, LPSE_MAIL_FROM,
LPSE_MAIL_LKPP, LPSE_MAIL_ADMIN_PPE.
`;

/** Serves until a signal asks it to stop, or the embedded engine breaks; answers the exit code. */
export async function serveUntilStopped(config: Config, { print }: Terminal): Promise<number> {
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => (end = resolve));
  const running = await serve(config, {
    onBroken: ({ message }) => {
      print(`lpse-server: ${message}. Ending, so that the supervisor can start it anew.`);
      end(70);
    },
  });
  for (const { office, link } of running.firstRunLinks)
    print(
      `\n${office} has no accounts yet. This link makes the administrator's, once:\n  ${link}\n`,
    );
  const stop = (): void => end(0);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const code = await ended;
  // A broken engine may never answer again; nothing that runs can be waited for.
  if (code !== 0) return code;
  await running.stop();
  return code;
}

export async function runMigrations(config: Config, { print }: Terminal): Promise<number> {
  const database = await openDatabase({ at: config.database });
  try {
    const ran = await migrate(database);
    print(ran.length === 0 ? 'Nothing to do.' : `Ran ${ran.join(', ')}.`);
    return 0;
  } finally {
    await database.close();
  }
}

export async function runBackup(
  config: Config,
  file: string,
  { print }: Terminal,
): Promise<number> {
  const database = await openDatabase({ at: config.database, deadline: 600_000 });
  try {
    await migrate(database);
    const { rows, cases, heads } = await backup(database, file);
    print(`Wrote ${rows} rows of ${cases} cases to ${file}; heads ${heads}.`);
    return 0;
  } finally {
    await database.close();
  }
}

export async function runRestore(
  config: Config,
  file: string,
  { print }: Terminal,
): Promise<number> {
  const database = await openDatabase({ at: config.database, deadline: 600_000 });
  try {
    await migrate(database);
    const { rows, cases, heads } = await restore(database, file);
    print(`Read ${rows} rows of ${cases} cases from ${file}; heads ${heads}, as in the backup.`);
    return 0;
  } finally {
    await database.close();
  }
}

/**
 * Reads every log of the offices and checks its chain; names what is wrong, by id. What it finds, and what is whole
 * again, is known to the servers of this database from then on.
 */
export async function runVerify(config: Config, { print }: Terminal): Promise<number> {
  const database = await openDatabase({ at: config.database });
  const damaged = new DamagedLogs(database);
  let count = 0;
  let wrong = 0;
  try {
    await migrate(database);
    for (const { id: office } of config.offices) {
      let after: string | undefined = '';
      while (after !== undefined) {
        const logs: readonly CheckedLog[] = await checkLogs(database, office, after, 200);
        const whole: string[] = [];
        for (const { id, damage } of logs) {
          count += 1;
          if (damage === undefined) {
            whole.push(id);
            continue;
          }
          wrong += 1;
          const what =
            damage.kind === 'cut' ? 'the log has lost its end' : `event ${damage.seq} was changed`;
          print(`${office} ${id}: ${what}`);
          await damaged.note(office, id);
        }
        await damaged.clear(office, whole);
        after = logs.at(-1)?.id;
      }
    }
  } finally {
    await database.close();
  }
  print(`${count} logs, ${wrong} of them damaged.`);
  return wrong === 0 ? 0 : 1;
}

export async function runReset(
  config: Config,
  login: string,
  { print }: Terminal,
): Promise<number> {
  const database = await openDatabase({ at: config.database });
  try {
    const accounts = new Accounts(database);
    for (const { id: office } of config.offices) {
      const account = (await accounts.all(office)).find((each) => each.login === login);
      if (account === undefined) continue;
      const secret = await accounts.reset(office, account.id, 'console');
      print(`Once, at the server's own address:\n  /masuk#${secret ?? ''}`);
      return 0;
    }
    print('No such account.');
    return 1;
  } finally {
    await database.close();
  }
}
