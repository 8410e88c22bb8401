import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createMemoryBackend, createMemoryMemo } from '@lpse-konsultasi/client/memory';
import { sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import { loadShipped, type State } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/consultation';
import '@lpse-konsultasi/elements/define/sheet';

interface Args {
  /** The state of the visitor's case; empty for someone who has just come. */
  state: State | '';
  locale: 'id' | 'en';
}

/** A visitor's page over a desk in memory that holds the sample case of the state. */
async function visit({ state, locale }: Args) {
  const profile = await loadShipped('batang', 'id');
  const backend = createMemoryBackend({ profile, actor: () => samplePeople.user });
  const memo = createMemoryMemo();
  if (state !== '') {
    const { consultation, events } = sampleCase(state, { profile, now: new Date() });
    await backend.importLog(events);
    await memo.set(`case/${profile.id}`, consultation.id);
  }
  return { backend, memo, locale };
}

const meta: Meta<Args> = {
  title: 'Public/Consultation',
  component: 'lpse-consultation',
  loaders: [async ({ args }) => ({ visit: await visit(args) })],
  render: (_args, { loaded }) => {
    const { backend, memo, locale } = (loaded as { visit: Awaited<ReturnType<typeof visit>> })
      .visit;
    return html`<lpse-consultation
      profile="batang"
      locale=${locale}
      .backend=${backend}
      .memo=${memo}
    ></lpse-consultation>`;
  },
  args: { state: '', locale: 'id' },
};

export default meta;

type Story = StoryObj<Args>;

export const GuestBook: Story = {};
export const Form: Story = { args: { state: 'draft' } };
export const BeingChecked: Story = { args: { state: 'submitted' } };
export const Waiting: Story = { args: { state: 'queued' } };
export const Called: Story = { args: { state: 'called' } };
export const MissedTheCall: Story = { args: { state: 'no-show' } };
export const BeingAnalysed: Story = { args: { state: 'analysing' } };
export const Answered: Story = { args: { state: 'handing-over' } };
export const Archived: Story = { args: { state: 'archived' } };
export const Cancelled: Story = { args: { state: 'cancelled' } };
export const InEnglish: Story = { args: { state: 'queued', locale: 'en' } };
