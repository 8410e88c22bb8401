import {
  LpseError,
  canonicalJson,
  type ErrorCode,
  type RefusalCode,
} from '@lpse-konsultasi/form-schema';
import type { Outcome, RateOutcome } from '../backend.js';

/** What a backend does otherwise than the contract says. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
}

export function check(condition: boolean, expectation: string): asserts condition {
  if (!condition) throw new ConformanceError(expectation);
}

/** Equal as JSON: the order of members does not count, members that are undefined do not exist. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [textOf(actual), textOf(expected)];
  check(is === should, `${what}: expected ${should}, got ${is}`);
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : canonicalJson(value);
}

export type Done = Extract<Outcome, { ok: true }>;

export function succeeded(outcome: Outcome): Done {
  check(outcome.ok, `expected a success, got ${outcome.ok ? '' : outcome.refusal.code}`);
  return outcome;
}

export function refusedWith(outcome: Outcome, code: RefusalCode): Extract<Outcome, { ok: false }>;
export function refusedWith(
  outcome: RateOutcome,
  code: RefusalCode,
): Extract<RateOutcome, { ok: false }>;
export function refusedWith(
  outcome: Outcome | RateOutcome,
  code: RefusalCode,
): Extract<Outcome | RateOutcome, { ok: false }> {
  check(!outcome.ok, `expected the refusal ${code}, got a success`);
  equal(outcome.refusal.code, code, 'the code of the refusal');
  return outcome;
}

/** The error that the work fails with; the work may also fail before it makes a promise. */
export async function failure(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new ConformanceError('expected a failure, got an answer');
}

export async function failsWith(code: ErrorCode, work: () => unknown): Promise<void> {
  const error = await failure(work);
  check(error instanceof LpseError, `expected an LpseError ${code}, got ${String(error)}`);
  equal(error.code, code, 'the code of the error');
}

export async function aborts(work: () => unknown): Promise<void> {
  const error = await failure(work);
  check(
    error instanceof Error && error.name === 'AbortError',
    `expected an AbortError, got ${String(error)}`,
  );
}
