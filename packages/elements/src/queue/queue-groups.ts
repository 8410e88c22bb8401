import type { State } from '@lpse-konsultasi/form-schema';
import type { ListQuery } from '@lpse-konsultasi/client';
import type { QueueGroup } from '../locales/queue.js';

interface Group {
  /** Absent: every state. */
  readonly states?: readonly State[];
  /** Only what the officer who looks has in hand. */
  readonly mine?: true;
  /** Only what was sent to LKPP and has no reply yet, in whatever state: most of it is archived meanwhile. */
  readonly eskalasi?: 'waiting';
  /** Work is taken up in the order in which it came; what is done is looked up from its end. */
  readonly sort: NonNullable<ListQuery['sort']>;
}

const check: readonly State[] = ['submitted', 'reviewing', 'incomplete'];
const waiting: readonly State[] = ['queued', 'called', 'no-show'];
const handling: readonly State[] = [
  'analysing',
  'answering',
  'escalating',
  'handing-over',
  'follow-up',
];
const open = [...check, ...waiting, ...handling];

/** What the queue can be narrowed to: the office's own view of the procedure, not its single states. */
export const queueGroups: { readonly [group in QueueGroup]: Group } = {
  open: { states: open, sort: 'registeredAt' },
  mine: { states: open, mine: true, sort: 'registeredAt' },
  check: { states: check, sort: 'registeredAt' },
  waiting: { states: waiting, sort: 'registeredAt' },
  handling: { states: handling, sort: 'registeredAt' },
  escalated: { eskalasi: 'waiting', sort: 'registeredAt' },
  user: { states: ['draft'], sort: 'registeredAt' },
  done: { states: ['archived', 'cancelled'], sort: '-updatedAt' },
  all: { sort: '-updatedAt' },
};

export const groupNames = Object.keys(queueGroups) as readonly QueueGroup[];
