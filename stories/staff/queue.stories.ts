import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { fillWithMany, samplePeople, sampleValues } from '@lpse-konsultasi/client/samples';
import { loadShipped } from '@lpse-konsultasi/form-schema';
import type { LpseQueue } from '@lpse-konsultasi/elements';
import { clock, now, stateControl, toolbarLocale } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-queue';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Queue',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** Rows of 36 px, for a screen of its own. */
export const Compact: Story = { args: {} };

/** Rows of 44 px, for fingers. */
export const Comfortable: Story = { args: { properties: { density: 'comfortable' } } };

/** As narrow as in the column of the desk: three lines for each case. */
export const Narrow: Story = {
  args: {},
  play: async ({ canvasElement }) => {
    const { queue } = await ready(canvasElement);
    queue.style.inlineSize = '330px';
  },
};

/** Nobody is waiting. */
export const Empty: Story = {
  render: (_, { globals }) => many(0, globals),
};

/** A search that nothing fits. */
export const FilteredToNothing: Story = {
  args: {},
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    const field = root.querySelector<HTMLInputElement>('input[type="search"]');
    if (field === null) return;
    field.value = 'tidak ada yang begini';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
};

/** What is over its time limit, and only that. */
export const Overdue: Story = {
  args: {},
  play: async ({ canvasElement }) => {
    const { queue, root } = await ready(canvasElement);
    root.querySelector<HTMLElement>('.narrow')?.click();
    await queue.updateComplete;
    root.querySelector<HTMLElement>('.details input[type="checkbox"]')?.click();
  },
};

/** Three cases chosen, ready to be exported. */
export const Selection: Story = {
  args: {},
  play: async ({ canvasElement }) => {
    const { queue, root } = await ready(canvasElement);
    root.querySelector<HTMLElement>('.tools button')?.click();
    await queue.updateComplete;
    for (const row of [...root.querySelectorAll<HTMLElement>('[role="option"]')].slice(1, 4))
      row.click();
  },
};

/** A colleague has the first case open. */
export const OthersPresent: Story = {
  args: {},
  play: async ({ canvasElement }) => {
    const { queue, root } = await ready(canvasElement);
    const id = root.querySelector<HTMLElement>('[role="option"]')?.dataset['id'] ?? '';
    const backend = queue.backend;
    await backend?.attend(id, { signal: new AbortController().signal });
  },
};

/** Somebody comes to the counter while the list is scrolled: the list stays, the newcomer is counted. */
export const LiveWhileScrolled: Story = {
  render: (_, { globals }) => many(400, globals),
  play: async ({ canvasElement }) => {
    const { queue, root } = await ready(canvasElement);
    root.querySelector('.viewport')?.scrollTo(0, 900);
    await new Promise(requestAnimationFrame);
    const consultationId = crypto.randomUUID();
    const backend = queue.backend;
    const key = { register: consultationId, submit: `${consultationId}-2` };
    const guest = { nama: 'Pendatang Baru (contoh)' };
    await backend?.execute(
      { type: 'register', consultationId, data: sampleValues.guestBook(guest) },
      { key: key.register },
    );
    await backend?.execute(
      { type: 'submit', consultationId, data: sampleValues.consultationForm(guest) },
      { key: key.submit },
    );
  },
};

/** An archive of years: press the button, wait for them to be invented, then search while you type. */
export const ThirtyThousand: Story = {
  render: (_, { globals }) => html`
    <button
      type="button"
      @click=${async ({ currentTarget }: Event) => {
        const button = currentTarget as HTMLButtonElement;
        button.disabled = true;
        button.replaceWith(await stage(30_000, globals));
      }}
    >
      30.000
    </button>
  `,
};

/** A queue over a desk of its own with so many invented cases. */
function many(count: number, globals: { readonly [name: string]: unknown }): TemplateResult {
  return html`${until(stage(count, globals), '…')}`;
}

async function stage(
  count: number,
  globals: { readonly [name: string]: unknown },
): Promise<HTMLElement> {
  const locale = toolbarLocale(globals);
  const profile = await loadShipped('batang', locale);
  const actor = samplePeople.reception;
  const backend = createMemoryBackend({ profile, actor: () => actor, now: () => now });
  await fillWithMany(backend, { now, count });
  const element = document.createElement(tag);
  return Object.assign(element, { backend, clock, session: actor, locale });
}

async function ready(canvas: HTMLElement): Promise<{ queue: LpseQueue; root: ShadowRoot }> {
  for (;;) {
    const queue = canvas.querySelector<LpseQueue>(tag);
    const root = queue?.shadowRoot;
    if (queue && root?.querySelector('[role="option"]')) return { queue, root };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
