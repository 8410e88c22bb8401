import { states, type ReportPeriod, type State } from '@lpse-konsultasi/form-schema';
import type { ListQuery } from '@lpse-konsultasi/client';
import { isStorable } from '../store/storable.js';
import { HttpProblem } from './problem.js';

const sorts = [
  ...(['registeredAt', '-registeredAt', 'updatedAt', '-updatedAt', 'dueAt', '-dueAt'] as const),
];

const escalations = ['waiting', 'replied'] as const;

const periods = ['day', 'week', 'month'] as const satisfies readonly ReportPeriod['by'][];

/** A query as it came; anything that is not of the contract's shape is refused and not guessed at. */
export function checkListQuery(body: unknown): ListQuery {
  const query = objectOf(body);
  return {
    ...member(query, 'states', (value) => listOf(value, isState)),
    ...member(query, 'kategori', (value) => listOf(value, isText)),
    ...member(query, 'prioritas', (value) => listOf(value, isText)),
    ...member(query, 'petugasId', (value) => listOf(value, isText)),
    ...member(query, 'pelapor', textOf),
    ...member(query, 'paket', textOf),
    ...member(query, 'eskalasi', (value) => {
      const escalation = escalations.find((each) => each === value);
      if (escalation === undefined) throw malformed('eskalasi');
      return escalation;
    }),
    ...member(query, 'registeredFrom', instantOf),
    ...member(query, 'registeredUntil', instantOf),
    ...member(query, 'overdueAt', instantOf),
    ...member(query, 'search', textOf),
    ...member(query, 'ids', (value) => listOf(value, isText)),
    ...member(query, 'total', (value) => {
      if (typeof value !== 'boolean') throw malformed('total');
      return value;
    }),
    ...member(query, 'sort', (value) => {
      const sort = sorts.find((each) => each === value);
      if (sort === undefined) throw malformed('sort');
      return sort;
    }),
    ...member(query, 'cursor', textOf),
    ...member(query, 'limit', limitOf),
  };
}

/** The period of a report, which begins before it ends. */
export function checkReportQuery(query: { readonly [key: string]: unknown }): ReportPeriod {
  const [from, until] = [instantOf(query['from']), instantOf(query['until'])];
  const by = periods.find((each) => each === (query['by'] ?? 'day'));
  if (by === undefined) throw malformed('by');
  if (Date.parse(from) >= Date.parse(until)) throw malformed('until');
  return { from, until, by };
}

export function instantOf(value: unknown): string {
  const text = textOf(value);
  if (Number.isNaN(Date.parse(text))) throw malformed('instant');
  return text;
}

export function limitOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 200)
    throw malformed('limit');
  return value;
}

export function objectOf(body: unknown): { readonly [key: string]: unknown } {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw malformed('body');
  return body as { readonly [key: string]: unknown };
}

export function textOf(value: unknown): string {
  if (!isText(value) || value.length > 1_000) throw malformed('text');
  return value;
}

export function malformed(what: string): HttpProblem {
  return new HttpProblem('LPSE_REQUEST_MALFORMED', { params: { what } });
}

function member<K extends keyof ListQuery, T extends ListQuery[K]>(
  query: { readonly [key: string]: unknown },
  key: K,
  read: (value: unknown) => T,
): { readonly [key in K]?: T } {
  const value = Object.hasOwn(query, key) ? query[key] : undefined;
  return value === undefined ? {} : ({ [key]: read(value) } as { readonly [key in K]?: T });
}

function listOf<T>(value: unknown, is: (item: unknown) => item is T): readonly T[] {
  if (!Array.isArray(value) || value.length > 500 || !value.every(is)) throw malformed('list');
  return value;
}

function isState(value: unknown): value is State {
  return states.some((state) => state === value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && isStorable(value);
}
