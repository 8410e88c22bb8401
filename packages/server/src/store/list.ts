import { decodeCursor, encodeCursor, instant } from '@lpse-konsultasi/client/embedded';
import type { ConsultationSummary, ListQuery, Page } from '@lpse-konsultasi/client';
import type { Parameter, Queries } from '../database/database.js';
import { gramLength, gramsOf, wordsOf } from './search-text.js';

const columns: Readonly<Record<string, string>> = {
  registeredAt: 'registered_at',
  updatedAt: 'updated_at',
  dueAt: 'due_key',
};

/**
 * A page of the queue. With states given, each state is walked along its own index and the heads are merged: a few
 * open cases are found at once among a million that are archived.
 */
export async function listCases(queries: Queries, office: string, query: ListQuery): Promise<Page> {
  const { sort = '-updatedAt', limit = 50, cursor, states } = query;
  const column = columns[sort.replace('-', '')] ?? 'updated_at';
  const descending = sort.startsWith('-');
  const direction = descending ? 'desc' : 'asc';
  const parameters: Parameter[] = [office, limit + 1];
  const bind = (value: Parameter): string => `$${parameters.push(value)}`;

  const conditions: string[] = [...filters(office, query, bind)];
  const total = query.total === true ? await countCases(queries, office, query) : undefined;
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(query, cursor);
    const sign = descending ? '<' : '>';
    conditions.push(`(c.${column}, c.id) ${sign} (${bind(at)}::text, ${bind(id)}::text)`);
  }
  const where = (first: string): string => [first, ...conditions].join(' and ');
  const order = `order by ${column} ${direction}, id ${direction} limit $2`;

  const sql =
    states === undefined
      ? `select c.body, c.${column} as place from cases c where ${where('c.office_id = $1')}
         order by c.${column} ${direction}, c.id ${direction} limit $2`
      : `select found.body, found.${column} as place
           from (select distinct value from json_array_elements_text(${bind(JSON.stringify(states))}::json) as t(value)) s
           cross join lateral (
             select c.body, c.${column}, c.id from cases c
              where ${where('c.office_id = $1 and c.state = s.value')}
              order by c.${column} ${direction}, c.id ${direction} limit $2
           ) found
          ${order}`;
  const rows = await queries.query<{ body: string; place: string }>(sql, parameters);
  const shown = rows.slice(0, limit);
  const items = shown.map(({ body }) => JSON.parse(body) as ConsultationSummary);
  const place = shown.at(-1)?.place;
  const last = items.at(-1);
  return {
    items,
    ...(rows.length > limit &&
      last !== undefined &&
      place !== undefined && { cursor: encodeCursor(query, [place, last.id]) }),
    ...(total !== undefined && { total }),
  };
}

/** All rows of a query, whatever the page. */
async function countCases(queries: Queries, office: string, query: ListQuery): Promise<number> {
  const parameters: Parameter[] = [office];
  const bind = (value: Parameter): string => `$${parameters.push(value)}`;
  const conditions = [...filters(office, query, bind)];
  if (query.states !== undefined)
    conditions.push(`c.state = any(${bind(listText(query.states))}::text::text[])`);
  const [row] = await queries.query<{ count: number }>(
    `select count(*) as count from cases c where ${['c.office_id = $1', ...conditions].join(' and ')}`,
    parameters,
  );
  return row?.count ?? 0;
}

function filters(
  office: string,
  query: ListQuery,
  bind: (value: Parameter) => string,
): readonly string[] {
  const { kategori, prioritas, petugasId, ids, pelapor, paket, eskalasi, search = '' } = query;
  const conditions: string[] = [];
  const among = (column: string, values: readonly string[] | undefined): void => {
    if (values === undefined) return;
    conditions.push(`${column} = any(${bind(listText(values))}::text::text[])`);
  };
  const compare = (column: string, operator: string, value: string | undefined): void => {
    if (value !== undefined) conditions.push(`${column} ${operator} ${bind(value)}::text`);
  };
  among('c.id', ids);
  among('c.kategori', kategori);
  among(`coalesce(c.prioritas, '')`, prioritas);
  among(`coalesce(c.petugas_id, '')`, petugasId);
  compare('c.pelapor', '=', pelapor);
  compare('c.paket', '=', paket);
  compare('c.eskalasi', '=', eskalasi);
  compare('c.registered_at', '>=', instant(query.registeredFrom));
  compare('c.registered_at', '<', instant(query.registeredUntil));
  compare('c.due_key', '<', instant(query.overdueAt));
  const words = wordsOf(search);
  if (words.length > 0) conditions.push(searchCondition(office, words, bind));
  return conditions;
}

/**
 * Texts as one value that the engine reads as a list. Of a list that comes out of a query it cannot tell before it plans
 * how long it is or how rare its members are, and reads whole tables to be safe.
 */
function listText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
}

function searchCondition(
  office: string,
  words: readonly string[],
  bind: (value: Parameter) => string,
): string {
  const grams = [...new Set(words.flatMap((word) => gramsOf(office, word)))];
  const parts = words.map((word) => `position(${bind(word)}::text in t.folded) > 0`);
  if (words.some((word) => word.length >= gramLength)) {
    // The hashed groups find the rows by index; the text itself has the last word. A word that many have is looked for
    // along the order of the list instead: the engine decides by how rare the groups are.
    parts.unshift(`t.grams @> ${bind(`{${grams.join(',')}}`)}::text::integer[]`);
    return `c.id in (select t.case_id from case_texts t where t.office_id = $1 and ${parts.join(' and ')})`;
  }
  return `exists (select 1 from case_texts t where t.office_id = $1 and t.case_id = c.id and ${parts.join(' and ')})`;
}
