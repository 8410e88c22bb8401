import { createHash } from 'node:crypto';
import type { ConsultationEvent, JsonObject } from '@lpse-konsultasi/form-schema';

/**
 * A day's book-keeping, made from exported logs alone and without any of the product's code: what it says is to be
 * compared with what the product says.
 */

export type Log = readonly ConsultationEvent[];

/** In minutes, by the SOP's table; steps 1, 2 and 7 have none. */
const limits: { readonly [step: number]: number } = {
  3: 5,
  4: 5,
  5: 5,
  6: 5,
  8: 30,
  9: 10,
  10: 5,
  11: 10,
};

/** What begins and what ends the work of a step; `yes` and `no` tell the two ends of an analysis apart. */
const steps: readonly (readonly [step: number, begins: string, ends: string])[] = [
  [1, 'registered', 'registered'],
  [2, 'form-handed-out', 'form-handed-out'],
  [3, 'form-handed-out form-returned', 'form-submitted'],
  [4, 'review-started', 'found-complete found-incomplete'],
  [5, 'found-incomplete', 'form-returned'],
  [6, 'found-complete', 'form-accepted'],
  [7, 'form-accepted', 'attended'],
  [8, 'attended', 'analysed:yes analysed:no'],
  [9, 'analysed:yes reply-received reopened', 'answered'],
  [10, 'analysed:no', 'escalated'],
  [11, 'answered escalated', 'archived'],
];

const stateAfter: { readonly [event: string]: string } = {
  registered: 'draft',
  'form-submitted': 'submitted',
  'review-started': 'reviewing',
  'found-incomplete': 'incomplete',
  'form-returned': 'draft',
  'form-accepted': 'queued',
  called: 'called',
  missed: 'no-show',
  requeued: 'queued',
  attended: 'analysing',
  'analysed:yes': 'answering',
  'analysed:no': 'escalating',
  answered: 'handing-over',
  escalated: 'handing-over',
  archived: 'archived',
  'reply-received': 'follow-up',
  reopened: 'follow-up',
  cancelled: 'cancelled',
};

export interface Run {
  readonly step: number;
  readonly run: number;
  /** Of service. */
  readonly minutes: number;
  readonly limit: number | undefined;
  readonly hasEnded: boolean;
}

export interface Departure {
  readonly tiket: string;
  readonly step: number;
  readonly run: number;
  readonly jenis: 'waktu' | 'perlengkapan' | 'output';
  /** Minutes over the limit. */
  readonly over: number;
  readonly alasan: string | undefined;
}

function nameOf(event: ConsultationEvent): string {
  if (event.type !== 'analysed') return event.type;
  return event.data.solusiDitemukan ? 'analysed:yes' : 'analysed:no';
}

export function stateOf(log: Log): string {
  return (
    log.map((event) => stateAfter[nameOf(event)]).findLast((state) => state !== undefined) ?? ''
  );
}

/** The guest book, and over it the form as it was last handed in. */
export function formOf(log: Log): JsonObject {
  const [registered] = log;
  const submitted = log.findLast((event) => event.type === 'form-submitted');
  return {
    ...(registered?.type === 'registered' && registered.data.bukuTamu),
    ...(submitted?.type === 'form-submitted' && submitted.data.formulir),
  };
}

export function ticketOf([registered]: Log): string {
  return registered?.type === 'registered' ? registered.data.tiket : '';
}

/** Wednesdays at the office: 08.00–12.00 and 13.00–15.30, in Jakarta. A log of another day has no minutes here. */
function serviceMinutes(from: number, until: number, day: string): number {
  const at = (time: string): number => Date.parse(`${day}T${time}:00+07:00`);
  const within = (opens: string, closes: string): number =>
    Math.max(0, Math.min(until, at(closes)) - Math.max(from, at(opens)));
  return (within('08:00', '12:00') + within('13:00', '15:30')) / 60_000;
}

/** How long each run of each step took; what has not ended runs until the office closes. */
export function runsOf(log: Log, day: string): Run[] {
  const closing = Date.parse(`${day}T15:30:00+07:00`);
  return steps.flatMap(([step, begins, ends]) => {
    const runs: { from: number; until?: number }[] = [];
    for (const event of log) {
      const name = nameOf(event);
      const at = Date.parse(event.at);
      const open = runs.find(({ until }) => until === undefined);
      const isEnd = ends.split(' ').includes(name);
      if (open && (isEnd || name === 'cancelled')) open.until = at;
      else if (!open && begins.split(' ').includes(name))
        runs.push({ from: at, ...(isEnd && { until: at }) });
    }
    return runs.map(({ from, until }, index) => ({
      step,
      run: index + 1,
      minutes: serviceMinutes(from, until ?? closing, day),
      limit: limits[step],
      hasEnded: until !== undefined,
    }));
  });
}

/** Departures from time, equipment and output, with what officers said about them. */
export function departuresOf(log: Log, day: string): Departure[] {
  const tiket = ticketOf(log);
  const late = runsOf(log, day).flatMap(({ step, run, minutes, limit }) =>
    limit === undefined || minutes <= limit
      ? []
      : [{ tiket, step, run, jenis: 'waktu' as const, over: minutes - limit, alasan: undefined }],
  );
  return [...late, ...missingIn(log)].map((departure) => {
    const said = log.findLast(
      (event) =>
        event.type === 'deviation-explained' &&
        event.data.langkah === departure.step &&
        event.data.putaran === departure.run &&
        event.data.jenis === departure.jenis,
    );
    return said?.type === 'deviation-explained'
      ? { ...departure, alasan: said.data.alasan }
      : departure;
  });
}

/** Accepted although the machine had found something, escalated without a number, archived without the user's copy. */
function missingIn(log: Log): Departure[] {
  const tiket = ticketOf(log);
  const count = (index: number, types: readonly string[]): number =>
    log.slice(0, index + 1).filter(({ type }) => types.includes(type)).length;
  return log.flatMap((event, index): Departure[] => {
    const departure = { tiket, over: 0, alasan: undefined };
    if (event.type === 'found-complete') {
      const form = log.slice(0, index).findLast(({ type }) => type === 'form-submitted');
      if (form?.type !== 'form-submitted' || form.data.temuan.length === 0) return [];
      const run = count(index, ['found-complete', 'found-incomplete']);
      const alasan = event.data.pemeriksaan['alasan'];
      const said = typeof alasan === 'string' ? alasan : undefined;
      return [{ ...departure, step: 4, run, jenis: 'perlengkapan', alasan: said }];
    }
    if (event.type === 'escalated' && !event.data.eskalasi['nomorLuar'])
      return [{ ...departure, step: 10, run: count(index, ['escalated']), jenis: 'output' }];
    if (event.type === 'archived' && event.data.salinan['cara'] === 'ditolak')
      return [{ ...departure, step: 11, run: count(index, ['archived']), jenis: 'output' }];
    return [];
  });
}

/** The place (from 1) of the first entry that does not follow from the one before; 0 when all do. */
export function brokenLink(log: Log): number {
  let before = '0'.repeat(64);
  for (const [index, { hash, ...entry }] of log.entries()) {
    const text = createHash('sha256').update(canonical(entry)).digest('hex');
    if (hash !== text || entry.prevHash !== before || entry.seq !== index + 1) return index + 1;
    before = hash;
  }
  return 0;
}

/** RFC 8785 for what a log holds. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

/** The value that so much of the list does not exceed: nearest rank. */
export function rank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
