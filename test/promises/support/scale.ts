import { appendFileSync, mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';

/** `npm run promises` asks for the full form; `npm test` proves the same in seconds. */
export const isFull = process.env['LPSE_PROMISES'] === 'full';

/** How often, how many: `LPSE_<name>` when it is set, else the count of this form. */
export function scale(name: string, short: number, full: number): number {
  const given = Number(process.env[`LPSE_${name}`]);
  return Number.isInteger(given) && given > 0 ? given : isFull ? full : short;
}

/** Milliseconds for a test that takes about `short` in the short form. */
export const patience = (short: number): number => (isFull ? 3 * 3_600_000 : short);

const began = Date.now();
const minutes = Number(process.env['LPSE_MINUTES'] ?? Infinity);

/** `LPSE_MINUTES` ends the rounds of a proof early; what it tells are the rounds that were run. */
export const isLate = (): boolean => Date.now() - began > minutes * 60_000;

/** Chance that can be had again: `LPSE_SEED` repeats a run. */
export const seed = Number(process.env['LPSE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

export function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

const log = resolve(import.meta.dirname, '../../../node_modules/.cache/lpse-promises');

/** Prints a figure that was reached, and keeps it for whoever writes docs/promises.md. */
export function tell(proof: string, figures: Readonly<Record<string, unknown>>): void {
  const load = Math.round(loadavg()[0] ?? 0);
  const text = Object.entries(figures).map(([name, value]) => `${name} ${format(value)}`);
  const line = `promise: ${proof}: ${text.join(', ')} (seed ${seed}, ${cpus().length} cores, load ${load})`;
  process.stdout.write(`${line}\n`);
  mkdirSync(log, { recursive: true });
  appendFileSync(resolve(log, 'figures.txt'), `${new Date().toISOString()} ${line}\n`);
}

function format(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The value that `share` of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds));

export async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  what: string,
  limit = 120_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await pause(20);
  }
}
