import { verifyLog } from '@lpse-konsultasi/form-schema';
import { Accounts } from '../auth/accounts.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { eventsOf } from '../store/sql-store.js';
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
HOST, PORT, LPSE_PORTALS, LPSE_TRUST_PROXY, LPSE_CONNECTIONS, SMTP_URL, LPSE_MAIL_FROM, LPSE_MAIL_LKPP,
LPSE_MAIL_ADMIN_PPE.
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

/** Reads every log of the offices and checks its chain; names what is wrong, by id. */
export async function runVerify(config: Config, { print }: Terminal): Promise<number> {
  const database = await openDatabase({ at: config.database });
  let count = 0;
  let wrong = 0;
  try {
    for (const { id: office } of config.offices) {
      let after = '';
      for (;;) {
        const rows = await database.query<{ id: string; head: string; version: number }>(
          `select id, head, version from cases where office_id = $1 and id > $2 order by id limit 500`,
          [office, after],
        );
        for (const { id, head, version } of rows) {
          const events = await eventsOf(database, office, id);
          const verdict = verifyLog(events);
          const last = events.at(-1);
          count += 1;
          // A log that was cut at its end is whole by itself; the row of the queue knows better.
          if (verdict.ok && last?.hash === head && last.seq === version) continue;
          wrong += 1;
          print(
            `${office} ${id}: ${verdict.ok ? 'the log has lost its end' : `event ${verdict.seq} was changed`}`,
          );
        }
        const last = rows.at(-1);
        if (last === undefined) break;
        after = last.id;
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
