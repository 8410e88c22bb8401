import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../hash/canonical-json.js';
import { sha256Hex } from '../hash/sha256.js';
import type { Json } from '../json.js';
import type { ConsultationEvent } from './events.js';
import { headOf, verifyAgainst, verifyLog } from './log.js';
import { moves, play } from './testing/random-desk.js';

type Log = readonly ConsultationEvent[];

/** A log that somebody has laid hands on, and the place from which it is not what it was (from 1). */
interface Tampered {
  readonly log: Log;
  readonly first: number;
}

type Tamper = (log: Log, one: number, other: number) => Tampered;

const tampers: { readonly [name: string]: Tamper } = {
  edit: (log, one, other) => {
    const index = one % log.length;
    const places = leavesOf(log[index] as unknown as Json);
    const place = places[other % places.length] ?? [];
    const entry = changed(log[index] as unknown as Json, place) as unknown as ConsultationEvent;
    return { log: log.map((event, at) => (at === index ? entry : event)), first: index + 1 };
  },
  delete: (log, one) => {
    const index = one % log.length;
    return { log: log.filter((_, at) => at !== index), first: index + 1 };
  },
  insert: (log, one, other) => {
    const index = one % (log.length + 1);
    const copy = log[other % log.length] as ConsultationEvent;
    // A copy before its original is not noticed until the original comes: the list is the same until then.
    const inserted = [...log.slice(0, index), copy, ...log.slice(index)];
    const first = inserted.findIndex((event, at) => event !== log[at]) + 1;
    return { log: inserted, first };
  },
  swap: (log, one, other) => {
    const [a, b] = [one % log.length, other % log.length];
    const swapped = log.map((event, at) => log[at === a ? b : at === b ? a : at] ?? event);
    return { log: swapped, first: Math.min(a, b) + 1 };
  },
  truncate: (log, one) => {
    const length = one % log.length;
    return { log: log.slice(0, length), first: length + 1 };
  },
};

/** The places of all values in an entry that are not lists or objects. */
function leavesOf(value: Json, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part as Json, [...at, key]));
}

function changed(value: Json, [key, ...rest]: readonly string[]): Json {
  if (key !== undefined && typeof value === 'object' && value !== null) {
    const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, Json>;
    copy[key] = changed(copy[key] ?? null, rest);
    return copy as Json;
  }
  if (typeof value === 'string') return `${value}.`;
  return typeof value === 'number' ? value + 1 : value === true ? false : true;
}

/** All entries from a place on with right hashes: as someone writes them who knows how it is done. */
function resealed(log: Log, from: number): Log {
  const sealed: ConsultationEvent[] = log.slice(0, from);
  for (const event of log.slice(from)) {
    const { hash: _hash, ...entry } = event;
    const next = { ...entry, prevHash: sealed.at(-1)?.hash ?? '0'.repeat(64) };
    sealed.push({ ...next, hash: sha256Hex(canonicalJson(next)) } as ConsultationEvent);
  }
  return sealed;
}

describe('a log that was tampered with', () => {
  const cases = fc.tuple(
    moves,
    fc.constantFrom(...Object.keys(tampers)),
    fc.nat(10_000),
    fc.nat(10_000),
  );

  it('is found with the kept head, 1,000 times of 1,000, and the first bad entry is named', () => {
    let count = 0;
    fc.assert(
      fc.property(cases, ([script, name, one, other]) => {
        const log = play(script).desk.events;
        const head = headOf(log);
        expect(verifyAgainst(log, head)).toEqual({ ok: true });
        const { log: bad, first } = (tampers[name] as Tamper)(log, one, other);
        // A swap of an entry with itself is none.
        fc.pre(canonicalJson(bad) !== canonicalJson(log));
        count += 1;
        expect(verifyAgainst(bad, head)).toMatchObject({ ok: false, seq: first });
      }),
      { numRuns: 1000 },
    );
    expect(count).toBe(1000);
  }, 120_000);

  it('is found without a head as well, unless its end was cut off or nothing is left', () => {
    fc.assert(
      fc.property(cases, ([script, name, one, other]) => {
        const log = play(script).desk.events;
        const { log: bad, first } = (tampers[name] as Tamper)(log, one, other);
        fc.pre(bad.length >= first);
        fc.pre(canonicalJson(bad) !== canonicalJson(log));
        expect(verifyLog(bad)).toMatchObject({ ok: false, seq: first });
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('is found by the kept head even when every hash was made anew', () => {
    const log = play([1201, 2402, 3603, 14404, 5605, 6806, 8007, 9208]).desk.events;
    const head = headOf(log);
    const index = log.findIndex(({ type }) => type === 'registered');
    const edited = log.map((event, at) =>
      at === index
        ? ({ ...event, data: { ...event.data, tiket: 'LAIN' } } as ConsultationEvent)
        : event,
    );
    const bad = resealed(edited, index);
    expect(verifyLog(bad)).toEqual({ ok: true });
    expect(verifyAgainst(bad, head)).toMatchObject({ ok: false, reason: 'rewritten' });
  });

  it('is none when it has only gone on from the head that was kept', () => {
    fc.assert(
      fc.property(moves, fc.nat(), (script, cut) => {
        const log = play(script).desk.events;
        expect(verifyAgainst(log, headOf(log.slice(0, cut % (log.length + 1))))).toEqual({
          ok: true,
        });
      }),
      { numRuns: 50 },
    );
  });
});
