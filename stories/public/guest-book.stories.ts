import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/guest-book';
import { toolbarLocale } from '../scene.js';
import { visit, type Visit } from './visit.js';

const meta: Meta = {
  title: 'Public/Guest book',
  component: 'lpse-guest-book',
  loaders: [async () => ({ visit: await visit('') })],
  render: (_args, { loaded, globals }) => {
    const { backend, clock } = (loaded as { visit: Visit }).visit;
    return html`<lpse-guest-book
      locale=${toolbarLocale(globals)}
      .backend=${backend}
      .clock=${clock}
    ></lpse-guest-book>`;
  },
};

export default meta;

/** Step 1 on its own, for a tablet at the entrance. */
export const Empty: StoryObj = {};

/** What a press of the button shows while the name is missing. */
export const WithProblems: StoryObj = {
  play: async ({ canvasElement }) => {
    const book = canvasElement.querySelector('lpse-guest-book');
    await customElements.whenDefined('lpse-form');
    let form = book?.shadowRoot?.querySelector('lpse-form');
    while (book && !form) {
      await new Promise(requestAnimationFrame);
      form = book.shadowRoot?.querySelector('lpse-form');
    }
    await form?.updateComplete;
    form?.requestSubmit();
  },
};
