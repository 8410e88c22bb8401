import type { Durations } from './report.js';

/** Sums up minutes. The list is sorted in place. */
export function durationsOf(minutes: number[]): Durations {
  minutes.sort((a, b) => a - b);
  const rank = (share: number): number =>
    minutes[Math.max(0, Math.ceil(share * minutes.length) - 1)] ?? 0;
  return {
    count: minutes.length,
    median: rank(0.5),
    p90: rank(0.9),
    longest: minutes.at(-1) ?? 0,
  };
}
