// Not a suite: what the suites of the officers' panels share. The name keeps it out of the build.
import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createMemoryBackend, MemoryStore } from '@lpse-konsultasi/client/memory';
import { sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import type { Backend, Drafts, EmbeddedBackend } from '@lpse-konsultasi/client';
import {
  LpseError,
  loadShipped,
  type Actor,
  type Consultation,
  type Locale,
  type Profile,
  type State,
} from '@lpse-konsultasi/form-schema';
import type { Clock } from '../environment/environment.js';
import type { LpseForm } from '../form/form.js';
import type { LpseElement } from '../panel/lpse-element.js';
import { FormHarness } from '../testing/form-harness.js';
import { waitUntil } from '../testing/wait-until.js';

/** A Monday, 10.40 in Batang: the office is open. */
export const now = new Date('2026-11-23T03:40:00Z');
export const clock: Clock = { now: () => now };

export interface Office {
  readonly profile: Profile;
  /** The same cases, worked on by somebody. */
  as(actor: Actor, clock?: Clock): EmbeddedBackend;
  /** Puts the sample case of this state in and answers it. */
  open(state: State): Promise<Consultation>;
}

export async function openOffice(locale: Locale = 'id'): Promise<Office> {
  const profile = await loadShipped('batang', locale);
  const store = new MemoryStore();
  const as: Office['as'] = (actor, at = clock) =>
    createMemoryBackend({ profile, store, actor: () => actor, now: () => at.now() });
  return {
    profile,
    as,
    async open(state) {
      const { consultation, events } = sampleCase(state, { profile, now });
      const result = await as(samplePeople.officer).importLog(events);
      if (!result.ok) throw new Error(`The sample case was not taken: ${result.reason}`);
      return consultation;
    },
  };
}

export interface OpenPanel<T extends LpseElement> {
  readonly element: T;
  readonly backend: Backend;
  readonly consultation: Consultation;
  readonly office: Office;
  /** The case as it is stored now. */
  stored(): Promise<Consultation>;
}

export interface PanelOptions {
  readonly actor?: Actor;
  readonly locale?: Locale;
  readonly drafts?: Drafts;
  readonly clock?: Clock;
  /** What stands between the panel and its backend. */
  readonly through?: (backend: Backend, office: Office) => Backend;
}

/** An element over the sample case of a state, ready to be used. */
export async function openPanel<T extends LpseElement>(
  tag: string,
  state: State,
  options: PanelOptions = {},
): Promise<OpenPanel<T>> {
  const { actor = officerOf(state), locale = 'id', drafts, clock: at = clock, through } = options;
  const office = await openOffice(locale);
  const consultation = await office.open(state);
  const own = office.as(actor, at);
  const backend = through?.(own, office) ?? own;
  const element = Object.assign(document.createElement(tag) as T, {
    backend,
    clock: at,
    ...(drafts !== undefined && { drafts }),
    session: actor,
    locale,
    consultationId: consultation.id,
  });
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => find(element, '#heading, #case') !== null, `${tag} never got ready`);
  await settled(element);
  return {
    element,
    backend,
    consultation,
    office,
    stored: async () => {
      const record = await backend.read(consultation.id);
      if (record === undefined) throw new Error('The case is gone');
      return record.consultation;
    },
  };
}

/** Whoever has the sample case of this state in hand. */
function officerOf(state: State): Actor {
  return state === 'incomplete' || state === 'answering'
    ? samplePeople.secondOfficer
    : samplePeople.officer;
}

export function find<E extends HTMLElement>(element: Element, selector: string): E | null {
  return element.shadowRoot?.querySelector<E>(selector) ?? null;
}

export function textOf(node: Element | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Everything that the element's own shadow root says. */
export function wordsOf(element: Element): string {
  return textOf(find(element, '[part="base"]'));
}

/** The panel's form once it is there. */
export async function formOf(element: Element, selector = 'lpse-form'): Promise<FormHarness> {
  await waitUntil(() => find(element, selector) !== null, `no ${selector}`);
  const form = find<LpseForm>(element, selector);
  if (form === null) throw new Error('unreachable');
  await form.updateComplete;
  return new FormHarness(form);
}

export async function settled(element: LpseElement): Promise<void> {
  await element.updateComplete;
  const form = find<LpseForm>(element, 'lpse-form');
  await form?.updateComplete;
}

/** Presses a button by its words, with the keyboard. */
export async function press(element: Element, words: string): Promise<void> {
  const found = () =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, summary') ?? [])].find(
      (button) => textOf(button) === words && !button.matches(':disabled, [aria-disabled="true"]'),
    );
  await waitUntil(() => found() !== undefined, `no button "${words}"`);
  found()?.focus();
  await sendKeys({ press: 'Enter' });
}

/** A line that takes its time and then fails: what is pressed meanwhile is drawn as busy. */
export function failing(backend: Backend): Backend {
  return Object.assign(backend, {
    execute: async () => {
      // A browser takes the focus from what is disabled when it draws.
      for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame);
      throw new LpseError('LPSE_SERVER_UNREACHABLE');
    },
  });
}

/** Sends the form from its button, with the keyboard. */
export async function submitByKey({ form }: FormHarness): Promise<void> {
  find<HTMLButtonElement>(form, 'button[type="submit"]')?.focus();
  await sendKeys({ press: 'Enter' });
  await form.updateComplete;
}

/** Waits until the stored case is in this state. */
export async function untilState(
  { stored }: Pick<OpenPanel<LpseElement>, 'stored'>,
  state: State,
): Promise<Consultation> {
  let current = await stored();
  await waitUntil(async () => {
    current = await stored();
    return current.state === state;
  }, `the case never got to ${state}`);
  return current;
}

export { samplePeople };
