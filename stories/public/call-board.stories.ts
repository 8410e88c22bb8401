import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createMemoryBackend, createMemoryMemo } from '@lpse-konsultasi/client/memory';
import type { Backend } from '@lpse-konsultasi/client';
import { loadShipped, type Board } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/call-board';
import { clock, now, toolbarLocale } from '../scene.js';

interface Args {
  readonly board: Board;
  readonly muted: boolean;
  /** The line to the office is lost after the first board. */
  readonly lost: boolean;
}

const at = (minutesAgo: number): string =>
  new Date(now.getTime() - minutesAgo * 60_000).toISOString();

const quiet: Board = { at: at(0), calls: [], next: [], waiting: 0 };

const busy: Board = {
  at: at(0),
  calls: [
    { nomor: 'A-012', loket: '1', at: at(0), urutan: 1, isCalling: true },
    { nomor: 'A-011', loket: '2', at: at(6), urutan: 2, isCalling: false },
    { nomor: 'A-010', loket: '1', at: at(18), urutan: 1, isCalling: false },
    { nomor: 'A-009', loket: '2', at: at(31), urutan: 1, isCalling: false },
    { nomor: 'A-008', loket: '1', at: at(40), urutan: 1, isCalling: false },
    { nomor: 'A-007', loket: '2', at: at(52), urutan: 1, isCalling: false },
  ],
  next: ['A-013', 'A-014', 'A-015', 'A-016'],
  waiting: 4,
  estimate: { from: 30, until: 55, mayEndToday: false },
};

async function* boards({ board, lost }: Args): AsyncGenerator<Board> {
  yield board;
  if (lost) throw new Error('no line');
  await new Promise(() => undefined);
}

const meta: Meta<Args> = {
  title: 'Public/Call board',
  component: 'lpse-call-board',
  parameters: { layout: 'fullscreen' },
  loaders: [
    async ({ args }) => {
      const profile = await loadShipped('batang', 'id');
      const user = createMemoryBackend({
        profile,
        actor: () => ({ id: 'user', role: 'user', name: '' }),
        now: clock.now,
      });
      const backend = Object.assign(Object.create(user) as Backend, {
        board: () => boards(args),
      });
      return { backend, memo: createMemoryMemo() };
    },
  ],
  render: ({ muted }, { loaded, globals }) =>
    html`<lpse-call-board
      locale=${toolbarLocale(globals)}
      ?muted=${muted}
      .backend=${(loaded as { backend: Backend }).backend}
      .clock=${clock}
    ></lpse-call-board>`,
  args: { board: busy, muted: true, lost: false },
};

export default meta;

type Story = StoryObj<Args>;

/** A number is being called; the browser lets sound play when somebody has touched the page. */
export const Calling: Story = {};

/** In the morning, before the first call. */
export const Quiet: Story = { args: { board: quiet } };

/** With sound: until somebody presses the button, the browser holds it back. */
export const WithSound: Story = { args: { muted: false } };

/** Two counters call at once, one of them for the second time. */
export const TwoCounters: Story = {
  args: {
    board: {
      ...busy,
      calls: busy.calls.map((call, index) => (index < 2 ? { ...call, isCalling: true } : call)),
    },
  },
};

/** An office that allows names, and counters that have names. */
export const Named: Story = {
  args: {
    board: {
      ...busy,
      calls: busy.calls.map((call) => ({ ...call, nama: 'Rina W.', loket: 'Helpdesk' })),
    },
  },
};

/** The line is lost: the board says since when, and that its numbers may be old. */
export const ConnectionLost: Story = { args: { lost: true } };

export const InEnglish: Story = { globals: { locale: 'en' } };
