import { replay } from '@lpse-konsultasi/form-schema';
import type { ConsultationEvent, State } from '@lpse-konsultasi/form-schema';
import type { ConsultationRecord } from '../backend.js';
import type { EmbeddedBackend } from '../embedded/embedded-backend.js';
import { play, type PlayOptions } from './play.js';
import { sampleScreenshot } from './screenshot.js';
import { sampleStories } from './stories.js';

/** The logs of the sample desk, made by the real rules; the same for the same profile and the same `now`. */
export function sampleLogs(options: PlayOptions): readonly (readonly ConsultationEvent[])[] {
  return play(sampleStories, options);
}

/**
 * Fills an empty desk with the sample cases, as if they had happened up to `now`, and answers how many there are.
 * Cases that are there already stay as they are.
 */
export async function fillWithSamples(
  backend: EmbeddedBackend,
  { now = new Date() }: Pick<PlayOptions, 'now'> = {},
): Promise<number> {
  if (backend.supports.attachments) await backend.attach(sampleScreenshot());
  const logs = sampleLogs({ profile: backend.profile, now });
  for (const log of logs) await backend.importLog(log);
  return logs.length;
}

/** A sample case in the state that is asked for, with its log. */
export function sampleCase(state: State, options: PlayOptions): ConsultationRecord {
  const story = sampleStories.find((each) => each.state === state);
  const [events = []] = story === undefined ? [] : play([story], options);
  const consultation = replay(events);
  if (consultation?.state !== state)
    throw new TypeError(`sampleCase: no sample of profile ${options.profile.id} gets to ${state}`);
  return { consultation, events };
}

export { fillWithMany, manyLogs, type ManyOptions } from './many.js';
export { samplePeople } from './people.js';
export { play, type Moment, type PlayOptions, type Scene, type Story } from './play.js';
export { scenes } from './scenes.js';
export { sampleScreenshot, sampleScreenshotRef } from './screenshot.js';
export { sampleStories } from './stories.js';
export * as sampleValues from './values.js';
