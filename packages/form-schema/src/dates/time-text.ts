import { plainFigures } from '../figures.js';
import { offsetOf } from './zone-text.js';

/**
 * The time of day that a person's text says, local to the field (`HH:MM`, with `:SS` where they were given) or, with a
 * zone of its own, as `HH:MM:SS+07:00`; `unclear` where it says none, or may say more than one.
 */
export type TimeReading =
  { readonly local: string } | { readonly zoned: string } | { readonly fault: 'empty' | 'unclear' };

/** The hours of a part of the day, those after midnight counted on from 24. */
const parts: { readonly [name: string]: readonly [from: number, before: number] } = {
  am: [24, 36],
  pm: [12, 24],
  pagi: [0, 12],
  siang: [10, 16],
  sore: [14, 19],
  malam: [18, 28],
};

const TIME =
  /^(?:(?:pukul|jam|at)\s+)?(?:(\d{1,2})(?:[.:](\d{2})(?:[.:](\d{2})(?:\.\d+)?)?)?|(\d{1,2})(\d{2}))\s*(am|pm|a\.m\.|p\.m\.|pagi|siang|sore|malam)?\s*(wib|wita|wit|z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a time of day as people write it: `08.30`, `8:30`, `0830`, `8`, `pukul 8.30`, `8.30 malam`, `8:30 pm`, `08.30
 * WIB`. Hours go to 23; one that no part of the day has (`13 am`, `12 pagi`) is not guessed at.
 */
export function readTime(typed: string): TimeReading {
  const text = plainFigures(typed).trim();
  if (text === '') return { fault: 'empty' };
  const match = TIME.exec(text);
  const [, hours, minutes, seconds, runHours, runMinutes, part, zone] = match ?? [];
  const hour = hourIn(part, Number(hours ?? runHours));
  const minute = minutes ?? runMinutes ?? '00';
  const second = seconds ?? '00';
  // `08:30-10:00` is how people write from when to when; a zone west of Greenwich comes from a program, with seconds.
  if (zone?.startsWith('-') === true && seconds === undefined) return { fault: 'unclear' };
  if (hour === undefined || Number(minute) > 59 || Number(second) > 59) return { fault: 'unclear' };
  const local = `${String(hour).padStart(2, '0')}:${minute}`;
  if (zone !== undefined) return { zoned: `${local}:${second}${offsetOf(zone)}` };
  return { local: second === '00' ? local : `${local}:${second}` };
}

function hourIn(part: string | undefined, hour: number): number | undefined {
  if (!(hour < 24)) return undefined;
  if (part === undefined) return hour;
  const [from, before] = parts[part.toLowerCase().replaceAll('.', '')] ?? [0, 0];
  const said = hour > 12 ? [hour] : [hour, ...(hour > 0 ? [hour + 12] : []), hour + 24];
  const [found] = said.filter((one) => one >= from && one < before);
  return found === undefined ? undefined : found % 24;
}
