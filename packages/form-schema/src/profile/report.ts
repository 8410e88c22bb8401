import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { ProfileRule } from './messages.js';

/** A rule that a profile breaks, before it is worded. */
export interface Breach {
  /** In the profile's document. */
  readonly pointer: Pointer;
  readonly rule: ProfileRule;
  readonly params: { readonly [name: string]: Json };
}

/** Collects breaches: a profile is refused with all its faults at once, not one by one. */
export type Report = (
  pointer: Pointer,
  rule: ProfileRule,
  params?: { readonly [name: string]: Json },
) => void;

export function collector(): { readonly report: Report; readonly breaches: readonly Breach[] } {
  const breaches: Breach[] = [];
  return {
    breaches,
    report: (pointer, rule, params = {}) => void breaches.push({ pointer, rule, params }),
  };
}
