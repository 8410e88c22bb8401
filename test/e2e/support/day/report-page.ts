import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import {
  departuresOf,
  formOf,
  rank,
  runsOf,
  stateOf,
  tally,
  type Departure,
  type Log,
} from './ledger.js';

const stateWords: { readonly [state: string]: string } = {
  draft: 'Menunggu isian pengguna',
  submitted: 'Menunggu diperiksa',
  reviewing: 'Sedang diperiksa',
  incomplete: 'Belum lengkap',
  queued: 'Menunggu panggilan',
  called: 'Dipanggil',
  'no-show': 'Tidak hadir',
  analysing: 'Dianalisis',
  answering: 'Menyusun jawaban',
  escalating: 'Menyiapkan eskalasi',
  'handing-over': 'Menyerahkan salinan',
  archived: 'Diarsipkan',
  'follow-up': 'Menunggu tindak lanjut',
  cancelled: 'Dibatalkan',
};

/** A report as its reader sees it: sentences, and the rows of each table under its caption. */
export interface ShownReport {
  readonly sentences: readonly string[];
  readonly tables: { readonly [caption: string]: readonly string[] };
}

/** Opens the report of one day as a coordinator does, in a page of its own. */
export async function openReport(page: Page, day: string): Promise<ShownReport> {
  await page.goto('petugas.html');
  await page.evaluate(async (date) => {
    const entry = '/cdn/lpse-konsultasi-desk.js';
    const { defineAccountability } = (await import(entry)) as {
      readonly defineAccountability: () => Promise<void>;
    };
    await defineAccountability();
    const session = { id: 'koordinator-1', role: 'coordinator', name: 'Wahyu Hidayat (contoh)' };
    const report = Object.assign(document.createElement('lpse-report'), {
      profile: 'batang',
      session,
      from: date,
      until: date,
    });
    document.querySelector('main')?.append(report);
  }, day);
  const report = page.locator('lpse-report');
  await expect(report.getByRole('listitem').first()).toBeVisible({ timeout: 30_000 });
  // The period before is read second, and may still add its words to a sentence.
  await expect(report.locator('[aria-busy="false"]')).toHaveCount(1);
  await report.locator('summary').click();
  const sentences = await report.locator('.sentences li').allInnerTexts();
  const rows = await report.locator('table').evaluateAll((tables) =>
    (tables as HTMLTableElement[]).map((table) => {
      const text = (part: Element | null): string =>
        (part?.textContent ?? '').replace(/\s+/g, ' ').trim();
      return [
        text(table.caption),
        [...table.tBodies].flatMap((body) =>
          [...body.rows].map((row) => [...row.cells].map(text).join(' | ')),
        ),
      ] as const;
    }),
  );
  return {
    sentences: sentences.map((words) => words.trim()),
    tables: Object.fromEntries(rows.map(([caption, found]) => [caption, [...found].sort()])),
  };
}

