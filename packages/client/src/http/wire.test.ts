import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { describe, expect, it } from 'vitest';
import { coreCases, runCase } from '../conformance/index.js';
import { WireSite } from '../conformance/wire/site.js';
import { samplePeople } from '../samples/people.js';
import { createWireServer, endpoint } from '../testing/wire-server.js';

describe('the core of the contract, kept by the server over memory', () => {
  const { fetch, staffTokens } = createWireServer({ profile });
  const officerToken = staffTokens.get(samplePeople.officer.id) ?? '';
  // The double has no accounts and does not outlive a test.
  const leftOut = ['withdrawing', 'signingIn', 'restarting'];
  it.each(coreCases)('$chapter: $name', async (each) => {
    const site = new WireSite({ endpoint, profile, officerToken, fetch });
    const { failure, notOffered } = await runCase(each, site);
    expect(failure).toBeUndefined();
    expect(notOffered === true && !leftOut.includes(each.chapter), 'left out').toBe(false);
  });

  it('has at least two hundred cases', () => expect(coreCases.length).toBeGreaterThanOrEqual(200));
});
