import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { describe, it } from 'vitest';
import { runBackendSuite } from '../conformance/index.js';
import { createWireServer, endpoint } from '../testing/wire-server.js';
import { createHttpBackend, createMemoryTokens } from './index.js';

runBackendSuite({
  describe,
  it,
  supports: {
    name: 'http',
    durable: true,
    shared: true,
    attachments: true,
    presence: true,
    board: true,
    report: true,
    survey: true,
  },
  damages: true,
  create: async () => {
    const server = createWireServer({ profile });
    const tokens = createMemoryTokens();
    return {
      open: async ({ id, role }) =>
        createHttpBackend({
          endpoint,
          profile,
          fetch: server.fetch,
          ...(role === 'user'
            ? { tokens }
            : { access: 'staff', staffToken: server.staffTokens.get(id) ?? '' }),
        }),
      damage: async (id) => server.damage(id),
      dispose: async () => server.cutStreams(),
    };
  },
});
