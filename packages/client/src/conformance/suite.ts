import type { BackendManifest } from '../backend.js';
import { equal } from './assert.js';
import { attachments } from './chapters/attachments.js';
import { board } from './chapters/board.js';
import { closing } from './chapters/closing.js';
import { comingBack } from './chapters/coming-back.js';
import { damage } from './chapters/damage.js';
import { durability } from './chapters/durability.js';
import { filters } from './chapters/filters.js';
import { hostileInput } from './chapters/hostile-input.js';
import { idempotency } from './chapters/idempotency.js';
import { listing } from './chapters/listing.js';
import { logs } from './chapters/logs.js';
import { presence } from './chapters/presence.js';
import { procedure } from './chapters/procedure.js';
import { reading } from './chapters/reading.js';
import { reporting } from './chapters/reporting.js';
import { signals } from './chapters/signals.js';
import { versions } from './chapters/versions.js';
import { watching } from './chapters/watching.js';
import { ConformanceDesk } from './desk.js';
import type { Capability, ConformanceHarness } from './harness.js';

/** One promise of the contract, and how to see whether it is kept. */
export interface ConformanceCase {
  readonly chapter: string;
  /** A sentence about what a backend does. */
  readonly name: string;
  /** Only for backends that claim this. */
  readonly needs?: Capability;
  /** Only where the harness can damage a stored log. */
  readonly needsDamage?: boolean;
  /** Throws when the promise is broken. The desk is empty and used by nobody else. */
  run(desk: ConformanceDesk): Promise<void>;
}

/** The contract as data: every adapter here passes it, and so does anyone's own. */
export const conformanceCases: readonly ConformanceCase[] = Object.entries({
  procedure,
  idempotency,
  versions,
  reading,
  'coming back': comingBack,
  listing,
  filters,
  logs,
  reporting,
  watching,
  presence,
  board,
  attachments,
  'hostile input': hostileInput,
  signals,
  closing,
  durability,
  damage,
}).flatMap(([chapter, cases]) => cases.map((each) => ({ chapter, ...each })));

export interface SuiteOptions {
  /** Those of a test runner, e.g. of vitest or mocha. */
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => Promise<void>) => unknown;
  /** A new, empty desk; called once for each case. */
  readonly create: () => Promise<ConformanceHarness>;
  /** What the backend claims: decides which cases are run, and is compared with the backend's own manifest. */
  readonly supports: BackendManifest;
  /** The harness can damage stored logs (`ConformanceHarness.damage`). */
  readonly damages?: boolean;
}

/** Runs the suite under a test runner. */
export function runBackendSuite({
  describe,
  it,
  create,
  supports,
  damages = false,
}: SuiteOptions): void {
  const on = async (run: (desk: ConformanceDesk) => Promise<void>): Promise<void> => {
    const harness = await create();
    const desk = new ConformanceDesk(harness);
    try {
      await run(desk);
    } finally {
      await desk.close();
      await harness.dispose();
    }
  };
  describe(`the backend contract, kept by ${supports.name}`, () => {
    it('is claimed in the manifest as far as it is tested', () =>
      on(async (desk) => equal((await desk.officer).supports, supports, 'the manifest')));
    const owed = conformanceCases.filter(
      ({ needs, needsDamage = false }) =>
        (needs === undefined || supports[needs] === true) && (damages || !needsDamage),
    );
    for (const chapter of new Set(owed.map((each) => each.chapter))) {
      describe(chapter, () => {
        for (const each of owed) {
          if (each.chapter !== chapter) continue;
          it(each.name, () => on((desk) => each.run(desk)));
        }
      });
    }
  });
}
