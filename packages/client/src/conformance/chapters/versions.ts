import { samplePeople } from '../../samples/people.js';
import { consultationForm, guestBook } from '../../samples/values.js';
import { equal, refusedWith, succeeded } from '../assert.js';
import type { Chapter } from './chapter.js';

const { user, officer, secondOfficer } = samplePeople;

export const versions: Chapter = [
  {
    name: 'carries out a command for the version that is stored',
    async run(desk) {
      const id = await desk.submitted();
      const { version } = await desk.see(id);
      succeeded(await desk.give('start-review', id, {}, { expectedVersion: version }));
    },
  },
  {
    name: 'refuses a command for an older version, with both versions and the case as it is',
    async run(desk) {
      const id = await desk.register();
      const { version } = await desk.see(id);
      await desk.do('submit', id, consultationForm(), user);
      const stored = await desk.see(id);
      const outcome = refusedWith(
        await desk.give('submit', id, consultationForm(), { by: user, expectedVersion: version }),
        'LPSE_VERSION_CONFLICT',
      );
      const versions = { expectedVersion: version, actualVersion: stored.version };
      equal(outcome.refusal.params, versions, 'the versions');
      equal(outcome.consultation, stored, 'the stored case');
      equal(await desk.see(id), stored, 'the case afterwards');
    },
  },
  {
    name: 'refuses a command for a version that does not exist yet',
    async run(desk) {
      const id = await desk.submitted();
      const outcome = await desk.give('start-review', id, {}, { expectedVersion: 99 });
      refusedWith(outcome, 'LPSE_VERSION_CONFLICT');
    },
  },
  {
    name: 'does not look at the version when none is expected',
    async run(desk) {
      const id = await desk.submitted();
      succeeded(await desk.give('start-review', id, {}));
    },
  },
  {
    name: 'registers a new case as version 0',
    async run(desk) {
      const id = desk.fresh('case');
      succeeded(await desk.give('register', id, guestBook(), { expectedVersion: 0 }));
      const outcome = await desk.give('register', id, guestBook(), { expectedVersion: 0 });
      refusedWith(outcome, 'LPSE_VERSION_CONFLICT');
    },
  },
  {
    name: 'lets one of two officers win who act on the same version at the same moment',
    async run(desk) {
      for (let round = 0; round < 5; round++) {
        const id = await desk.submitted();
        const { version } = await desk.see(id);
        const outcomes = await Promise.all(
          [officer, secondOfficer].map((by) =>
            desk.give('start-review', id, {}, { by, expectedVersion: version }),
          ),
        );
        equal(outcomes.filter(({ ok }) => ok).length, 1, 'the number of winners');
        equal((await desk.see(id)).version, version + 1, 'the version');
      }
    },
  },
];
