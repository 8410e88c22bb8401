import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/confirmation';
import { toolbarLocale } from '../scene.js';
import { visit, type Visit } from './visit.js';

interface Args {
  /** The user has confirmed already. */
  confirmed: boolean;
}

const meta: Meta<Args> = {
  title: 'Public/Confirmation',
  component: 'lpse-confirmation',
  loaders: [
    async ({ args }) => {
      const came = await visit('archived');
      const { backend, consultationId = '' } = came;
      if (args.confirmed)
        await backend.execute({ type: 'confirm', consultationId, data: {} }, { key: 'confirm' });
      return { visit: came };
    },
  ],
  render: (_args, { loaded, globals }) => {
    const { backend, clock, consultationId } = (loaded as { visit: Visit }).visit;
    return html`<lpse-confirmation
      profile="batang"
      locale=${toolbarLocale(globals)}
      .backend=${backend}
      .clock=${clock}
      .consultationId=${consultationId}
    ></lpse-confirmation>`;
  },
  args: { confirmed: false },
};

export default meta;

type Story = StoryObj<Args>;

/** Is it solved? A form opens for what is not. */
export const Asked: Story = {};
export const Confirmed: Story = { args: { confirmed: true } };
export const InEnglish: Story = { globals: { locale: 'en' } };
