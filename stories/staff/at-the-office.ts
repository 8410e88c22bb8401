import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import type { Backend } from '@lpse-konsultasi/client';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { fillWithSamples, sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import {
  loadShipped,
  type Actor,
  type CommandType,
  type Consultation,
  type JsonObject,
  type Locale,
  type State,
} from '@lpse-konsultasi/form-schema';
import type { LpseForm } from '@lpse-konsultasi/elements';
import '@lpse-konsultasi/elements/define/desk';
import { now } from '../scene.js';

export interface StaffScene {
  readonly tag: string;
  /** One sample case in this state is open; without it the whole sample desk is there. */
  readonly state?: State;
  /** Default: whoever has the sample case in hand. */
  readonly actor?: Actor;
  /** What happens to the sample case before it is shown, by its officer or by whoever is named. */
  readonly then?: readonly {
    readonly type: CommandType;
    readonly data: JsonObject | ((consultation: Consultation) => JsonObject);
    readonly by?: Actor;
  }[];
  /** What stands between the element and its store. */
  readonly through?: (backend: Backend) => Backend;
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
  let acting: Actor = actor;
  const store = createMemoryBackend({ profile, actor: () => acting, now: () => now });
  const backend = scene.through?.(store) ?? store;
  const element = document.createElement(tag);
  Object.assign(element, {
    backend,
    clock: { now: () => seen },
    session: actor,
    locale,
    ...properties,
  });
  if (state === undefined) await fillWithSamples(store, { now });
  else {
    const { consultation, events } = sampleCase(state, { profile, now });
    await store.importLog(events);
    let at = consultation;
    for (const [index, { type, data, by = actor }] of then.entries()) {
      acting = by;
      const given = typeof data === 'function' ? data(at) : data;
      const command = { type, consultationId: consultation.id, data: given };
      const outcome = await store.execute(command, { key: `${index}` });
      if (!outcome.ok) throw new Error(`${type}: ${outcome.refusal.code}`);
      at = outcome.consultation;
    }
    acting = actor;
    Object.assign(element, { consultationId: consultation.id });
  }
  return element;
}

/** An officers' element over a desk of its own in memory, with sample data. */
export function atTheOffice(scene: StaffScene, locale: unknown): TemplateResult {
  return html`${until(stage(scene, locale === 'en' ? 'en' : 'id'), '…')}`;
}

/** The form of a panel, as soon as it stands: for stories in which something has been entered. */
export async function formIn(canvas: HTMLElement, tag: string): Promise<LpseForm> {
  for (;;) {
    const panel = canvas.querySelector<HTMLElement>(tag)?.shadowRoot;
    const form = panel?.querySelector<LpseForm>('lpse-form:not(.side-form)');
    if (form?.hasUpdated === true) return form;
    await new Promise(requestAnimationFrame);
  }
}
