import type { State } from '@lpse-konsultasi/form-schema';
import type { ListQuery } from '@lpse-konsultasi/client';
import type { QueueGroup } from '../locales/desk.js';

interface Group {
  /** Absent: every state. */
  readonly states?: readonly State[];
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

/** What the queue can be narrowed to: the office's own view of the procedure, not its single states. */
export const queueGroups: { readonly [group in QueueGroup]: Group } = {
  open: { states: [...check, ...waiting, ...handling], sort: 'registeredAt' },
  check: { states: check, sort: 'registeredAt' },
  waiting: { states: waiting, sort: 'registeredAt' },
  handling: { states: handling, sort: 'registeredAt' },
  user: { states: ['draft'], sort: 'registeredAt' },
  done: { states: ['archived', 'cancelled'], sort: '-updatedAt' },
  all: { sort: '-updatedAt' },
};

export function isQueueGroup(value: string): value is QueueGroup {
  return Object.hasOwn(queueGroups, value);
}
