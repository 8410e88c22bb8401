import { describe, expect, it } from 'vitest';
import { compile } from '../compile.js';
import { LpseError } from '../../errors.js';
import type { Matcher } from './matcher.js';
import { matcherOf } from './matcher.js';
import { parsePattern, PatternError } from './parse.js';
import { programsOf } from './program.js';

/*
 * Patterns that are known to stall engines, from advisories and articles about regular-expression denial of service,
 * and families of them. What is asserted is what the time follows from: a pattern either never reaches the engine, or
 * is one whose ways through it are few, and an automaton has few states. `npm run bench` has the milliseconds.
 */

const inner = ['a', '\\w', '[a-z]', '.', '\\d', '\\s', '(?:a|b)', '[^,]'];
const nested = inner.flatMap((one) => [
  `^(${one}+)+$`,
  `^(${one}*)*$`,
  `^(?:${one}+)*!`,
  `(${one}+)+x`,
  `^(${one}|${one})+$`,
  `^(${one}|${one}${one})+$`,
  `^(${one}?){25}${one}{25}$`,
  `(?:${one}{1,20}){1,20}!`,
]);
const crossing = inner.flatMap((one) =>
  inner.slice(0, 5).flatMap((other) => [`${one}*${other}*${one}*x`, `^${one}+${other}+${one}+$`]),
);
const endless = inner.flatMap((one) => [
  `${one}+$`,
  `${one}*${one}*!`,
  `(?=${one}*,)${one}*;`,
  `(?<=x${one}*)y`,
  `(?!${one}*x)(${one}+)+y`,
]);
const published = [
  '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  "^[a-zA-Z]+(([',. -][a-zA-Z ])?[a-zA-Z]*)*$",
  '^(([^<>()[\\]\\\\.,;:\\s@"]+(\\.[^<>()[\\]\\\\.,;:\\s@"]+)*)|(".+"))@(([a-zA-Z\\-0-9]+\\.)+[a-zA-Z]{2,})$',
  '^(?:(?:\\.?[a-z0-9]+)*)+$',
  '^\\s*(\\d+\\s*,?\\s*)*$',
  '(?:[\\w-]+\\s*)*;$',
  '^(.*?,){11}P',
  '\\s+$',
  '^[\\s\\u200c]+|[\\s\\u200c]+$',
  '(\\s*,\\s*)+$',
  '<!--[\\s\\S]*?-->.*<!--',
  '^(\\/[^/]+)*\\/?$',
  '(?:x+x+)+y',
  '(.*)*=(.*)*;',
  '^#([\\da-f]{3}){1,2}$|^(#[\\da-f]+)+!',
  '^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$',
  '^(?=.*[A-Z])(?=.*[a-z])(?=.*\\d)(?=.*[^\\w]).{8,}$',
  '((a*)*)*b',
  '(?:a|aa|aaa|aaaa|aaaaa)+$',
  '^(a|b|ab)*c$',
  '^([a-c]|[b-d]|[c-e])+z$',
  '^(?:\\d|\\d\\d|\\d{3})*-$',
  '((?:[^"\\\\]|\\\\.)*)+"$',
];
const evil = [...new Set([...nested, ...crossing, ...endless, ...published])];

const attacks = ['a', '1', ' ', ',', 'ab', 'x,', '#a', '/a', 'a.'].map((part) =>
  part.repeat(10_000 / part.length),
);

function answering(source: string): Matcher | undefined {
  try {
    return matcherOf(source);
  } catch (error) {
    expect(error).toEqual(new PatternError('is a pattern of too many parts'));
    return undefined;
  }
}

describe('an evil pattern', () => {
  it('is one of more than 200 here', () => {
    expect(evil.length).toBeGreaterThan(200);
    expect(evil.filter((source) => !answering(source)).length).toBeLessThan(20);
  });

  it.each(evil)('is answered in steps that grow with the text: %s', (source) => {
    const matcher = answering(source);
    // Some ask for more states than a form does: those are refused.
    if (!matcher) return;
    if (!matcher.isNative) {
      const { whole, looks } = programsOf(parsePattern(source));
      const states = [whole, ...looks.map(({ program }) => program)].map(
        ({ steps }) => steps.length,
      );
      expect(Math.max(...states)).toBeLessThanOrEqual(700);
    }
    for (const attack of attacks) expect(typeof matcher.test(`${attack}\n`)).toBe('boolean');
  });

  it('never reaches the engine where two parts of it may go on for ever', () => {
    const reaching = evil.filter((source) => answering(source)?.isNative);
    for (const source of reaching)
      expect(source.match(/[*+]/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it.each([
    ['pattern', (source: string) => ({ pattern: source }), (text: string) => text],
    [
      'patternProperties',
      (source: string) => ({ patternProperties: { [source]: false } }),
      (text: string) => ({ [text]: 1 }),
    ],
    [
      'propertyNames',
      (source: string) => ({ propertyNames: { pattern: source } }),
      (text: string) => ({ [text]: 1 }),
    ],
    [
      'an if',
      (source: string) => ({ if: { pattern: source }, then: false }),
      (text: string) => text,
    ],
  ])('is harmless in %s', (_, schemaOf, valueOf) => {
    for (const source of ['^(a+)+$', '(a|aa)*b', '^(?=(a+)+b)']) {
      const validate = compile(schemaOf(source));
      expect(Array.isArray(validate(valueOf(`${'a'.repeat(10_000)}!`)))).toBe(true);
    }
  });

  it('is harmless as an answer where a pattern is asked for', () => {
    const validate = compile({ format: 'regex' });
    for (const source of evil) expect(validate(source)).toEqual([]);
    expect(validate(`${'(a+'.repeat(3000)}`)).toHaveLength(1);
  });

  it('that nobody could answer in time is refused by name', () => {
    const refused = () => compile({ properties: { a: { pattern: '(a+)\\1+b' } } });
    expect(refused).toThrow(LpseError);
    expect(refused).toThrow('/properties/a/pattern uses a back-reference');
  });
});
