import type { FastifyInstance } from 'fastify';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import type { Database } from '../database/database.js';
import { createServer, type ServerOptions } from '../http/create-server.js';
import type { Config } from './config.js';

export interface Running {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** Where it listens, with a slash at the end. */
  readonly url: string;
  /** One-time links for offices without anyone to sign in, by office. They are for the screen, not for a log. */
  readonly firstRunLinks: readonly { readonly office: string; readonly link: string }[];
  /** Ends requests that run, then streams, workers and the database. */
  stop(): Promise<void>;
}

const promises: { readonly [durability in Database['durability']]: string } = {
  'process-crash':
    'acknowledged writes survive a killed process; a power cut may cost the last seconds',
  'power-loss': 'acknowledged writes are on the disk',
  none: 'nothing outlives this process',
};

/** Opens, migrates and listens. What broke the embedded engine ends the process through `onBroken`. */
export async function serve(
  config: Config,
  options: Pick<ServerOptions, 'site' | 'log' | 'limits' | 'pollEvery'> & {
    readonly onBroken?: (reason: Error) => void;
  } = {},
): Promise<Running> {
  const { onBroken, ...serverOptions } = options;
  const { database: at, connections, offices, portals, trustProxy, mail, site } = config;
  const database = await openDatabase({ at, connections, ...(onBroken && { onBroken }) });
  try {
    const migrations = await migrate(database);
    const app = await createServer({
      ...{ database, offices, portals, site },
      ...serverOptions,
      ...(trustProxy.length > 0 && { trustProxy: [...trustProxy] }),
      ...(mail !== undefined && { mail }),
    });
    const { engine, place, durability } = database;
    app.log.info(
      {
        engine,
        place,
        durability,
        promise: promises[durability],
        migrations,
        mail: mail !== undefined,
      },
      'database ready',
    );
    const address = await app.listen({ host: config.host, port: config.port });
    const url = `${address.replace(/\/$/, '')}/`;
    const firstRunLinks: { office: string; link: string }[] = [];
    for (const { id, profile, hosts = [] } of offices) {
      const secret = await app.lpse.accounts.firstRun(id);
      const [host] = hosts;
      const base = host === undefined ? url : `https://${host}/`;
      if (secret !== undefined)
        firstRunLinks.push({ office: profile.office.nama, link: `${base}masuk#${secret}` });
    }
    const stop = async (): Promise<void> => {
      await app.close();
      await database.close();
    };
    return { app, database, url, firstRunLinks, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}
