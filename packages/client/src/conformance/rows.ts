import type { ConsultationSummary, ListQuery, ListSort } from '../backend.js';
import { check, equal } from './assert.js';
import type { ConformanceDesk } from './desk.js';

/** Every order that a list can have. */
export const sorts = [
  'registeredAt',
  '-registeredAt',
  'updatedAt',
  '-updatedAt',
  'dueAt',
  '-dueAt',
] as const satisfies readonly ListSort[];

/** All pages of a query, one after the other. */
export async function pagesOf(
  desk: ConformanceDesk,
  query: ListQuery,
  afterPage: () => Promise<void> = async () => undefined,
): Promise<readonly (readonly ConsultationSummary[])[]> {
  const officer = await desk.officer;
  const pages = [];
  let cursor: string | undefined;
  do {
    const page = await officer.list({ ...query, ...(cursor !== undefined && { cursor }) });
    pages.push(page.items);
    cursor = page.cursor;
    await afterPage();
    check(pages.length < 100, 'the list comes to an end');
  } while (cursor !== undefined);
  return pages;
}

/** The cases that a query finds, in no particular order. */
export async function found(desk: ConformanceDesk, query: ListQuery): Promise<readonly string[]> {
  const { items } = await (await desk.officer).list(query);
  return items.map(({ id }) => id).sort();
}

export function checkOrder(rows: readonly ConsultationSummary[], sort: ListSort): void {
  const by = sort.replace('-', '') as 'registeredAt' | 'updatedAt' | 'dueAt';
  // Where there is no instant, the row comes behind all others.
  const instants = rows.map((row) => row[by] ?? '~');
  const expected = [...instants].sort();
  equal(instants, sort.startsWith('-') ? expected.reverse() : expected, `the order by ${sort}`);
}
