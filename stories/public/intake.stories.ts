import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/intake';
import { toolbarLocale } from '../scene.js';
import { visit, type Moment, type Visit } from './visit.js';

interface Args {
  /** Whether the form is new or came back. */
  state: Extract<Moment, 'draft' | 'sent-back' | 'submitted'>;
}

const meta: Meta<Args> = {
  title: 'Public/Intake',
  component: 'lpse-intake',
  argTypes: {
    state: { control: { type: 'select' }, options: ['draft', 'sent-back', 'submitted'] },
  },
  loaders: [async ({ args }) => ({ visit: await visit(args.state) })],
  render: (_args, { loaded, globals }) => {
    const { backend, clock, consultationId } = (loaded as { visit: Visit }).visit;
    return html`<lpse-intake
      locale=${toolbarLocale(globals)}
      .consultationId=${consultationId}
      .backend=${backend}
      .clock=${clock}
    ></lpse-intake>`;
  },
  args: { state: 'draft' },
};

export default meta;

type Story = StoryObj<Args>;

/** Step 3: what the guest book knows already is filled in. */
export const FirstFilling: Story = {};

/** Step 5: the officer's reason on top, the other answers locked. */
export const Correction: Story = { args: { state: 'sent-back' } };

/** Handed in: nothing to do here. */
export const NotItsTurn: Story = { args: { state: 'submitted' } };
