import { describe, expect, it } from 'vitest';
import { commandTypes } from './commands.js';
import type { CommandType } from './commands.js';
import { allowedCommands } from './admission.js';
import { isRefusal } from './refusal.js';
import { states } from './states.js';
import type { State } from './states.js';
import { movements, transitions } from './transitions.js';
import { stateAfter } from './evolve.js';
import {
  actorFor,
  coordinator,
  dataFor,
  type Desk,
  deskIn,
  incomplete,
  officer,
  user,
  viewer,
} from './testing/desk.js';

const places = ['none', ...states] as const;
type Place = (typeof places)[number];

const OUT = 'LPSE_WORKFLOW_OUT_OF_ORDER';
const KNOWN = 'LPSE_WORKFLOW_ALREADY_REGISTERED';

/** What becomes of a case to which a command with right data is given: its next state, or why not. All others: `OUT`. */
const expected: { readonly [place in Place]: { readonly [type in CommandType]?: string } } = {
  none: { register: 'draft' },
  draft: { submit: 'submitted', cancel: 'cancelled' },
  submitted: { 'start-review': 'reviewing', cancel: 'cancelled' },
  reviewing: { review: 'queued', cancel: 'cancelled' },
  incomplete: { return: 'draft', cancel: 'cancelled' },
  queued: { call: 'called', cancel: 'cancelled' },
  called: { call: 'called', 'record-attendance': 'analysing', cancel: 'cancelled' },
  'no-show': { requeue: 'queued', cancel: 'cancelled' },
  analysing: { analyse: 'answering' },
  answering: { answer: 'handing-over' },
  escalating: { escalate: 'handing-over', 'revoke-escalation': 'analysing' },
  'handing-over': { archive: 'archived' },
  archived: { confirm: 'archived', reopen: 'follow-up' },
  'follow-up': { answer: 'handing-over' },
  cancelled: {},
};

function outcome(place: Place, type: CommandType): string {
  if (place === 'none') return expected.none[type] ?? 'LPSE_CONSULTATION_UNKNOWN';
  if (type === 'register') return KNOWN;
  if (type === 'explain-deviation') return place;
  return expected[place][type] ?? OUT;
}

describe('the table of the procedure', () => {
  for (const place of places)
    describe(place === 'none' ? 'without a case' : `in ${place}`, () => {
      it.each(commandTypes.map((type) => ({ type, becomes: outcome(place, type) })))(
        '$type → $becomes',
        ({ type, becomes }) => {
          const desk = deskIn(place);
          const data = type === 'answer' && place === 'none' ? {} : dataFor(desk, type);
          expect(desk.give(type, data, actorFor(type)) ?? desk.state).toBe(becomes);
        },
      );
    });

  it('has a place for every command', () => {
    for (const type of commandTypes)
      expect(
        transitions.some(({ command }) => command === type),
        type,
      ).toBe(true);
  });

  it('has the second answers of the decisions', () => {
    expect(deskIn('reviewing').do('review', incomplete('/nama')).state).toBe('incomplete');
    expect(deskIn('called').do('record-attendance', { hasil: 'dilewati' }).state).toBe('no-show');
    const unsolved = { informasiTambahan: 'Di luar wewenang.', solusiDitemukan: false };
    expect(deskIn('analysing').do('analyse', unsolved).state).toBe('escalating');
  });

  it('lets a coordinator take an unfinished review over, and takes a reply only for what was escalated', () => {
    const desk = deskIn('reviewing').do('start-review', {}, coordinator);
    expect(desk.case.reviewer?.id).toBe(coordinator.id);
    const escalated = deskIn('escalating').do('escalate').do('archive');
    expect(escalated.do('receive-reply').state).toBe('follow-up');
  });

  it('is what decide does: each listed command leads where the table says, by movements that fit', () => {
    for (const { command, from, to } of transitions) {
      const desk = deskFor(command, from);
      const actor =
        command === 'start-review' && from === 'reviewing' ? coordinator : actorFor(command);
      const result = desk.decide(command, dataFor(desk, command, actor), actor);
      if (isRefusal(result)) throw new Error(`${command} in ${from}: ${result.code}`);
      let state: State | null = from;
      for (const event of result) {
        expect(movements[event.type].from, event.type).toContain(state);
        state = stateAfter(state ?? 'draft', event);
      }
      expect(to, `${command} in ${from}`).toContain(state);
    }
  });
});

const unnumbered = { tujuan: 'lkpp', kanal: 'tts', ringkasan: 'Gagal unggah.' };

/** A reply, a number, a reminder and a revocation are for escalated cases only. */
function deskFor(command: CommandType, from: State | null): Desk {
  const isOfEscalation = ['record-number', 'remind', 'revoke-escalation', 'receive-reply'].includes(
    command,
  );
  if (!isOfEscalation || from === 'escalating') return deskIn(from ?? 'none');
  const desk = deskIn('escalating').do('escalate', unnumbered);
  if (from === 'handing-over') return desk;
  desk.do('archive');
  return from === 'follow-up' ? desk.do('receive-reply') : desk;
}
describe('allowedCommands', () => {
  it('names exactly what decide would not refuse for its order, role or case', () => {
    for (const place of places)
      for (const actor of [user, officer, coordinator, viewer]) {
        const desk = deskIn(place);
        const allowed = allowedCommands(desk.consultation, actor, desk.profile);
        for (const type of commandTypes) {
          const result = desk.decide(type, {}, actor);
          const code = isRefusal(result) ? result.code : '';
          const refused = /^LPSE_(WORKFLOW|REVIEW_NOT_YOURS|CALL_LIMIT|CONSULTATION)/.test(code);
          expect(allowed.includes(type), `${type} by ${actor.role} in ${place}: ${code}`).toBe(
            !refused,
          );
        }
      }
  });
});
