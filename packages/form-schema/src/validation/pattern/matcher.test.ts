import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Automaton } from './automaton.js';
import { matcherOf } from './matcher.js';
import { parsePattern, PatternError } from './parse.js';

/** Parts of patterns of every kind, and texts of the characters that they are about. */
const atoms = [
  ...['a', 'b', '.', '[ab]', '[^a]', '[\\]a-]', '\\d', '\\w', '\\.', '\\x61', '\\u0061', '\\cJ'],
  ...['\\u{1F600}', '\\ud83d\\ude00', '\\p{L}', '\\P{Lu}', '\\n', '\\0', 'é', '😀'],
];
const places = [
  ...['^', '$', '\\b', '\\B', '(?=a)', '(?!b)', '(?<=a)', '(?<!ab)', '(?=.*b)', '(?!^)'],
  '(?<=(?=a).)',
];
const signs = ['', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?'];
const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', '1', '.', ']', '\n', '\0', '😀', '\ud800', 'é'),
  maxLength: 7,
});

const pattern: fc.Arbitrary<string> = fc.letrec<{ whole: string; group: string; part: string }>(
  (tie) => ({
    whole: fc
      .array(fc.array(tie('part'), { maxLength: 4 }), { minLength: 1, maxLength: 2 })
      .map((branches) => branches.map((parts) => parts.join('')).join('|')),
    group: fc
      .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('whole'), fc.constantFrom(...signs))
      .map(([opening, inside, sign]) => `${opening}${inside})${sign}`),
    part: fc.oneof(
      { maxDepth: 3 },
      fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...signs)).map((both) => both.join('')),
      fc.constantFrom(...places),
      tie('group'),
    ),
  }),
).whole;

function automatonOf(source: string): Automaton | undefined {
  try {
    return new Automaton(parsePattern(source));
  } catch {
    return undefined;
  }
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

describe('an automaton', () => {
  it('finds what the engine finds, in any text', () => {
    fc.assert(
      fc.property(pattern.filter(isPattern), fc.array(text, { minLength: 8 }), (source, texts) => {
        const engine = new RegExp(source, 'u');
        const automaton = automatonOf(source);
        // Repetitions of repetitions may come to more states than are allowed.
        if (!automaton) return;
        for (const one of texts) {
          // Looking for no boundary, V8 looks between the halves of a character as well; the standard does not.
          if (source.includes('\\B') && /\p{So}/u.test(one)) continue;
          expect([one, automaton.test(one)]).toEqual([one, engine.test(one)]);
          expect(matcherOf(source).test(one)).toBe(engine.test(one));
        }
      }),
      { numRuns: Number(process.env['LPSE_RUNS'] ?? 400) },
    );
  });

  it('finds the same again when it remembers no more', () => {
    const automaton = new Automaton(parsePattern('([ab]*a[ab]{40})+c'));
    // The high bits of a linear congruence: letters that do not come round again.
    let state = 1;
    const letters = Array.from({ length: 3000 }, () => {
      state = (state * 69_069 + 1) % 2 ** 32;
      return state > 2 ** 31 ? 'a' : 'b';
    });
    expect(automaton.test(letters.join(''))).toBe(false);
    expect(automaton.test(`${letters.join('')}c`)).toBe(true);
    expect(automaton.test('b'.repeat(50) + 'c')).toBe(false);
  });

  it('remembers answers about a few characters only', () => {
    const automaton = new Automaton(parsePattern('(?:\\p{Lu}+)+x'));
    const all = Array.from({ length: 0x4e00 }, (_, at) => String.fromCodePoint(at + 0x4e00));
    expect(automaton.test(all.join(''))).toBe(false);
    expect(automaton.test('ÀÉx')).toBe(true);
  });
});

describe('a pattern', () => {
  it.each([
    '^\\+62\\d{9,12}$',
    '^[a-z]+$',
    '^l',
    'a$',
    '^(?:0[1-9]|1[0-2])$',
    '^\\d{15,16}$',
    'x-',
    '',
  ])('that is plain runs in the engine: %j', (source) => {
    expect(matcherOf(source).isNative).toBe(true);
  });

  it.each([
    '^(a+)+$',
    'a+$',
    '(a|a)*b',
    '^\\s+|\\s+$',
    '(?=.*\\d).{8,}',
    '^a?a?a?a?a?a?a?b',
    'f.*o',
    '^.*,.*$',
  ])('that could be tried for long does not: %j', (source) => {
    expect(matcherOf(source).isNative).toBe(false);
  });

  it('is refused for modifiers also where the engine knows them', () => {
    // That of older runtimes does not, and would refuse the pattern itself.
    vi.stubGlobal('RegExp', class {});
    let refusal: unknown;
    try {
      parsePattern('(?i:a)');
    } catch (error) {
      refusal = error;
    } finally {
      vi.unstubAllGlobals();
    }
    expect(String(refusal)).toContain('uses modifiers within a pattern');
  });

  it.each([
    ['(a)\\1', /back-reference/],
    ['(?<n>a)\\k<n>', /back-reference/],
    ['(', /none/],
    ['a{2,1}', /none/],
    ['(?:a{100}){100}', /too many parts/],
    ['^.*@.{1,255}$', /too many parts/],
    ['(?=a)'.repeat(26), /too many look-arounds/],
  ])('is refused by what it uses: %s', (source, reason) => {
    expect(() => matcherOf(source)).toThrow(PatternError);
    expect(() => matcherOf(source)).toThrow(reason);
  });

  it('of a site name is matched', () => {
    const matcher = matcherOf('^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$');
    expect(matcher.test('lpse.contoh.go.id')).toBe(true);
    expect(matcher.test('lpse..id')).toBe(false);
  });

  it('may be longer where the text that it reads is short', () => {
    const matcher = matcherOf('^[^@]{1,64}@[^@]{1,255}$');
    expect(matcher.test('sari@contoh.id')).toBe(true);
    expect(matcher.test(`${'s'.repeat(65)}@contoh.id`)).toBe(false);
  });

  it('is made once', () => {
    expect(matcherOf('^satu*$')).toBe(matcherOf('^satu*$'));
  });

  it('is forgotten after many others, and means the same again', () => {
    const before = matcherOf('^dua+$');
    for (let at = 0; at < 600; at += 1) matcherOf(`^dua{${at}}$`);
    expect(matcherOf('^dua+$')).not.toBe(before);
    expect([matcherOf('^dua+$').test('duaa'), matcherOf('^dua+$').test('du')]).toEqual([
      true,
      false,
    ]);
  });
});
