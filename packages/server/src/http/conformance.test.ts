import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  createHttpBackend,
  createMemoryTokens,
  serverCapabilities,
} from '@lpse-konsultasi/client/http';
import { runBackendSuite } from '@lpse-konsultasi/client/conformance';
import type { StaffRole } from '../auth/accounts.js';
import { openOffice } from '../testing/client.js';
import { damageLog } from '../testing/damage.js';
import { engineNames, startEngine, type Engine } from '../testing/engines.js';

/** The whole contract, through the adapter and over a real connection, on each engine. */
describe.each(engineNames)('over %s', (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine(name);
  }, 180_000);
  afterAll(async () => {
    await engine.database.close();
    engine.cluster?.dispose();
  }, 60_000);

  runBackendSuite({
    describe,
    it,
    supports: {
      name: 'http',
      // The tests' PGlite is in memory, and the server says so.
      durable: name !== 'pglite',
      shared: true,
      attachments: true,
      presence: true,
      board: true,
      report: true,
      survey: true,
    },
    damages: true,
    create: async () => {
      // The suite attaches bytes of every kind, and asks for what it was never given.
      const limits = {
        attachmentTypes: 'any',
        unknownTokens: { count: 100_000, minutes: 1 },
      } as const;
      const { app, id: office } = await openOffice(engine, { limits, inspectEvery: 50 });
      const endpoint = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`;
      const tokens = createMemoryTokens();
      const { supports } = await serverCapabilities({ endpoint });
      const { accounts, sessions } = app.lpse;
      const staffTokens = new Map<string, Promise<string>>();
      const tokenOf = async (
        id: string,
        role: StaffRole,
        who: string,
        position?: string,
      ): Promise<string> => {
        await accounts.create(
          office,
          { id, login: id, name: who, role, ...(position !== undefined && { position }) },
          'test',
        );
        return sessions.begin(office, id);
      };
      return {
        open: async ({ id, role, name: who, position }) => {
          const { profile } = app.lpse.officeOf('localhost');
          if (role === 'user') return createHttpBackend({ endpoint, profile, tokens, supports });
          const known = staffTokens.get(id) ?? tokenOf(id, role, who, position);
          staffTokens.set(id, known);
          return createHttpBackend({
            ...{ endpoint, profile, supports },
            ...{ access: 'staff', staffToken: await known },
          });
        },
        damage: (id) => damageLog(engine.database, office, id),
        dispose: () => app.close(),
      };
    },
  });
});
