// Not a suite: what the suites of the queue share. The name keeps it out of the build.
import { fixture, html } from '@open-wc/testing';
import type { EmbeddedBackend } from '@lpse-konsultasi/client';
import { fillWithMany, sampleLogs, sampleValues } from '@lpse-konsultasi/client/samples';
import '../define/queue.js';
import {
  clock,
  find,
  now,
  openOffice,
  samplePeople,
  textOf,
  type Office,
} from '../desk/desk-harness.test.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseQueue } from './queue.js';

export interface OpenQueue {
  readonly element: LpseQueue;
  readonly office: Office;
  readonly backend: EmbeddedBackend;
}

export async function openQueue(locale: 'id' | 'en' = 'id'): Promise<OpenQueue> {
  const office = await openOffice(locale);
  const backend = office.as(samplePeople.officer);
  for (const log of sampleLogs({ profile: office.profile, now })) await backend.importLog(log);
  const element = Object.assign(document.createElement('lpse-queue'), {
    backend,
    clock,
    session: samplePeople.officer,
    locale,
  });
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => rows(element).length > 0, 'no rows');
  return { element, office, backend };
}

export function rows(element: LpseQueue): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
}

export function ids(element: LpseQueue): (string | undefined)[] {
  return rows(element).map((row) => row.dataset['id']);
}

/** Someone new at the counter; answers the id. */
export async function newcomer({ office }: OpenQueue, name: string): Promise<string> {
  const reception = office.as(samplePeople.reception);
  const consultationId = crypto.randomUUID();
  for (const [type, data] of [
    ['register', sampleValues.guestBook({ nama: name })],
    ['submit', sampleValues.consultationForm({ nama: name })],
  ] as const) {
    const outcome = await reception.execute(
      { type, consultationId, data },
      { key: `${type} ${consultationId}` },
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  }
  return consultationId;
}

/** Chooses in one of the selects above the list. */
export async function filter(element: LpseQueue, name: string, value: string): Promise<void> {
  await waitUntil(() => find(element, `[data-filter="${name}"]`) !== null, name);
  const select = find<HTMLSelectElement>(element, `[data-filter="${name}"]`);
  if (select === null) throw new Error('no filter');
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** A queue of many cases, newest first. */
export async function openMany(count: number): Promise<OpenQueue> {
  const office = await openOffice();
  const backend = office.as(samplePeople.officer);
  await fillWithMany(backend, { now, count, open: 40 });
  const element = await show(backend);
  await filter(element, 'view', 'all');
  await waitUntil(() => totalOf(element) === count, 'not all counted');
  return { element, office, backend };
}

export async function show(backend: EmbeddedBackend, properties: object = {}): Promise<LpseQueue> {
  const element = Object.assign(document.createElement('lpse-queue'), {
    backend,
    clock,
    session: samplePeople.officer,
    ...properties,
  });
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => rows(element).length > 0, 'no rows');
  return element;
}

export function totalOf(element: LpseQueue): number {
  return Number(rows(element)[0]?.getAttribute('aria-setsize'));
}

export function placeOf(row: Element | null | undefined): number {
  return Number(row?.getAttribute('aria-posinset'));
}

export async function pressButton(element: LpseQueue, words: string): Promise<void> {
  const found = (): HTMLElement | undefined =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])].find(
      (button) => textOf(button) === words && !button.matches(':disabled, [aria-disabled="true"]'),
    );
  await waitUntil(() => found() !== undefined, `no button "${words}"`);
  found()?.click();
  await element.updateComplete;
}