/** What the report of the day has to say, by the ledger. `marks` are the ratings that were given, 1 to 4. */
export function expectedReport(
  logs: readonly Log[],
  day: string,
  marks: readonly number[],
): ShownReport {
  const events = logs.flat();
  const count = (type: string): number => events.filter((event) => event.type === type).length;
  const runs = logs.flatMap((log) => runsOf(log, day)).filter(({ hasEnded }) => hasEnded);
  const limited = runs.filter(({ limit }) => limit !== undefined);
  const within = limited.filter(({ minutes, limit = 0 }) => minutes <= limit);
  const waits = runs.filter(({ step }) => step === 7).map(({ minutes }) => minutes);
  const departures = logs.flatMap((log) => departuresOf(log, day));
  const explained = departures.filter(({ alasan }) => alasan !== undefined);
  const open = logs.filter((log) => !['archived', 'cancelled'].includes(stateOf(log)));
  const unanswered = logs.filter(
    (log) =>
      log.some(({ type }) => type === 'escalated') &&
      !log.some(({ type }) => type === 'reply-received'),
  );
  const index = (marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 25;
  const share = `${Math.round((within.length / limited.length) * 100)} %`;
  return {
    sentences: [
      `${logs.length} konsultasi masuk, ${count('archived')} selesai diarsipkan, ${open.length} masih terbuka pada akhir masa.`,
      `${share} langkah selesai dalam batas waktu.`,
      `Separuh pengguna menunggu paling lama ${duration(rank(waits, 0.5))} sampai dipanggil; sembilan dari sepuluh paling lama ${duration(rank(waits, 0.9))}.`,
      `${departures.length} penyimpangan, ${explained.length} sudah dijelaskan.`,
      `Formulir dikembalikan ${count('form-returned')} kali untuk dilengkapi.`,
      `${count('missed')} panggilan tidak dihadiri.`,
      `${count('cancelled')} dibatalkan.`,
      `${count('escalated')} permasalahan dieskalasikan; ${unanswered.length} masih menunggu balasan.`,
      `Indeks kepuasan ${index.toFixed(2).replace('.', ',')} (mutu ${gradeOf(index)}) dari ${marks.length} penilaian.`,
    ],
    tables: {
      'Konsultasi masuk': [
        `${dayInWords(day)} | ${logs.length} | ${count('archived')} | ${within.length}/${limited.length}`,
      ],
      'Waktu setiap langkah': [3, 4, 5, 7, 8, 9, 10, 11].map((step) => stepRow(step, runs)).sort(),
      Kategori: tallyRows(logs, 'kategori'),
      'Media pelaporan': tallyRows(logs, 'kanal'),
      'Jenis pengguna': tallyRows(logs, 'jenisPengguna'),
      Keadaan: rowsOf(tally(logs.map((log) => stateWords[stateOf(log)] ?? ''))),
      Petugas: officerRows(logs),
      'Survei kepuasan per unsur': surveyRows(marks),
      'Penyimpangan dan penjelasannya': departures.map(departureRow).sort(),
    },
  };
}

function stepRow(step: number, runs: ReturnType<typeof runsOf>): string {
  const own = runs.filter((run) => run.step === step);
  const minutes = own.map((run) => run.minutes);
  const limit = own[0]?.limit;
  const within = own.filter((run) => limit !== undefined && run.minutes <= limit).length;
  return [
    `${step} ${activities.get(step) ?? ''}`,
    own.length,
    limit === undefined ? 'tanpa batas' : duration(limit),
    duration(rank(minutes, 0.5)),
    duration(rank(minutes, 0.9)),
    limit === undefined ? '–' : `${Math.round((within / own.length) * 100)} %`,
  ].join(' | ');
}

/** Each element of the survey has all marks: the visitors of the day give one mark to all nine. */
function surveyRows(marks: readonly number[]): string[] {
  const counts = [1, 2, 3, 4].map((mark) => marks.filter((each) => each === mark).length);
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
  const figures = [...counts, mean.toFixed(2).replace('.', ',')].join(' | ');
  return Object.entries(survey)
    .flatMap(([pointer, { label }]) =>
      /^\/u\d$/.test(pointer) ? [`${label ?? ''} | ${figures}`] : [],
    )
    .sort();
}

/** The words of a choice are the form's data, and what a step is about is the SOP's: not the report's. */
interface Field {
  readonly label?: string;
  readonly options?: { readonly [value: string]: string };
}
const { fields } = readData<{ readonly fields: { readonly [pointer: string]: Field } }>(
  'texts/consultation-form.id.json',
);
const { fields: survey } = readData<{ readonly fields: { readonly [pointer: string]: Field } }>(
  'texts/survey.id.json',
);
const { steps } = readData<{
  readonly steps: readonly { readonly no: number; readonly uraianKegiatan: string }[];
}>('sop/sop-lpse-btg-008.json');
const activities = new Map(
  steps.map(({ no, uraianKegiatan }) => [
    no,
    // The document's typing error stays in the data and off the page.
    uraianKegiatan.replace(/\s+/g, ' ').replace('Mengeskalsikan', 'Mengeskalasikan'),
  ]),
);

function readData<T>(file: string): T {
  return JSON.parse(readFileSync(`packages/form-schema/${file}`, 'utf8')) as T;
}

function tallyRows(logs: readonly Log[], key: string): string[] {
  const options = fields[`/${key}`]?.options;
  const words = logs.map((log) => {
    const value = formOf(log)[key];
    return typeof value === 'string' ? (options?.[value] ?? value) : 'Belum diketahui';
  });
  return rowsOf(tally(words));
}

function rowsOf(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].map(([words, count]) => `${words} | ${count}`).sort();
}

function officerRows(logs: readonly Log[]): string[] {
  const staff = logs.flat().filter(({ actor }) => actor.role !== 'user');
  const names = new Map(staff.map(({ actor }) => [actor.id, actor.name]));
  return [...names]
    .map(([id, name]) => {
      const cases = logs.filter((log) => log.some(({ actor }) => actor.id === id)).length;
      const answered = staff.filter(({ actor, type }) => actor.id === id && type === 'answered');
      return `${name} | ${cases} | ${answered.length}`;
    })
    .sort();
}

function departureRow({ tiket, step, jenis, over, alasan }: Departure): string {
  const kinds = { waktu: 'Waktu', perlengkapan: 'Perlengkapan', output: 'Output' };
  const late = over > 0 ? `, lewat ${duration(Math.max(1, over))}` : '';
  return `${tiket} | ${step} | ${kinds[jenis]}${late} | ${alasan ?? 'Belum dijelaskan'}`;
}

/** "45 menit", "1 jam 20 menit" */
function duration(minutes: number): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${rest} menit`;
  return rest === 0 ? `${hours} jam` : `${hours} jam ${rest} menit`;
}

function dayInWords(day: string): string {
  return new Date(`${day}T12:00:00+07:00`).toLocaleDateString('id-ID', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Jakarta',
  });
}

function gradeOf(index: number): string {
  if (index >= 88.31) return 'A';
  if (index >= 76.61) return 'B';
  return index >= 65 ? 'C' : 'D';
}
