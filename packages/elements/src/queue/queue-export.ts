import {
  toCsv,
  toXlsx,
  type Backend,
  type Cell,
  type ConsultationSummary,
  type ExportTable,
  type ListFilter,
  type ListQuery,
} from '@lpse-konsultasi/client';
import type { Environment } from '../environment/environment.js';
import { saveFile } from '../export/save-file.js';
import { formatDateTime } from '../i18n/format.js';
import type { DeskTexts } from '../locales/desk.js';
import type { QueueTexts } from '../locales/queue.js';
import { categoryOf } from './queue-row.js';

export type ExportFormat = 'csv' | 'xlsx' | 'json';

export const exportFormats: readonly ExportFormat[] = ['csv', 'xlsx', 'json'];

/** As many rows as a page may have. */
const pageSize = 200;

export interface ExportJob {
  readonly environment: Environment;
  readonly texts: QueueTexts;
  readonly words: DeskTexts;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** All rows of a query, page by page. */
export async function allRows(
  backend: Backend,
  query: ListFilter & Pick<ListQuery, 'sort'>,
  signal: AbortSignal,
): Promise<readonly ConsultationSummary[]> {
  const rows: ConsultationSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await backend.list({
      ...query,
      limit: pageSize,
      signal,
      ...(cursor !== undefined && { cursor }),
    });
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}

/** Hands the chosen cases to the person as a file: their rows as a table, or their whole logs. */
export async function exportCases(
  ids: readonly string[],
  format: ExportFormat,
  job: ExportJob,
): Promise<void> {
  const content = format === 'json' ? await logsOf(ids, job) : await tableFile(ids, format, job);
  const day = job.environment.clock.now().toISOString().slice(0, 10);
  saveFile(content, `${job.texts.fileName}-${day}.${format}`);
}

async function tableFile(
  ids: readonly string[],
  format: 'csv' | 'xlsx',
  job: ExportJob,
): Promise<Blob> {
  const rows = await rowsOf(ids, job);
  const table = tableOf(rows, job);
  return format === 'csv' ? toCsv(table) : toXlsx(table);
}

async function rowsOf(
  ids: readonly string[],
  { environment: { backend }, signal, onProgress }: ExportJob,
): Promise<readonly ConsultationSummary[]> {
  const rows: ConsultationSummary[] = [];
  for (let from = 0; from < ids.length; from += pageSize) {
    const some = ids.slice(from, from + pageSize);
    const { items } = await backend.list({ ids: some, limit: pageSize, signal });
    const byId = new Map(items.map((row) => [row.id, row]));
    // In the order in which they were chosen from the list.
    rows.push(...some.flatMap((id) => byId.get(id) ?? []));
    onProgress(Math.min(ids.length, from + pageSize));
  }
  return rows;
}

export function tableOf(
  rows: readonly ConsultationSummary[],
  { environment, texts, words }: Pick<ExportJob, 'environment' | 'texts' | 'words'>,
): ExportTable {
  const { locale, profile } = environment;
  const at = (instant: string | undefined): Cell =>
    instant === undefined ? undefined : formatDateTime(instant, locale, profile.office.zonaWaktu);
  return {
    name: texts.fileName,
    columns: Object.values(texts.columns),
    rows: rows.map((row) => {
      const cells: { readonly [column in keyof QueueTexts['columns']]: Cell } = {
        tiket: row.tiket,
        nomorAntrean: row.nomorAntrean,
        nama: row.nama,
        judul: row.judul,
        kategori: categoryOf(row, environment),
        keadaan: words.states[row.state],
        langkah: row.step,
        putaran: row.putaran,
        prioritas: row.prioritas,
        petugas: row.petugas,
        loket: row.loket,
        masuk: at(row.registeredAt),
        batas: at(row.dueAt),
        diubah: at(row.updatedAt),
      };
      return (Object.keys(texts.columns) as (keyof QueueTexts['columns'])[]).map(
        (column) => cells[column],
      );
    }),
  };
}

/** The logs as they are kept, with their hashes: whoever gets the file can verify it. */
async function logsOf(
  ids: readonly string[],
  { environment: { backend }, signal, onProgress }: ExportJob,
): Promise<Blob> {
  const parts: string[] = [];
  for (const [index, id] of ids.entries()) {
    const record = await backend.read(id, { signal });
    if (record !== undefined) parts.push(JSON.stringify(record.events));
    if (index % 50 === 49) onProgress(index + 1);
  }
  return new Blob([`[\n${parts.join(',\n')}\n]\n`], { type: 'application/json' });
}
