import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { fillWithSamples, sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import {
  loadShipped,
  type Actor,
  type CommandType,
  type JsonObject,
  type Locale,
  type State,
} from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/desk';
import { now } from '../scene.js';

export interface StaffScene {
  readonly tag: string;
  /** One sample case in this state is open; without it the whole sample desk is there. */
  readonly state?: State;
  /** Default: whoever has the sample case in hand. */
  readonly actor?: Actor;
  /** What happens to the sample case before it is shown, by its officer. */
  readonly then?: readonly { readonly type: CommandType; readonly data: JsonObject }[];
  /** The story's clock, where it is not that of all stories. */
  readonly seen?: Date;
  /** Further properties of the element. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The sample cases of these states are in the second officer's hands. */
const ofSecondOfficer: readonly State[] = ['incomplete', 'answering'];

async function stage(scene: StaffScene, locale: Locale): Promise<HTMLElement> {
  const { tag, state, properties, then = [], seen = now } = scene;
  const actor =
    scene.actor ??
    (state !== undefined && ofSecondOfficer.includes(state)
      ? samplePeople.secondOfficer
      : samplePeople.officer);
  const profile = await loadShipped('batang', locale);
  const backend = createMemoryBackend({ profile, actor: () => actor, now: () => now });
  const element = document.createElement(tag);
  Object.assign(element, {
    backend,
    clock: { now: () => seen },
    session: actor,
    locale,
    ...properties,
  });
  if (state === undefined) await fillWithSamples(backend, { now });
  else {
    const { consultation, events } = sampleCase(state, { profile, now });
    await backend.importLog(events);
    for (const [index, { type, data }] of then.entries()) {
      const command = { type, consultationId: consultation.id, data };
      const outcome = await backend.execute(command, { key: `${index}` });
      if (!outcome.ok) throw new Error(`${type}: ${outcome.refusal.code}`);
    }
    Object.assign(element, { consultationId: consultation.id });
  }
  return element;
}

/** An officers' element over a desk of its own in memory, with sample data. */
export function atTheOffice(scene: StaffScene, locale: unknown): TemplateResult {
  return html`${until(stage(scene, locale === 'en' ? 'en' : 'id'), '…')}`;
}
