import { formatDateTimeCell } from './cells.js';
import type { Backend, Cell } from '@lpse-konsultasi/client';
import {
  helpDeskColumns,
  helpDeskRow,
  replay,
  type Locale,
  type Profile,
  type Report,
  type Tally,
} from '@lpse-konsultasi/form-schema';
import type { ReportTexts } from '../locales/report.js';

/** The first is the heading. */
export type Rows = readonly (readonly Cell[])[];

/** The report as one table, part under part. Minutes are numbers, so that a spreadsheet can go on with them. */
export function reportRows(report: Report, texts: ReportTexts): Rows {
  return [
    [texts.heading],
    [texts.from, report.from, texts.until, report.until],
    [],
    [texts.bucket, texts.registered, texts.archived, texts.withinHead, texts.count],
    ...report.buckets.map(({ start, events, within, timed }) => [
      start,
      events.registered,
      events.archived,
      within,
      timed,
    ]),
    [],
    [texts.step, texts.count, texts.limit, texts.median, texts.p90, texts.withinHead],
    ...report.steps.map(({ step, count, limit, median, p90, within }): readonly Cell[] => [
      step,
      count,
      limit ?? texts.noLimit,
      rounded(median),
      rounded(p90),
      limit === null ? '' : within,
    ]),
    ...tally(texts.categories, report.kategori, texts),
    ...tally(texts.channels, report.kanal, texts),
    ...tally(texts.users, report.jenisPengguna, texts),
    ...tally(texts.states, report.states, texts),
    [],
    [texts.officer, texts.cases, texts.answered, texts.archived],
    ...report.officers.map(({ petugas, cases, answered, archived }): readonly Cell[] => [
      petugas,
      cases,
      answered,
      archived,
    ]),
    [],
    [texts.ticket, texts.step, texts.kind, texts.over(''), texts.explanation],
    ...report.deviations.map(({ tiket, step, jenis, overrun, alasan }): readonly Cell[] => [
      tiket,
      step,
      texts.kinds[jenis],
      rounded(overrun),
      alasan ?? texts.unexplained,
    ]),
  ];
}

/** By the keys of the record, which do not change with the language of whoever exports. */
function tally(heading: string, counts: Tally, texts: ReportTexts): Rows {
  return [
    [],
    [heading, texts.count],
    ...counts.map(({ key, count }) => [key || texts.unknown, count]),
  ];
}

/** The help desk log of LPSE Standard 5: a row for each case that was registered in the period. */
export async function helpDeskRows(
  backend: Backend,
  profile: Profile,
  { from, until }: Pick<Report, 'from' | 'until'>,
  locale: Locale,
  signal: AbortSignal,
): Promise<Rows> {
  const rows: (readonly Cell[])[] = [helpDeskColumns];
  let cursor: string | undefined;
  do {
    const page = await backend.logs({
      from,
      until,
      limit: 200,
      signal,
      ...(cursor !== undefined && { cursor }),
    });
    for (const { events, verdict } of page.items) {
      const consultation = verdict.ok ? replay(events) : undefined;
      if (consultation === undefined || Date.parse(consultation.registeredAt) < Date.parse(from))
        continue;
      const zone = profile.office.zonaWaktu;
      rows.push(
        helpDeskRow(consultation, profile).map((cell) => formatDateTimeCell(cell, locale, zone)),
      );
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}

function rounded(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
