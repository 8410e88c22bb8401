import type { PatternNode } from './parse.js';
import type { Program, Step } from './program.js';
import { BOUNDARY, END, FORK, lookBit, MATCH, programsOf, READ, START } from './program.js';

/*
 * Patterns as automata that are in all their states at once: a text costs its length times the states of the pattern
 * and never more, whatever either says. Combinations of states that came up are remembered, as most come up again.
 */

/** Whether a character, by its code point, is one of a set. */
type Has = (point: number) => boolean;

/** States and answers beyond these are not remembered, and found each time. */
const MAX_KNOWN = 10_000;

/** A text: its code points, and for each place between them what is known there, as bits. */
interface Places {
  readonly points: readonly number[];
  readonly known: Uint32Array;
}

/** Finds whether a pattern occurs in a text. */
export class Automaton {
  readonly #whole: Runner;
  readonly #looks: readonly { readonly runner: Runner; readonly ahead: boolean }[];

  /** @throws PatternError for a pattern of too many states. */
  constructor(pattern: PatternNode) {
    const { whole, looks, sets } = programsOf(pattern);
    const tests = sets.map(setTest);
    this.#whole = new Runner(whole, tests);
    this.#looks = looks.map(({ program, ahead }) => ({
      runner: new Runner(program, tests),
      ahead,
    }));
  }

  test(text: string): boolean {
    const points = Array.from(text, (character) => character.codePointAt(0) as number);
    const known = Uint32Array.from({ length: points.length + 1 }, (_, at) => edgesAt(points, at));
    this.#looks.forEach(({ runner, ahead }, index) => {
      const found = runner.run({ points, known }, ahead, false);
      for (const at of found) known[at] = (known[at] as number) | lookBit(index);
    });
    return this.#whole.run({ points, known }, false, true).length > 0;
  }
}

function edgesAt(points: readonly number[], at: number): number {
  const isBoundary = isWord(points[at - 1]) !== isWord(points[at]);
  return (at === 0 ? START : 0) | (at === points.length ? END : 0) | (isBoundary ? BOUNDARY : 0);
}

function isWord(point: number | undefined): boolean {
  return point !== undefined && /\w/.test(String.fromCodePoint(point));
}

function setTest(source: string): Has {
  const whole = new RegExp(`^${source}$`, 'u');
  const known = new Map<number, boolean>();
  return (point) => {
    const old = known.get(point);
    if (old !== undefined) return old;
    const has = whole.test(String.fromCodePoint(point));
    if (known.size < MAX_KNOWN) known.set(point, has);
    return has;
  };
}

/** The states that an automaton is in together, and where they lead. */
interface Crowd {
  /** States before anything is asked about the place. */
  readonly states: Int32Array;
  /** By what is known of the place and the character that follows. */
  readonly next: Map<number, Move>;
}

interface Move {
  /** Whether a match has been found before the character is read. */
  readonly matches: boolean;
  readonly crowd: Crowd;
}

class Runner {
  readonly #program: Program;
  readonly #sets: readonly Has[];
  readonly #crowds = new Map<string, Crowd>();
  #remembered = 0;
  /** Room to work in: the states on the way as a stack, those that follow, and when each was last seen. */
  readonly #open: Int32Array;
  readonly #following: Int32Array;
  readonly #visited: Uint32Array;
  readonly #followed: Uint32Array;
  readonly #reads: Uint8Array;
  #round = 0;

  constructor(program: Program, sets: readonly Has[]) {
    const { length } = program.steps;
    const ways = program.steps.map((step) => (step.do === FORK ? step.to.length : 1));
    this.#program = program;
    this.#sets = sets;
    this.#open = new Int32Array(ways.reduce((sum, count) => sum + count, length));
    this.#following = new Int32Array(length);
    this.#visited = new Uint32Array(length);
    this.#followed = new Uint32Array(length);
    this.#reads = new Uint8Array(sets.length);
  }

  /** The places where a match ends, or begins when run backward; the first one is enough when `once`. */
  run({ points, known }: Places, backward: boolean, once: boolean): number[] {
    const found: number[] = [];
    const last = points.length;
    let crowd = this.#crowdOf(Int32Array.of(this.#program.start));
    for (let step = 0; step <= last; step++) {
      const at = backward ? last - step : step;
      const point = (backward ? points[at - 1] : points[at]) ?? -1;
      const move = this.#move(crowd, known[at] as number, point);
      if (move.matches) {
        found.push(at);
        if (once) break;
      }
      crowd = move.crowd;
    }
    return found;
  }

  #move(crowd: Crowd, known: number, point: number): Move {
    const key = known * 0x110000 + point;
    const old = crowd.next.get(key);
    if (old) return old;
    const move = this.#newMove(crowd, known, point);
    if (this.#remembered < MAX_KNOWN) crowd.next.set(key, move);
    return move;
  }

  #newMove({ states }: Crowd, known: number, point: number): Move {
    const { steps, start } = this.#program;
    const [open, following, visited] = [this.#open, this.#following, this.#visited];
    const [followed, reads, round] = [this.#followed, this.#reads, ++this.#round];
    this.#sets.forEach((has, set) => (reads[set] = Number(point >= 0 && has(point))));
    // A match may begin at every place: the start is always among the states.
    let count = 1;
    following[0] = start;
    followed[start] = round;
    let matches = false;
    open.set(states);
    for (let depth = states.length; depth > 0;) {
      const state = open[--depth] as number;
      if (visited[state] === round) continue;
      visited[state] = round;
      const step = steps[state] as Step;
      if (step.do === READ) {
        const { next } = step;
        if (reads[step.set] === 0 || followed[next] === round) continue;
        followed[next] = round;
        following[count++] = next;
      } else if (step.do === FORK) for (const to of step.to) open[depth++] = to;
      else if (step.do === MATCH) matches = true;
      else if (((known & step.bit) !== 0) === step.holds) open[depth++] = step.next;
    }
    return { matches, crowd: this.#crowdOf(following.slice(0, count)) };
  }

  #crowdOf(states: Int32Array): Crowd {
    // Once there are many, looking one up costs more than it saves.
    if (this.#remembered >= MAX_KNOWN) return { states, next: new Map() };
    const key = states.slice().sort().join();
    const old = this.#crowds.get(key);
    if (old) return old;
    const crowd = { states, next: new Map<number, Move>() };
    this.#crowds.set(key, crowd);
    this.#remembered += states.length;
    return crowd;
  }
}
