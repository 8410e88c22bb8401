import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import { loadShipped } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/provider';
import '@lpse-konsultasi/elements/define/call';
import '@lpse-konsultasi/elements/define/timeline';
import { clock, now, toolbarLocale } from '../scene.js';

/** An office with one case that waits to be called. */
async function office() {
  const profile = await loadShipped('batang', 'id');
  const session = samplePeople.officer;
  const backend = createMemoryBackend({ profile, actor: () => session, now: clock.now });
  const { consultation, events } = sampleCase('queued', { profile, now });
  await backend.importLog(events);
  return { backend, session, id: consultation.id };
}

const meta: Meta = {
  title: 'Shared/Provider',
  component: 'lpse-provider',
  loaders: [async () => ({ office: await office() })],
  render: (_args, { loaded, globals }) => {
    const { backend, session, id } = (loaded as { office: Awaited<ReturnType<typeof office>> })
      .office;
    return html`<lpse-provider
      locale=${toolbarLocale(globals)}
      .backend=${backend}
      .session=${session}
      .clock=${clock}
    >
      <lpse-call consultation-id=${id}></lpse-call>
      <lpse-timeline consultation-id=${id}></lpse-timeline>
    </lpse-provider>`;
  },
};

export default meta;

/** Backend, officer, language and clock are said once; both panels work with them and follow each other. */
export const TwoPanels: StoryObj = {};

/** Neither profile nor backend, and no provider around it: the element says so, and the page goes on. */
export const NotConfigured: StoryObj = {
  render: (_args, { globals }) =>
    html`<lpse-timeline locale=${toolbarLocale(globals)}></lpse-timeline>`,
};
