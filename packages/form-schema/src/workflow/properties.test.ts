import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { setAt } from '../pointer.js';
import type { Actor } from './actor.js';
import { commandTypes } from './commands.js';
import type { Command, CommandType } from './commands.js';
import type { Consultation } from './consultation.js';
import { allowedCommands, decide } from './decide.js';
import { initialsValid } from './digest.js';
import { evolve, replay } from './evolve.js';
import type { ConsultationEvent } from './events.js';
import { verifyLog } from './log.js';
import { isRefusal } from './refusal.js';
import { states } from './states.js';
import { movements } from './transitions.js';
import { differences } from './correction.js';
import {
  colleague,
  coordinator,
  dataFor,
  Desk,
  formulir,
  incomplete,
  officer,
  reception,
  solution,
  user,
  viewer,
} from './testing/desk.js';

const RUNS = 2_000;
const actors: readonly Actor[] = [user, reception, officer, colleague, coordinator, viewer];

/** One thing that someone does at the desk, as digits that choose who, what, with which data and when. */
type Move = number;

const moves = fc.array(fc.nat({ max: 10 * 120 * 10 * 96 - 1 }), {
  minLength: 8,
  maxLength: 28,
  size: 'max',
});

/** Lets the moves happen; `each` sees the case before and after every command that was carried out. */
function play(
  script: readonly Move[],
  each: (
    before: Consultation | undefined,
    after: Consultation,
    events: ConsultationEvent[],
  ) => void = () => {},
): Desk {
  const desk = new Desk();
  for (const step of script) {
    const before = desk.consultation;
    const count = desk.events.length;
    perform(desk, step);
    if (desk.events.length > count && desk.consultation)
      each(before, desk.consultation, desk.events.slice(count));
  }
  return desk;
}

function perform(desk: Desk, move: Move): void {
  const [luck, pick, variant, minutes] = digits(move, [10, 120, 10, 96]);
  desk.wait(minutes - 5);
  // Mostly something that moves the case on, at times something beside the way, at times anything.
  const usual = luck > 0 ? possible(desk, luck > 1) : [];
  const [actor, type] = at(usual.length > 0 ? usual : anything, luck > 0 ? pick : move) as Chance;
  if (type === 'answer' && !desk.consultation) return;
  desk.give(type, at(variants(desk, type, actor), variant), actor);
}

type Chance = readonly [actor: Actor, type: CommandType];

const anything: readonly Chance[] = actors.flatMap((actor) =>
  commandTypes.map((type): Chance => [actor, type]),
);

function possible(desk: Desk, onward: boolean): Chance[] {
  return actors.flatMap((actor) =>
    allowedCommands(desk.consultation, actor, desk.profile)
      .filter((type) => !onward || (type !== 'cancel' && type !== 'explain-deviation'))
      .map((type): Chance => [actor, type]),
  );
}

function digits<const B extends readonly number[]>(
  number: number,
  bases: B,
): { readonly [K in keyof B]: number } {
  let rest = number;
  return bases.map((base) => {
    const digit = rest % base;
    rest = Math.floor(rest / base);
    return digit;
  }) as unknown as { readonly [K in keyof B]: number };
}

