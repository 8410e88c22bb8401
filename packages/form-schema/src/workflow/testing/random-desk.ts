import fc from 'fast-check';
import type { Json } from '../../json.js';
import { setAt } from '../../pointer.js';
import type { Actor } from '../actor.js';
import { commandTypes } from '../commands.js';
import type { CommandType } from '../commands.js';
import type { Consultation } from '../consultation.js';
import { allowedCommands } from '../admission.js';
import type { ConsultationEvent } from '../events.js';
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
} from './desk.js';

export const actors: readonly Actor[] = [user, reception, officer, colleague, coordinator, viewer];

/** One thing that someone does at the desk, as digits that choose who, what, with which data and when. */
export type Move = number;

/** Scripts that are long enough to reach every corner of the procedure. */
export const moves = fc.array(fc.nat({ max: 10 * 120 * 10 * 96 - 1 }), {
  minLength: 8,
  maxLength: 28,
  size: 'max',
});

/** A command that was carried out. */
export interface Step {
  readonly before: Consultation | undefined;
  readonly after: Consultation;
  readonly events: readonly ConsultationEvent[];
}

/** What became of a script. */
export interface History {
  readonly desk: Desk;
  readonly steps: readonly Step[];
}

/** Lets the moves happen at an empty desk. */
export function play(script: readonly Move[]): History {
  const desk = new Desk();
  const steps: Step[] = [];
  for (const move of script) {
    const before = desk.consultation;
    const count = desk.events.length;
    perform(desk, move);
    if (desk.events.length > count)
      steps.push({ before, after: desk.case, events: desk.events.slice(count) });
  }
  return { desk, steps };
}

function perform(desk: Desk, move: Move): void {
  const [luck, pick, variant, minutes] = digits(move, [10, 120, 10, 96]);
  desk.wait(minutes - 5);
  // Mostly something that moves the case on, at times something beside the way, at times anything.
  const usual = luck > 0 ? possible(desk, luck > 1) : [];
  const [actor, type] = at(usual.length > 0 ? usual : anything, pick);
  if (type === 'answer' && !desk.consultation) return;
  desk.give(type, at(variants(desk, type, actor), variant), actor);
}

/** What does not bring a case nearer to its end. */
const besideTheWay: readonly CommandType[] = [
  'cancel',
  'explain-deviation',
  'remind',
  'revoke-escalation',
];

type Chance = readonly [actor: Actor, type: CommandType];

const anything: readonly Chance[] = actors.flatMap((actor) =>
  commandTypes.map((type): Chance => [actor, type]),
);

function possible(desk: Desk, onward: boolean): Chance[] {
  return actors.flatMap((actor) =>
    allowedCommands(desk.consultation, actor, desk.profile)
      .filter((type) => !onward || !besideTheWay.includes(type))
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
    case 'escalate': {
      const { nomorLuar: _, ...awaiting } = right;
      return [right, awaiting];
    }
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
