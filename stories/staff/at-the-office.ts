import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { fillWithSamples, sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import { loadShipped, type Actor, type Locale, type State } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/desk';
import { clock, now } from '../scene.js';

export interface StaffScene {
  readonly tag: string;
  /** One sample case in this state is open; without it the whole sample desk is there. */
  readonly state?: State;
  /** Default: whoever has the sample case in hand. */
  readonly actor?: Actor;
  /** Further properties of the element. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The sample cases of these states are in the second officer's hands. */
const ofSecondOfficer: readonly State[] = ['incomplete', 'answering'];

async function stage(scene: StaffScene, locale: Locale): Promise<HTMLElement> {
  const { tag, state, properties } = scene;
  const actor =
    scene.actor ??
    (state !== undefined && ofSecondOfficer.includes(state)
      ? samplePeople.secondOfficer
      : samplePeople.officer);
  const profile = await loadShipped('batang', locale);
  const backend = createMemoryBackend({ profile, actor: () => actor, now: () => now });
  const element = document.createElement(tag);
  Object.assign(element, { backend, clock, session: actor, locale, ...properties });
  if (state === undefined) await fillWithSamples(backend, { now });
  else {
    const { consultation, events } = sampleCase(state, { profile, now });
    await backend.importLog(events);
    Object.assign(element, { consultationId: consultation.id });
  }
  return element;
}

/** An officers' element over a desk of its own in memory, with sample data. */
export function atTheOffice(scene: StaffScene, locale: unknown): TemplateResult {
  return html`${until(stage(scene, locale === 'en' ? 'en' : 'id'), '…')}`;
}
