import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import { loadShipped, type State } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/sheet';
import { clock, now, stateControl } from '../scene.js';

interface Args {
  /** The state of the case on the sheet; empty for the blank form. */
  state: State | '';
  copy: 'salinan' | 'asli';
}

async function paper({ state, copy }: Args) {
  const profile = await loadShipped('batang', 'id');
  const backend = createMemoryBackend({
    profile,
    actor: () => samplePeople.officer,
    now: clock.now,
  });
  const record = state === '' ? undefined : sampleCase(state, { profile, now });
  return { profile, backend, record, copy };
}

const meta: Meta<Args> = {
  title: 'Shared/Sheet',
  component: 'lpse-sheet',
  argTypes: {
    state: stateControl,
    copy: { control: { type: 'inline-radio' }, options: ['salinan', 'asli'] },
  },
  loaders: [async ({ args }) => ({ paper: await paper(args) })],
  render: (_args, { loaded }) => {
    const { profile, backend, record, copy } = (
      loaded as { paper: Awaited<ReturnType<typeof paper>> }
    ).paper;
    return html`<lpse-sheet
      copy=${copy}
      .profile=${profile}
      .backend=${backend}
      .record=${record}
    ></lpse-sheet>`;
  },
  args: { state: 'archived', copy: 'salinan' },
};

export default meta;

type Story = StoryObj<Args>;

export const Copy: Story = {};
export const Original: Story = { args: { copy: 'asli' } };
export const NotYetAnswered: Story = { args: { state: 'queued' } };
export const EscalatedWithReply: Story = { args: { state: 'follow-up' } };
export const Blank: Story = { args: { state: '' } };
