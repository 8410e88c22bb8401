import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/kiosk';
import { toolbarLocale } from '../scene.js';
import { visit, type Visit } from './visit.js';

const meta: Meta = {
  title: 'Public/Kiosk',
  component: 'lpse-kiosk',
  loaders: [async () => ({ visit: await visit('') })],
  render: (_args, { loaded, globals }) => {
    const { backend, clock } = (loaded as { visit: Visit }).visit;
    return html`<lpse-kiosk
      locale=${toolbarLocale(globals)}
      .backend=${backend}
      .clock=${clock}
    ></lpse-kiosk>`;
  },
};

export default meta;

type Story = StoryObj;

/** Nobody is there. */
export const Welcome: Story = {};

/** Somebody has begun; what they type lives in memory only. */
export const GuestBook: Story = {
  play: async ({ canvasElement }) => {
    const kiosk = canvasElement.querySelector('lpse-kiosk');
    await kiosk?.updateComplete;
    kiosk?.shadowRoot?.querySelector<HTMLButtonElement>('.start')?.click();
  },
};

export const InEnglish: Story = { globals: { locale: 'en' } };
