import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/consultation';
import '@lpse-konsultasi/elements/define/sheet';
import { stateControl, toolbarLocale } from '../scene.js';
import { visit, type Moment, type Visit } from './visit.js';

interface Args {
  /** Where the visitor's case stands; empty for someone who has just come. */
  state: Moment;
}

const meta: Meta<Args> = {
  title: 'Public/Consultation',
  component: 'lpse-consultation',
  argTypes: { state: stateControl },
  loaders: [async ({ args }) => ({ visit: await visit(args.state) })],
  render: (_args, { loaded, globals }) => {
    const { backend, memo, clock } = (loaded as { visit: Visit }).visit;
    return html`<lpse-consultation
      profile="batang"
      locale=${toolbarLocale(globals)}
      .backend=${backend}
      .memo=${memo}
      .clock=${clock}
    ></lpse-consultation>`;
  },
  args: { state: '' },
};

export default meta;

type Story = StoryObj<Args>;

/** Steps 1 and 2: who has come. */
export const GuestBook: Story = {};

/** Step 3. */
export const Form: Story = { args: { state: 'draft' } };

/** Step 4: the office checks the form. */
export const BeingChecked: Story = { args: { state: 'submitted' } };

/** Step 5: the office asks for more. Only what it asks for can be changed. */
export const SentBack: Story = { args: { state: 'sent-back' } };

/** Step 6: a queue number. */
export const Waiting: Story = { args: { state: 'queued' } };

/** Step 7: to the counter, please. */
export const Called: Story = { args: { state: 'called' } };

export const MissedTheCall: Story = { args: { state: 'no-show' } };

/** Step 8. */
export const BeingAnalysed: Story = { args: { state: 'analysing' } };

/** Steps 9 and 11: the answer as the official sheet. */
export const Answered: Story = { args: { state: 'handing-over' } };

export const Archived: Story = { args: { state: 'archived' } };
export const Cancelled: Story = { args: { state: 'cancelled' } };
export const InEnglish: Story = { args: { state: 'queued' }, globals: { locale: 'en' } };
export const Dark: Story = { args: { state: 'called' }, globals: { scheme: 'dark' } };
