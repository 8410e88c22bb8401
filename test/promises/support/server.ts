import { readConfig } from '../../../packages/server/src/operate/config.js';
import { serve } from '../../../packages/server/src/operate/serve.js';
import { countLost, findHalves, verifyAll, type Acknowledged } from './invariants.js';

/** What a proof can ask of the process that serves, beside HTTP. */
export type Question =
  | { readonly ask: 'staff'; readonly role: 'officer' | 'coordinator'; readonly id: string }
  | { readonly ask: 'lost'; readonly acknowledged: readonly Acknowledged[] }
  | { readonly ask: 'halves' }
  | { readonly ask: 'verify' }
  | { readonly ask: 'outbox' }
  /** As if the minutes had gone by after which a letter of a dead process is taken again. */
  | { readonly ask: 'hurry' }
  | { readonly ask: 'memory' }
  /** Milliseconds that the process has had a processor. */
  | { readonly ask: 'cpu' };

// The program as it is started in an office, but that all its load comes from one address.
const many = 1_000_000_000;
const config = await readConfig(process.env);
const { app, database, url } = await serve(config, {
  log: false,
  limits: {
    publicWritesPerMinute: many,
    registrations: { count: many, minutes: 1 },
    unknownTokens: { count: many, minutes: 1 },
    streamsEach: many,
  },
  onBroken: () => process.exit(70),
});
const office = config.offices[0]?.id ?? '';

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'staff': {
      const { accounts, sessions } = app.lpse;
      const { id, role } = question;
      if ((await accounts.find(office, id)) === undefined)
        await accounts.create(
          office,
          { id, login: id, name: `Petugas ${id} (contoh)`, role },
          'promises',
        );
      return sessions.begin(office, id);
    }
    case 'lost':
      return countLost(database, office, question.acknowledged);
    case 'halves':
      return findHalves(database, office);
    case 'verify':
      return verifyAll(database, office);
    case 'outbox':
      return database.query(
        'select message_id as "messageId", state, last_error as "lastError" from outbox where office_id = $1',
        [office],
      );
    case 'hurry':
      return database.query(`update outbox set due_at = now() where office_id = $1`, [office]);
    case 'memory':
      return process.memoryUsage().rss;
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    }
  }
}

process.on('message', ({ number, question }: { number: number; question: Question }) => {
  answer(question).then(
    (value) => process.send?.({ number, value }),
    (error: unknown) => process.send?.({ number, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url });
