import { hoursAheadOfUtc, type State, type TimeZone } from '@lpse-konsultasi/form-schema';
import type { ListFilter, ListQuery } from '@lpse-konsultasi/client';
import type { QueueGroup } from '../locales/queue.js';
import { queueGroups } from './queue-groups.js';

export type QueueSort = NonNullable<ListQuery['sort']>;

export const queueSorts: readonly QueueSort[] = [
  'registeredAt',
  '-registeredAt',
  'dueAt',
  '-updatedAt',
];

/** What an officer narrows the queue to. Empty texts ask for nothing. Plain data: it is kept as a saved view. */
export interface QueueFilter {
  readonly group: QueueGroup;
  readonly search: string;
  readonly state: State | '';
  readonly kategori: string;
  readonly prioritas: string;
  readonly petugasId: string;
  /** Days as the office counts them, `2026-11-23`; both are included. */
  readonly from: string;
  readonly until: string;
  readonly overdue: boolean;
  /** Empty: the order of the group. */
  readonly sort: QueueSort | '';
}

export const everything: QueueFilter = {
  group: 'open',
  search: '',
  state: '',
  kategori: '',
  prioritas: '',
  petugasId: '',
  from: '',
  until: '',
  overdue: false,
  sort: '',
};

/** The parts of a filter that stand behind the "filter" button. */
const details = [
  'state',
  'kategori',
  'prioritas',
  'petugasId',
  'from',
  'until',
  'overdue',
] as const;

/** How many of them are in use. */
export function detailCount(filter: QueueFilter): number {
  return details.filter((key) => filter[key] !== everything[key]).length;
}

export function withoutDetails(filter: QueueFilter): QueueFilter {
  const { group, search, sort } = filter;
  return { ...everything, group, search, sort };
}

export function sameFilter(a: QueueFilter, b: QueueFilter): boolean {
  return (Object.keys(everything) as (keyof QueueFilter)[]).every((key) => a[key] === b[key]);
}

/** A filter that was kept by an earlier version, or by nobody we know: what does not fit is left out. */
export function filterFrom(kept: unknown): QueueFilter {
  const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const entries = Object.entries(everything).map(([key, standard]) => {
    const value = given[key];
    return [key, typeof value === typeof standard ? value : standard];
  });
  const filter = Object.fromEntries(entries) as unknown as QueueFilter;
  return {
    ...filter,
    group: Object.hasOwn(queueGroups, filter.group) ? filter.group : everything.group,
    sort: queueSorts.includes(filter.sort as QueueSort) ? filter.sort : '',
  };
}

export interface QueryContext {
  /** Who looks: some groups are about their own cases. */
  readonly officerId: string;
  readonly zone: TimeZone;
  /** ISO instant, for what is overdue. */
  readonly now: string;
}

/** The question to the backend. */
export function queryOf(
  filter: QueueFilter,
  { officerId, zone, now }: QueryContext,
): ListFilter & { readonly sort: QueueSort } {
  const group = queueGroups[filter.group];
  const states = filter.state === '' ? group.states : [filter.state];
  const petugas = group.mine === true ? officerId : filter.petugasId;
  return {
    sort: filter.sort === '' ? group.sort : filter.sort,
    ...(states !== undefined && { states }),
    ...(group.eskalasi !== undefined && { eskalasi: group.eskalasi }),
    ...(petugas !== '' && { petugasId: [petugas] }),
    ...(filter.kategori !== '' && { kategori: [filter.kategori] }),
    ...(filter.prioritas !== '' && { prioritas: [filter.prioritas] }),
    ...(filter.search !== '' && { search: filter.search }),
    ...(filter.overdue && { overdueAt: now }),
    ...(isDay(filter.from) && { registeredFrom: startOf(filter.from, zone, 0) }),
    ...(isDay(filter.until) && { registeredUntil: startOf(filter.until, zone, 1) }),
  };
}

/** A day that is still being typed asks for nothing yet. */
function isDay(text: string): boolean {
  return text !== '' && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** The instant at which a day begins at the office, or the day that comes `later` days after it. */
function startOf(day: string, zone: TimeZone, later: number): string {
  const hours = later * 24 - hoursAheadOfUtc[zone];
  return new Date(Date.parse(`${day}T00:00:00Z`) + hours * 3_600_000).toISOString();
}
