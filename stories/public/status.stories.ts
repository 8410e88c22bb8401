import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/status';
import '@lpse-konsultasi/elements/define/sheet';
import { accessCodeOf } from '@lpse-konsultasi/form-schema';
import { stateControl, toolbarLocale } from '../scene.js';
import { visit, type Moment, type Visit } from './visit.js';

interface Args {
  /** Where the visitor's case stands; empty for somebody who has not given ticket and code yet. */
  state: Moment;
}

const meta: Meta<Args> = {
  title: 'Public/Status',
  component: 'lpse-status',
  argTypes: { state: stateControl },
  loaders: [
    async ({ args }) => {
      const came = await visit(args.state);
      const { backend, consultationId } = came;
      const record = consultationId && (await backend.read(consultationId));
      if (!record) return { visit: came };
      // As the QR code of a copy opens the page.
      const access = `#tiket=${record.consultation.tiket}&kode=${accessCodeOf(record.events) ?? ''}`;
      history.replaceState(history.state, '', location.pathname + location.search + access);
      return { visit: came };
    },
  ],
  render: (_args, { loaded, globals }) => {
    const { backend, memo, clock } = (loaded as { visit: Visit }).visit;
    return html`<lpse-status
      profile="batang"
      locale=${toolbarLocale(globals)}
      .backend=${backend}
      .memo=${memo}
      .clock=${clock}
    ></lpse-status>`;
  },
  args: { state: '' },
};

export default meta;

type Story = StoryObj<Args>;

/** Ticket and code are asked for. */
export const ByTicketAndCode: Story = {};

/** Step 5: only what the office asks for can be changed. */
export const SentBack: Story = { args: { state: 'sent-back' } };
export const Waiting: Story = { args: { state: 'queued' } };
export const Called: Story = { args: { state: 'called' } };

/** The answer as the sheet. */
export const Answered: Story = { args: { state: 'handing-over' } };

/** Is it solved? */
export const Archived: Story = { args: { state: 'archived' } };
export const FollowedUp: Story = { args: { state: 'follow-up' } };
export const Cancelled: Story = { args: { state: 'cancelled' } };
export const InEnglish: Story = { args: { state: 'archived' }, globals: { locale: 'en' } };
export const Dark: Story = { args: { state: 'archived' }, globals: { scheme: 'dark' } };
