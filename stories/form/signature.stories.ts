import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Json, JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/form';
import { toolbarLocale } from '../scene.js';

interface Args {
  layout: Layout;
  value: Json;
  readonly: boolean;
  /** What is typed, where typing is chosen. */
  typed: string;
}

const schema: JsonSchema = {
  title: 'Paraf',
  type: 'object',
  required: ['paraf'],
  properties: {
    paraf: {
      title: 'Paraf petugas',
      type: 'string',
      pattern: '^M[MLCQHVZmlcqhvz0-9 .,-]*$',
      maxLength: 20_000,
    },
  },
};

const layout: Layout = { fields: { '/paraf': { widget: 'signature' } } };

const meta: Meta<Args> = {
  title: 'Engine/Signature',
  component: 'lpse-form',
  render: ({ layout, value, readonly }, { globals }) =>
    html`<lpse-form
      locale=${toolbarLocale(globals)}
      ?readonly=${readonly}
      .schema=${schema}
      .layout=${layout}
      .value=${value}
    ></lpse-form>`,
  args: { layout, value: {}, readonly: false, typed: '' },
  play: async ({ canvasElement, args }) => {
    if (args.typed === '') return;
    const form = canvasElement.querySelector('lpse-form');
    await form?.updateComplete;
    form?.shadowRoot?.querySelector<HTMLElement>('[data-way][value="type"]')?.click();
    await form?.updateComplete;
    const input = form?.shadowRoot?.querySelector<HTMLInputElement>('[data-typed]');
    if (!input) return;
    input.value = args.typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  },
};

export default meta;

type Story = StoryObj<Args>;

const drawn = 'M40 70L60 30L72 68L96 28L104 66L128 40L140 62L170 36L182 60L240 52';

/** A box to draw in; beside it the way for those who cannot. */
export const Empty: Story = {};

/** The name in a hand that prints as well as a drawing. */
export const Typed: Story = { args: { typed: 'Rina Wulandari' } };

/** Drawn on another day: shown as it was, kept or drawn anew. */
export const FromAnotherDay: Story = { args: { value: { paraf: drawn } } };

export const ReadOnly: Story = { args: { value: { paraf: drawn }, readonly: true } };

/** `ways` leaves one of the two, where another question has asked how. */
export const DrawingOnly: Story = {
  args: { layout: { fields: { '/paraf': { widget: 'signature', options: { ways: ['draw'] } } } } },
};
