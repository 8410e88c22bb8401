import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { getAt, setAt } from '../pointer.js';
import { commandTypes } from './commands.js';
import type { Command } from './commands.js';
import type { Consultation } from './consultation.js';
import { differences } from './correction.js';
import { decide } from './decide.js';
import { initialsValid } from './digest.js';
import { escalationStatus, externalNumber } from './escalation-status.js';
import { evolve, replay } from './evolve.js';
import { verifyLog } from './log.js';
import { isRefusal } from './refusal.js';
import { states } from './states.js';
import { officer } from './testing/desk.js';
import { actors, moves, play } from './testing/random-desk.js';
import type { History, Move } from './testing/random-desk.js';
import { movements } from './transitions.js';

const RUNS = 2_000;

/** Every invariant looks at the same histories, so each is played once. A failing one tells the seed. */
const seed = Math.floor(Math.random() * 2 ** 31);
const histories = new Map<string, History>();

function check(invariant: (history: History, script: readonly Move[]) => void): void {
  const property = fc.property(moves, (script) => {
    const history = histories.get(script.join()) ?? play(script);
    histories.set(script.join(), history);
    invariant(history, script);
  });
  fc.assert(property, { numRuns: RUNS, seed });
}

/** The value with one letter of the text at the pointer replaced. */
function misspelt(value: Consultation, pointer: string, place: number): Consultation {
  const text = getAt(value as unknown as Json, pointer);
  if (typeof text !== 'string') throw new Error(`No text at ${pointer}`);
  const index = place % text.length;
  const other = text.slice(0, index) + (text[index] === 'x' ? 'y' : 'x') + text.slice(index + 1);
  return setAt(value as unknown as Json, pointer, other) as unknown as Consultation;
}

/** Where the case keeps what led to an answer. */
function promptsOf(
  consultation: Consultation,
  list: 'replies' | 'reopenings',
  answer: number,
): string[] {
  return consultation[list].flatMap(({ untukJawaban }, index) =>
    untukJawaban === answer ? [`/${list}/${index}`] : [],
  );
}

