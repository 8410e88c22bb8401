import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../hash/canonical-json.js';
import { sha256Hex } from '../hash/sha256.js';
import { evolve, replay } from './evolve.js';
import type { ConsultationEvent } from './events.js';
import { verifyLog } from './log.js';
import { deskIn } from './testing/desk.js';

const log: readonly ConsultationEvent[] = deskIn('archived').do('explain-deviation').events;

/** The log with an entry changed, and every hash from there on made right again, as a careful forger would. */
function forged(index: number, change: object): ConsultationEvent[] {
  let prevHash = log[index - 1]?.hash ?? '0'.repeat(64);
  return log.map((event, place) => {
    if (place < index) return event;
    const { hash: _, ...entry } = { ...event, prevHash, ...(place === index && change) };
    prevHash = sha256Hex(canonicalJson(entry));
    return { ...entry, hash: prevHash } as ConsultationEvent;
  });
}

describe('the log', () => {
  it('is numbered without gaps, and each entry has actor, time, step and the hash before it', () => {
    for (const [index, event] of log.entries()) {
      expect(event.seq).toBe(index + 1);
      expect(event.actor.id).not.toBe('');
      expect(new Date(event.at).toISOString()).toBe(event.at);
      expect(event.step).toBeGreaterThanOrEqual(1);
      expect(event.prevHash).toBe(log[index - 1]?.hash ?? '0'.repeat(64));
      expect(event.hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('folds to the same case, in one go or step by step, also after a journey as JSON', () => {
    const travelled = JSON.parse(JSON.stringify(log)) as ConsultationEvent[];
    expect(replay(travelled)).toEqual(log.reduce(evolve, undefined as never));
    expect(verifyLog(travelled)).toEqual({ ok: true });
  });

  it('does not begin in the middle', () => {
    expect(() => replay(log.slice(1))).toThrow(TypeError);
    expect(replay([])).toBeUndefined();
    expect(verifyLog([])).toEqual({ ok: true });
  });
});

describe('verifyLog', () => {
  it.each([
    ['an entry is missing', [...log.slice(0, 3), ...log.slice(4)], 4, 'gap'],
    ['the beginning is missing', log.slice(1), 1, 'gap'],
    ['two entries changed places', [log[1], log[0], ...log.slice(2)], 1, 'gap'],
    ['an entry stands twice', [log[0], log[0], ...log.slice(1)], 2, 'gap'],
    [
      'a word was changed',
      log.with(4, { ...log[4], data: { pemeriksaan: {} } } as never),
      5,
      'content',
    ],
    ['an entry came from another case', forged(2, { consultationId: 'k-2' }), 3, 'foreign'],
    ['the number was changed, too', forged(2, { seq: 9 }), 3, 'gap'],
    ['the link was changed, too', forged(2, { prevHash: 'f'.repeat(64) }), 3, 'chain'],
    ['the time was set back', forged(4, { at: '2020-01-01T00:00:00.000Z' }), 5, 'time'],
    ['the time is none', forged(4, { at: 'kemarin' }), 5, 'time'],
    ['a step was changed', forged(4, { step: 9 }), 5, 'order'],
    ['something happened out of order', forged(3, { type: 'attended', data: {} }), 4, 'order'],
    ['the type is none', forged(3, { type: 'constructor' }), 4, 'order'],
    ['the data is none', forged(0, { data: null }), 1, 'content'],
    ['an entry is none', [...log.slice(0, 2), null, ...log.slice(2)], 3, 'content'],
  ])('finds that %s, and where', (_title, events, seq, reason) => {
    expect(verifyLog(events as ConsultationEvent[])).toEqual({ ok: false, seq, reason });
  });

  it('finds an answer whose initials are bound to other words, even when every hash was made anew', () => {
    const index = log.findIndex(({ type }) => type === 'answered');
    const data = { ...log[index]?.data, jawaban: 'Kata-kata orang lain.' };
    expect(verifyLog(forged(index, { data }))).toEqual({
      ok: false,
      seq: index + 1,
      reason: 'initials',
    });
  });

  it('finds any one changed leaf', () => {
    const text = JSON.stringify(log);
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom('x', '7', 'Z'),
        (at, letter) => {
          const changed = parse(text.slice(0, at) + letter + text.slice(at + 1));
          // What is no JSON, or the same value written in another way, is no tampering.
          if (changed === undefined || canonicalJson(changed) === canonicalJson(log)) return;
          expect(verifyLog(changed as ConsultationEvent[]).ok).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('answers for any list of JSON and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 3 })), (values) => {
        expect(verifyLog(values as unknown as ConsultationEvent[]).ok).toBe(values.length === 0);
      }),
    );
  });
});

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
