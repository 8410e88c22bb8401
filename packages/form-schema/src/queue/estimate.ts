import { serviceMinutes } from '../clocks/service-time.js';
import { hoursAheadOfUtc } from '../clocks/time-zones.js';
import type { Office } from '../profile/profile.js';

/** Someone who was helped, or is being helped, at a counter. */
export interface Helped {
  readonly loket?: string;
  /** ISO instants. `until` is absent while it goes on. */
  readonly from: string;
  readonly until?: string;
}

export interface EstimateInput {
  /** How many are called before this one; 0 is next. */
  readonly position: number;
  /** Whoever was helped today and before, in any order. */
  readonly helped: readonly Helped[];
  /** ISO instant. */
  readonly now: string;
  readonly office: Office;
}

/** How long somebody still waits, as honestly as the last hours can tell. */
export interface WaitEstimate {
  /** Minutes within service hours, in steps of five. */
  readonly from: number;
  readonly until: number;
  /** The longer end does not fit into what is left of today's hours. */
  readonly mayEndToday: boolean;
}

/** How far back is looked, in minutes of service: the pace of this morning, not of last week. */
const WINDOW = 240;
/** A counter that helped nobody for this many minutes of service is not counted as open. */
const OPEN_FOR = 60;
/** Fewer than this tell nothing. */
const FEWEST = 3;
const STEP = 5;

/**
 * The waiting time of the one at `position`, from how long people were helped at the counters that are at work now.
 * The middle half of those durations gives the range. Undefined where nothing can be said: too few were helped in the
 * last hours, no counter is at work, or the office is closed.
 */
export function estimateWait({
  position,
  helped,
  now,
  office,
}: EstimateInput): WaitEstimate | undefined {
  if (!isOpen(now, office)) return undefined;
  const recent = helped.filter((each) => serviceMinutes(each.until ?? now, now, office) <= WINDOW);
  const open = new Set(
    recent
      .filter(({ until }) => serviceMinutes(until ?? now, now, office) <= OPEN_FOR)
      .map(({ loket }) => loket ?? ''),
  );
  const durations = recent
    .flatMap(({ from, until }) =>
      until === undefined ? [] : [serviceMinutes(from, until, office)],
    )
    .sort((a, b) => a - b);
  if (durations.length < FEWEST || open.size === 0) return undefined;
  // All counters are taken when somebody waits. One of them is free after 1/n of a turn on average: at best it is free
  // now, and at worst its turn has just begun.
  const shortest = (quantile(durations, 0.25) * position) / open.size;
  const longest = (quantile(durations, 0.75) * (position + 1)) / open.size;
  const from = Math.floor(shortest / STEP) * STEP;
  const until = Math.max(Math.ceil(longest / STEP) * STEP, from + STEP);
  return { from, until, mayEndToday: longest > minutesLeft(now, office) };
}

/** The value below which this share of the numbers lies, between its neighbours. Numbers in order, at least one. */
export function quantile(numbers: readonly number[], share: number): number {
  const place = (numbers.length - 1) * share;
  const below = numbers[Math.floor(place)] ?? 0;
  const above = numbers[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function isOpen(now: string, office: Office): boolean {
  return serviceMinutes(now, Date.parse(now) + 1_000, office) > 0;
}

/** Minutes of service until midnight at the office. */
function minutesLeft(now: string, office: Office): number {
  const offset = hoursAheadOfUtc[office.zonaWaktu] * 60 * MINUTE;
  const time = Date.parse(now);
  const midnight = Math.floor((time + offset) / DAY + 1) * DAY - offset;
  return serviceMinutes(time, midnight, office);
}