/** Right data, and data that is right for another case or that breaks one rule. */
function variants(desk: Desk, type: CommandType, actor: Actor): Json[] {
  const right = dataFor(desk, type, actor);
  const flagged = desk.consultation?.reviews.at(-1)?.kolomKurang[0]?.kolom;
  switch (type) {
    case 'submit':
      return [
        right,
        flagged ? (setAt(right, flagged, 'Isian yang diperbaiki.') ?? {}) : right,
        { ...right, nama: 'Contoh: Sri' },
        { ...formulir, uraian: 'x' },
      ];
    case 'review':
      return [
        right,
        incomplete('/uraian'),
        incomplete('/nama'),
        { ...right, alasan: 'Dijelaskan lisan.' },
      ];
    case 'record-attendance':
      return [right, right, { hasil: 'tidakHadir' }];
    case 'analyse':
      return [right, { informasiTambahan: 'Di pusat.', solusiDitemukan: false }];
    case 'answer':
      return [
        right,
        { ...right, jawaban: 'Teks yang lain.' },
        solution(desk.case, colleague),
        right,
      ];
    case 'explain-deviation':
      return [1, 2].flatMap((putaran) =>
        [3, 4, 8, 9, 11].map((langkah) => ({ ...right, langkah, putaran })),
      );
    case 'cancel':
      return [right, { alasan: 'Tidak diperlukan lagi.' }];
    default:
      return [right];
  }
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

describe('whatever people do at the desk', () => {
  it('it is enough to see every state and every event', () => {
    const seen = new Set<string>();
    for (const script of fc.sample(moves, { numRuns: RUNS, seed: 8 }))
      play(script, (_before, after, events) => {
        for (const name of [after.state, ...events.map(({ type }) => type)]) seen.add(name);
      });
    expect([...states, ...Object.keys(movements)].filter((name) => !seen.has(name))).toEqual([]);
  });

  it('no round has both an answer and an escalation', () => {
    check((script) => {
      const { events } = play(script);
      // A round of step 8 ends with the next hand-over; a reply opens a round of its own.
      const ends = events.map(({ type }) => type);
      const first = ends.slice(0, ends.indexOf('archived') + 1 || undefined);
      expect(
        first.filter((type) => type === 'answered' || type === 'escalated').length,
      ).toBeLessThan(2);
      expect(ends.filter((type) => type === 'escalated').length).toBeLessThan(2);
    });
  });

  it('nothing is handed over without valid initials or an escalation record', () => {
    check((script) => {
      play(script, (before, after) => {
        if (after.state !== 'handing-over' || before?.state === 'handing-over') return;
        const answers = after.answers.length - (before?.answers.length ?? 0);
        const escalated = before?.eskalasi === undefined && after.eskalasi !== undefined;
        expect(answers === 1).not.toBe(escalated);
        for (const index of after.answers.keys()) expect(initialsValid(after, index)).toBe(true);
      });
    });
  });

  it('one changed byte of what was answered, or of what it answers, voids the initials', () => {
    check((script) => {
      const { consultation } = play(script);
      if (!consultation) return;
      for (const index of consultation.answers.keys()) {
        const last = consultation.submissions.length - 1;
        for (const pointer of [
          `/answers/${index}/jawaban`,
          '/tiket',
          `/submissions/${last}/formulir/uraian`,
          '/analisis/informasiTambahan',
          ...(consultation.replies[index] ? [`/replies/${index}/balasan/jawaban`] : []),
        ]) {
          const changed = setAt(consultation as unknown as Json, pointer, 'teks yang lain');
          expect(initialsValid(changed as unknown as Consultation, index), pointer).toBe(false);
        }
        const other = consultation.answers.map((each) => ({ ...each, rujukan: ['Panduan lain'] }));
        expect(initialsValid({ ...consultation, answers: other }, index)).toBe(false);
      }
    });
  });

  it('nobody but the one who hands the form in touches the user’s part', () => {
    check((script) => {
      play(script, (before, after, events) => {
        if (!before || events.some(({ type }) => type === 'form-submitted')) return;
        expect(after.submissions).toBe(before.submissions);
        expect(after.bukuTamu).toBe(before.bukuTamu);
      });
    });
  });

  it('a correction differs from the form before it in the flagged fields only', () => {
    check((script) => {
      play(script, (before, after, events) => {
        const previous = before?.submissions.at(-1);
        if (!previous || !events.some(({ type }) => type === 'form-submitted')) return;
        const flagged = before?.reviews.at(-1)?.kolomKurang.map(({ kolom }) => kolom) ?? [];
        const wrong = previous.temuan.map(({ pointer }) => pointer);
        for (const pointer of differences(previous.formulir, after.submissions.at(-1)?.formulir))
          expect([...flagged, ...wrong]).toContain(pointer);
      });
    });
  });

  it('what was archived stays as it was, and only more is added', () => {
    check((script) => {
      play(script, (before, after) => {
        if (!before || before.archives.length === 0) return;
        const lists = [
          'submissions',
          'reviews',
          'calls',
          'answers',
          'replies',
          'archives',
        ] as const;
        for (const list of lists)
          expect(after[list].slice(0, before[list].length)).toEqual(before[list]);
        expect(after.analisis).toBe(before.analisis);
        expect(after.eskalasi).toBe(before.eskalasi);
      });
    });
  });

  it('every event has an actor, a time and a step, and the log verifies', () => {
    check((script) => {
      const { events } = play(script);
      for (const [index, { actor, at: time, step }] of events.entries()) {
        expect(actors.map(({ id }) => id)).toContain(actor.id);
        expect(Date.parse(time)).toBeGreaterThanOrEqual(Date.parse(events[index - 1]?.at ?? time));
        expect(step).toBeGreaterThanOrEqual(1);
        expect(step).toBeLessThanOrEqual(11);
      }
      expect(verifyLog(events)).toEqual({ ok: true });
    });
  });

  it('the case is the fold of its log, in one go as well as step by step', () => {
    check((script) => {
      const { events, consultation } = play(script);
      expect(replay(events)).toEqual(consultation);
      expect(consultation?.version ?? 0).toBe(events.length);
    });
  });

  it('a removed, repeated or exchanged entry is found', () => {
    fc.assert(
      fc.property(
        moves,
        fc.nat(),
        fc.constantFrom('remove', 'repeat', 'exchange'),
        (script, place, how) => {
          const { events } = play(script);
          // A log without its last entry is a log; only a hash that is kept elsewhere shows that.
          if (events.length < 2) return;
          const index = place % (events.length - 1);
          const [a, b] = [events[index], events[index + 1]];
          if (!a || !b) return;
          const parts = { remove: [b], repeat: [a, a, b], exchange: [b, a] }[how];
          expect(verifyLog(events.toSpliced(index, 2, ...parts)).ok).toBe(false);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('a refused command changes nothing, and the same command is judged alike twice', () => {
    check((script) => {
      const desk = play(script);
      const before = JSON.stringify(desk.consultation);
      for (const type of commandTypes) {
        const [first, second] = [0, 1].map(() => desk.decide(type, { alasan: 'x' }, officer));
        expect(first).toEqual(second);
      }
      expect(JSON.stringify(desk.consultation)).toBe(before);
    });
  });
});

describe('decide', () => {
  it('answers any JSON in any state with events or a refusal, and never throws', () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    const command = fc.oneof(
      anything,
      fc.record({
        type: fc.oneof(fc.constantFrom(...commandTypes), fc.string({ maxLength: 12 })),
        consultationId: fc.constantFrom('k-1', 'k-2', '__proto__'),
        data: fc.oneof(anything, hostileData()),
      }),
    );
    fc.assert(
      fc.property(moves, command, fc.constantFrom(...actors), (script, value, actor) => {
        const desk = play(script.slice(0, 12));
        const result = decide(desk.consultation, value as unknown as Command, {
          at: desk.now,
          actor,
          profile: desk.profile,
          numbers: { ticket: 'T', queue: 'Q', archive: 'A' },
          busyCounters: [],
        });
        if (isRefusal(result)) expect(result.code).toMatch(/^LPSE_/);
        else expect(result.reduce(evolve, desk.consultation as never)).toBeDefined();
      }),
      { numRuns: RUNS },
    );
  });
});

/** Objects with the keys that the rules read, and values that they do not expect there. */
function hostileData(): fc.Arbitrary<unknown> {
  const keys = [
    'hasil',
    'daftarPeriksa',
    'kolomKurang',
    'alasan',
    'loket',
    'metode',
    'solusiDitemukan',
    'informasiTambahan',
    'jawaban',
    'paraf',
    'salinan',
    'arsip',
    'langkah',
    'putaran',
    'jenis',
    'nama',
    'kategori',
    'uraian',
    'lampiran',
    '__proto__',
    'constructor',
  ];
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('lengkap', 'belumLengkap', 'hadir', true, 1, 'waktu', '/uraian', ['/uraian']),
  );
  return fc
    .array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 8 })
    .map((entries) => Object.fromEntries(entries));
}

function check(property: (script: readonly Move[]) => void): void {
  fc.assert(fc.property(moves, property), { numRuns: RUNS });
}
