import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { describe, it } from 'vitest';
import { coreCases } from '../conformance/index.js';
import { WireSite } from '../conformance/wire/site.js';
import { samplePeople } from '../samples/people.js';
import { createWireServer, endpoint } from '../testing/wire-server.js';

describe('the core of the contract, kept by the server over memory', () => {
  const { fetch, staffTokens } = createWireServer({ profile });
  const officerToken = staffTokens.get(samplePeople.officer.id) ?? '';
  it.each(coreCases)('$chapter: $name', ({ run }) =>
    run(new WireSite({ endpoint, profile, officerToken, fetch })),
  );
});
