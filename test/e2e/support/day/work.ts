import { expect } from '@playwright/test';
import type { Outcome } from '@lpse-konsultasi/client';
import type { Moment, Scene } from '@lpse-konsultasi/client/samples';
import type { Command, JsonObject } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { nextStep, type Step, type Visit } from './visits.js';
import type { Workplace } from './workplace.js';

/** What happened besides the work: how often two people reached for one case or counter, how often a key was sent again. */
export interface Friction {
  readonly refusals: Map<string, number>;
  retried: number;
}

/** Refusals that people who work side by side meet, and may. */
const expected = new Set([
  'LPSE_VERSION_CONFLICT',
  'LPSE_CALL_COUNTER_BUSY',
  'LPSE_WORKFLOW_OUT_OF_ORDER',
]);

/** Everything that is not the public's work waits in one of these states. */
const inOffice = [
  'submitted',
  'reviewing',
  'incomplete',
  'queued',
  'called',
  'no-show',
  'analysing',
  'answering',
  'escalating',
  'handing-over',
  'archived',
  'follow-up',
] as const;

/**
 * An officer works for so many commands: looks at the queue, takes a case that is for officers to move, and moves it from
 * the version that the queue showed. Colleagues look at the same queue at the same time.
 */
export async function shift(
  place: Workplace,
  visits: readonly Visit[],
  friction: Friction,
  { commands, offset, counter }: ShiftOptions,
): Promise<void> {
  let isCounterTaken = false;
  for (let turn = 0; turn < commands; turn += 1) {
    const rows = await place.list({ states: inOffice, sort: 'registeredAt' });
    const open = rows.flatMap(({ id, version, state }) => {
      const visit = visits.find((each) => each.id === id);
      const step = visit && nextStep(visit);
      if (visit === undefined || step?.side !== 'officer') return [];
      if (state === 'queued' && isCounterTaken) return [];
      // A colleague's step that has been written and not yet been answered is not to be taken a second time.
      if (version > visit.version) return [];
      return isFor(place, visit) ? [{ visit, step, version }] : [];
    });
    // Every other time all officers reach for the same case.
    const chosen = open[turn % 2 === 0 ? 0 : Math.min(offset, open.length - 1)];
    if (chosen === undefined) return;
    const { visit, step, version } = chosen;
    const outcome = await take(place, visit, step, friction, { version, counter });
    isCounterTaken ||= !outcome.ok && outcome.refusal.code === 'LPSE_CALL_COUNTER_BUSY';
  }
}

export interface ShiftOptions {
  readonly commands: number;
  /** Which case of the queue this officer takes when they do not take the first. */
  readonly offset: number;
  /** Where this officer calls people to. */
  readonly counter: string;
}

function isFor({ actor }: Workplace, visit: Visit): boolean {
  return visit.reviewer === undefined || visit.reviewer === actor.id;
}

/** Every visitor who may do something does it, all at once. */
export async function visitorsAct(
  place: Workplace,
  visits: readonly Visit[],
  friction: Friction,
  side: 'user' | 'reception',
): Promise<void> {
  const acting = visits.filter((visit) => nextStep(visit)?.side === side);
  await Promise.all(
    acting.map(async (visit) => {
      for (let step = nextStep(visit); step?.side === side; step = nextStep(visit))
        await take(place, visit, step, friction, {});
    }),
  );
}

interface Circumstances {
  readonly version?: number;
  readonly counter?: string;
}

async function take(
  place: Workplace,
  visit: Visit,
  step: Step,
  friction: Friction,
  { version, counter }: Circumstances,
): Promise<Outcome> {
  const turn = visit.done;
  const { actor } = place;
  const scene = step.scene(actor);
  const command: Command = {
    type: scene.type,
    consultationId: visit.id,
    data: await dataOf(place, visit, scene.data, counter),
  };
  const options = {
    // Whoever comes second with the same step sends another key: it is another person's intention.
    key: `${visit.id}/${turn}/${actor.id}/${String(version)}`,
    ...(version !== undefined && { expectedVersion: version }),
  };
  const outcome = await place.execute(command, options);
  if (!outcome.ok) {
    const { code } = outcome.refusal;
    expect(expected, `${scene.type} by ${actor.id}: ${JSON.stringify(outcome.refusal)}`).toContain(
      code,
    );
    friction.refusals.set(code, (friction.refusals.get(code) ?? 0) + 1);
    return outcome;
  }
  visit.done = turn + 1;
  visit.version = outcome.consultation.version;
  if (scene.type === 'start-review') visit.reviewer = actor.id;
  if (scene.type === 'review') delete visit.reviewer;
  // A line that broke after the command had arrived: it is sent again as it was.
  if ((turn + Number(visit.id.slice(-2))) % 4 === 0) {
    friction.retried += 1;
    const again = await place.execute(command, options);
    expect(again, `${scene.type} sent twice`).toEqual(outcome);
  }
  return outcome;
}

async function dataOf(
  place: Workplace,
  { id }: Visit,
  data: Scene['data'],
  freeCounter: string | undefined,
): Promise<JsonObject> {
  if (typeof data !== 'function') return data;
  const record = await place.read(id);
  if (record === undefined) throw new Error(`${id} was not registered`);
  const at = await place.page.evaluate(() => new Date().toISOString());
  const moment: Moment = {
    consultation: record.consultation,
    profile,
    by: place.actor,
    at,
    freeCounter,
  };
  return data(moment);
}
