import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/outbox';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import {
  createMemoryOutboxStore,
  outbox,
  type OutboxEntry,
  type OutboxStore,
} from '@lpse-konsultasi/client/outbox';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import { LpseError, loadShipped } from '@lpse-konsultasi/form-schema';
import { clock, toolbarLocale } from '../scene.js';

interface Args {
  readonly holds: 'nothing' | 'one' | 'several' | 'refused' | 'many';
  /** What the browser's storage does. */
  readonly storage: 'works' | 'full';
}

type Sample = Omit<OutboxEntry, 'order'>;

const sample = (id: string, more: Partial<Sample> = {}): Sample => ({
  id,
  command: {
    type: 'submit',
    consultationId: id,
    data: { judul: 'Cara mengikuti tender pertama kali (contoh)' },
  },
  addedAt: '2026-11-23T03:05:00.000Z',
  attempts: 3,
  lastFailure: 'LPSE_SERVER_UNREACHABLE',
  state: { type: 'waiting' },
  ...more,
});

const refusal = { code: 'LPSE_VERSION_CONFLICT', params: {}, problems: [] } as const;
const samples: { readonly [holds in Args['holds']]: readonly Sample[] } = {
  nothing: [],
  one: [sample('a')],
  several: [
    sample('a'),
    sample('a2', {
      command: { type: 'confirm', consultationId: 'a', data: {} },
      attempts: 0,
      lastFailure: '',
    }),
    sample('b', { lastFailure: 'LPSE_RATE_LIMITED' }),
    sample('c', { lastFailure: 'LPSE_SESSION_REQUIRED' }),
  ],
  refused: [
    sample('a', { state: { type: 'refused', code: refusal.code, refusal } }),
    sample('b', { state: { type: 'stuck', code: 'LPSE_REQUEST_REFUSED' } }),
  ],
  many: Array.from({ length: 120 }, (_, index) => sample(`${index}`)),
};

async function boxOf({ holds, storage }: Args) {
  const profile = await loadShipped('batang', 'id');
  const memory = createMemoryOutboxStore();
  for (const { lastFailure, ...entry } of samples[holds])
    await memory.add(lastFailure ? { ...entry, lastFailure } : entry);
  const full = (): Promise<never> => Promise.reject(new LpseError('LPSE_STORAGE_FULL'));
  const store: OutboxStore = storage === 'full' ? { ...memory, add: full, replace: full } : memory;
  const backend = createMemoryBackend({ profile, actor: () => samplePeople.user, now: clock.now });
  backend.execute = () => Promise.reject(new LpseError('LPSE_SERVER_UNREACHABLE'));
  const pauses = { firstPause: 86_400_000, longestPause: 86_400_000 };
  return outbox(backend, { name: crypto.randomUUID(), store, now: clock.now, ...pauses });
}

const meta: Meta<Args> = {
  title: 'Public/Outbox',
  component: 'lpse-outbox',
  args: { holds: 'one', storage: 'works' },
  argTypes: {
    holds: { control: 'select', options: Object.keys(samples) },
    storage: { control: 'select', options: ['works', 'full'] },
  },
  loaders: [async ({ args }) => ({ box: await boxOf(args) })],
  render: (_args, { loaded, globals }) => html`
    <lpse-outbox
      locale=${toolbarLocale(globals)}
      .backend=${(loaded as { box: Awaited<ReturnType<typeof boxOf>> }).box}
      .clock=${clock}
    ></lpse-outbox>
  `,
};

export default meta;

type Story = StoryObj<Args>;

/** Nothing is shown. */
export const Empty: Story = { args: { holds: 'nothing' } };
export const OneWaits: Story = {};
export const SeveralWait: Story = { args: { holds: 'several' } };

/** With the reason, and what to do. */
export const Refused: Story = { args: { holds: 'refused' } };

/** The list stops after fifty; the file has all. */
export const Many: Story = { args: { holds: 'many' } };

/** What is handed in from now on lives as long as the page. */
export const StorageFull: Story = { args: { storage: 'full' } };
export const InEnglish: Story = { args: { holds: 'refused' }, globals: { locale: 'en' } };
export const Dark: Story = { args: { holds: 'several' }, globals: { scheme: 'dark' } };