describe('whatever people do at the desk', { timeout: 120_000 }, () => {
  it('sees every state and every event', () => {
    const seen = new Set<string>();
    check(({ steps }) => {
      for (const { after, events } of steps)
        for (const name of [after.state, ...events.map(({ type }) => type)]) seen.add(name);
    });
    expect([...states, ...Object.keys(movements)].filter((name) => !seen.has(name))).toEqual([]);
  });

  it('has no round with both an answer and an escalation', () => {
    check(({ desk: { events } }) => {
      // A round ends when the copy is handed over, or when its escalation is taken back; a reply of LKPP, or a matter
      // that is not solved, opens the next one.
      const rounds = [0];
      for (const { type } of events) {
        if (type === 'answered' || type === 'escalated') rounds.push((rounds.pop() ?? 0) + 1);
        if (type === 'archived' || type === 'escalation-revoked') rounds.push(0);
      }
      expect(Math.max(...rounds)).toBeLessThan(2);
      // What was taken back before is no escalation of the sheet.
      const open = events.slice(
        events.findLastIndex(({ type }) => type === 'escalation-revoked') + 1,
      );
      expect(open.filter(({ type }) => type === 'escalated').length).toBeLessThan(2);
    });
  });

  it('hands nothing over without valid initials or an escalation record', () => {
    check(({ steps }) => {
      for (const { before, after } of steps) {
        if (after.state !== 'handing-over' || before?.state === 'handing-over') continue;
        const answered = after.answers.length > (before?.answers.length ?? 0);
        const escalated = before?.eskalasi === undefined && after.eskalasi !== undefined;
        expect(answered).not.toBe(escalated);
        for (const index of after.answers.keys()) expect(initialsValid(after, index)).toBe(true);
      }
    });
  });

  it('voids the initials by one changed letter of the answer, or of what it answers', () => {
    check(({ desk: { consultation } }, [place = 0]) => {
      if (!consultation) return;
      for (const index of consultation.answers.keys()) {
        const last = consultation.submissions.length - 1;
        for (const pointer of [
          `/answers/${index}/jawaban`,
          '/tiket',
          `/submissions/${last}/formulir/nama`,
          '/analisis/informasiTambahan',
          ...promptsOf(consultation, 'replies', index).map((at) => `${at}/balasan/jawaban`),
          ...promptsOf(consultation, 'reopenings', index).map((at) => `${at}/alasan`),
        ])
          expect(initialsValid(misspelt(consultation, pointer, place), index), pointer).toBe(false);
        const answers = consultation.answers.map((each) => ({ ...each, rujukan: ['Panduan'] }));
        expect(initialsValid({ ...consultation, answers }, index)).toBe(false);
      }
    });
  });

  it('takes back only what is out and unanswered, and never what was archived', () => {
    check(({ steps }) => {
      for (const { before, after, events } of steps) {
        const revoked = events.find(({ type }) => type === 'escalation-revoked');
        if (!revoked || !before) continue;
        expect(before.replies).toEqual([]);
        expect(before.answers).toEqual([]);
        expect(after.revocations.length).toBe(before.revocations.length + 1);
        const isArchived = before.archives.length > 0;
        expect(after.state).toBe(isArchived ? 'follow-up' : 'analysing');
        expect(after.eskalasi).toBe(isArchived ? before.eskalasi : undefined);
        expect(escalationStatus(after)).toBe(isArchived ? 'revoked' : 'none');
      }
    });
  });

  it('records the number of the other side once', () => {
    check(({ steps }) => {
      for (const { before, after, events } of steps) {
        if (!before || !events.some(({ type }) => type === 'number-recorded')) continue;
        expect(externalNumber(before)).toBeUndefined();
        expect(externalNumber(after)).toBe('TTS-8');
        expect(after.eskalasi).toBe(before.eskalasi);
      }
    });
  });

  it('touches the user’s part only by handing the form in', () => {
    check(({ steps }) => {
      for (const { before, after, events } of steps) {
        if (!before || events.some(({ type }) => type === 'form-submitted')) continue;
        expect(after.submissions).toBe(before.submissions);
        expect(after.bukuTamu).toBe(before.bukuTamu);
      }
    });
  });

  it('takes corrections of the flagged fields, and of what was wrong before, only', () => {
    check(({ steps }) => {
      for (const { before, after, events } of steps) {
        const previous = before?.submissions.at(-1);
        if (!previous || !events.some(({ type }) => type === 'form-submitted')) continue;
        const flagged = before?.reviews.at(-1)?.kolomKurang.map(({ kolom }) => kolom) ?? [];
        const wrong = previous.temuan.map(({ pointer }) => pointer);
        for (const pointer of differences(previous.formulir, after.submissions.at(-1)?.formulir))
          expect([...flagged, ...wrong]).toContain(pointer);
      }
    });
  });

  it('leaves what was archived as it was, and only adds to it', () => {
    const lists = [
      'submissions',
      'reviews',
      'calls',
      'answers',
      'replies',
      'reopenings',
      'confirmations',
      'archives',
      'reminders',
      'revocations',
    ] as const;
    check(({ steps }) => {
      for (const { before, after } of steps) {
        if (!before || before.archives.length === 0) continue;
        for (const list of lists)
          for (const [index, entry] of before[list].entries())
            expect(after[list][index]).toBe(entry);
        expect(after.analisis).toBe(before.analisis);
        expect(after.eskalasi).toBe(before.eskalasi);
      }
    });
  });

  it('gives every follow-up its own prompt, answer, initials and copy', () => {
    check(({ desk: { consultation } }) => {
      if (!consultation) return;
      const { answers, replies, reopenings, archives, eskalasi, state, revocations } = consultation;
      const prompts = [...replies, ...reopenings].map(({ untukJawaban }) => untukJawaban);
      expect(new Set(prompts).size).toBe(prompts.length);
      // What was archived as escalated and taken back is answered as well, without a word from outside.
      const withdrawn = revocations.filter(({ setelahArsip }) => setelahArsip).length;
      const open = state === 'follow-up' ? 1 : 0;
      const first = eskalasi === undefined && answers.length > 0 ? 1 : 0;
      expect(answers.length).toBe(first + prompts.length + withdrawn - open);
      const handedOver = answers.length + (eskalasi === undefined ? 0 : 1);
      expect(archives.length).toBe(handedOver - (state === 'handing-over' ? 1 : 0));
      expect(new Set(archives.map(({ arsip }) => arsip['nomorBerkas'])).size < 2).toBe(true);
    });
  });

  it('takes nothing back that the user has confirmed', () => {
    check(({ steps }) => {
      for (const { before, events } of steps) {
        if (before?.confirmations.at(-1)?.jawaban !== (before?.answers.length ?? 0) - 1) continue;
        expect(events.some(({ type }) => type === 'reopened' || type === 'confirmed')).toBe(false);
      }
    });
  });

  it('writes actor, time and step of every event, in a log that verifies', () => {
    const ids = new Set(actors.map(({ id }) => id));
    check(({ desk: { events } }) => {
      for (const [index, { actor, at, step }] of events.entries()) {
        expect(ids.has(actor.id)).toBe(true);
        expect(Date.parse(at) >= Date.parse(events[index - 1]?.at ?? at)).toBe(true);
        expect(step >= 1 && step <= 11).toBe(true);
      }
      expect(verifyLog(events)).toEqual({ ok: true });
    });
  });

  it('makes a case that is the fold of its log, in one go as well as step by step', () => {
    check(({ desk: { events, consultation } }) => {
      expect(replay(events)).toEqual(consultation);
      expect(consultation?.version ?? 0).toBe(events.length);
    });
  });

  it('leaves a log in which a removed, repeated or exchanged entry is found', () => {
    check(({ desk: { events } }, [place = 0]) => {
      // A log without its last entry is a log; only a hash that is kept elsewhere shows that.
      const index = place % Math.max(1, events.length - 1);
      const [a, b] = [events[index], events[index + 1]];
      if (!a || !b) return;
      for (const instead of [[b], [a, a, b], [b, a]])
        expect(verifyLog(events.toSpliced(index, 2, ...instead)).ok).toBe(false);
    });
  });

  it('changes nothing by what is refused, and judges the same command alike twice', () => {
    check(({ desk }) => {
      const before = JSON.stringify(desk.consultation);
      for (const type of commandTypes) {
        const [first, second] = [0, 1].map(() => desk.decide(type, { alasan: 'x' }, officer));
        expect(JSON.stringify(first)).toBe(JSON.stringify(second));
      }
      expect(JSON.stringify(desk.consultation)).toBe(before);
    });
  });
});

describe('decide', { timeout: 120_000 }, () => {
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
        const { desk } = play(script.slice(0, 12));
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
    'klasifikasi',
    'nomorLuar',
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
