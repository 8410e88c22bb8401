import type { AddressInfo } from 'node:net';
import { coreCases, WireSite } from '@lpse-konsultasi/client/conformance';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openOffice, type Office } from '../testing/client.js';
import { engineNames, startEngine, type Engine } from '../testing/engines.js';

/** The contract as a stranger's program sees it: the same cases that the kit runs against anyone's server. */
describe.each(engineNames)('the core of the contract, kept by this server over %s', (name) => {
  let engine: Engine;
  let office: Office;
  let site: WireSite;
  const login = { account: 'bayu', passphrase: 'sepeda gunung hujan kopi' };

  beforeAll(async () => {
    engine = await startEngine(name);
    const limits = { unknownTokens: { count: 100_000, minutes: 1 } };
    office = await openOffice(engine, { limits });
    const { app, id: officeId } = office;
    const { id, name: who, role } = samplePeople.officer;
    const { accounts, sessions } = app.lpse;
    const made = await accounts.create(
      officeId,
      { id, login: login.account, name: who, role },
      'test',
    );
    await accounts.accept(officeId, made.secret, login.passphrase);
    const officerToken = await sessions.begin(officeId, id);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const endpoint = `http://127.0.0.1:${port}/api/v1`;
    // A process of its own would know no more than the database, either.
    const restart = async (): Promise<void> => {
      await office.app.close();
      office = await openOffice(engine, { limits, officeId });
      await office.app.listen({ port, host: '127.0.0.1' });
    };
    site = new WireSite({ endpoint, profile, officerToken, fetch, login, restart });
  }, 180_000);

  afterAll(async () => {
    await office.app.close();
    await engine.database.close();
    engine.cluster?.dispose();
  }, 60_000);

  it.each(coreCases)('$chapter: $name', ({ run }) => run(site), 60_000);
});
