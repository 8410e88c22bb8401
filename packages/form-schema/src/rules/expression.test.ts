import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { compileExpression } from './expression.js';
import { wordFault } from './fault.js';
import type { Expression } from './language.js';
import { operators } from './operators.js';

/** What an expression comes to, with `/a`, `/b`, … holding the given values. */
function outcome(expression: unknown, values: { readonly [path: string]: Json } = {}): Json {
  const { compiled, faults } = compileExpression(expression, '');
  expect(faults).toEqual([]);
  return compiled.evaluate(compiled.reads.map((path) => values[path] ?? null));
}

function faultsOf(expression: unknown): string[] {
  return compileExpression(expression, '/fields/~1a/visible').faults.map(wordFault);
}

const a = { var: '/a' };
const b = { var: '/b' };

describe('An expression', () => {
  it.each<[Expression, Json]>([
    [true, true],
    ['teks', 'teks'],
    [null, null],
    [
      [1, a],
      [1, null],
    ],
    [{ '==': ['x', 'x'] }, true],
    [
      {
        '==': [
          [1, 2],
          [1, 2],
        ],
      },
      true,
    ],
    [{ '==': [1, '1'] }, false],
    [{ '==': [a, null] }, true],
    [{ '!=': [1, 2] }, true],
    [{ '<': [1, 2] }, true],
    [{ '<': ['2026-01-31', '2026-02-01'] }, true],
    [{ '<=': [2, 2] }, true],
    [{ '>': ['b', 'a'] }, true],
    [{ '>=': ['a', 'a'] }, true],
    [{ '<': [1, '2'] }, false],
    [{ '>=': [a, 0] }, false],
    [{ in: ['b', ['a', 'b']] }, true],
    [{ in: ['c', ['a', 'b']] }, false],
    [{ in: ['lak', 'Palaku'] }, true],
    [{ in: ['lok', 'Palaku'] }, false],
    [{ in: [a, [null]] }, false],
    [{ in: [1, 12] }, false],
    [{ and: [true, 1, 'x'] }, true],
    [{ and: [true, a] }, false],
    [{ or: [0, '', [], 'x'] }, true],
    [{ or: [false, null] }, false],
    [{ '!': a }, true],
    [{ '!': [true] }, false],
    [{ empty: a }, true],
    [{ empty: '  ' }, true],
    [{ empty: [[]] }, true],
    [{ empty: 0 }, false],
    [{ filled: false }, true],
    [{ filled: '' }, false],
    [{ count: [['a', 'b', '', null]] }, 2],
    [{ if: [false, 1, true, 2, 3] }, 2],
    [{ if: [false, 1, 3] }, 3],
    [{ if: [false, 1] }, null],
    [{ '+': [0.1, 0.2] }, 0.3],
    [{ '+': [1, a] }, null],
    [{ '+': [1, '2'] }, null],
    [{ '-': 5 }, -5],
    [{ '-': [5, 2] }, 3],
    [{ '*': [3, 1.1] }, 3.3],
    [{ '/': [1, 4] }, 0.25],
    [{ '/': [1, 0] }, null],
    [{ '*': [1e308, 10] }, null],
    [{ round: 2.5 }, 3],
    [{ round: -2.5 }, -3],
    [{ round: [1.005, 2] }, 1.01],
    [{ round: [12.34, 'x'] }, 12],
    [{ round: ['x'] }, null],
    [{ sum: [[1, null, 2, 'x']] }, 3],
    [{ sum: [[]] }, 0],
    [{ sum: [1, 2, 3] }, 6],
    [{ min: [[3, 1, 2]] }, 1],
    [{ max: [3, 1, [7]] }, 7],
    [{ min: [[]] }, null],
    [{ cat: ['No. ', 12, a, ['/', true]] }, 'No. 12/true'],
    [{ cat: [[[1]]] }, '[1]'],
  ])('%j comes to %j', (expression, expected) => {
    expect(outcome(expression)).toEqual(expected);
  });

  it('looks at each field once, in the order of their mention', () => {
    const { compiled } = compileExpression({ and: [{ '==': [b, a] }, { filled: b }] }, '');
    expect(compiled.reads).toEqual(['/b', '/a']);
    expect(outcome({ '-': [b, a] }, { '/a': 1, '/b': 5 })).toBe(4);
  });

  it('finds a key of every object only as its own', () => {
    expect(faultsOf({ constructor: [1] })[0]).toContain('"constructor" is no operator');
  });

  it.each<[unknown, string]>([
    [
      { '=': [1, 2] },
      '/fields/~1a/visible: "=" is no operator; did you mean "=="? Known are var == !=',
    ],
    [{ gibberish: 1 }, '"gibberish" is no operator. Known are'],
    [{}, 'has no operator'],
    [{ '==': [1, 2], in: [1, 2] }, 'has several operators (==, in)'],
    [
      { and: [{ '==': [1] }] },
      '/fields/~1a/visible/and/0/==: "==" takes 2 value(s), but 1 are given.',
    ],
    [{ and: [] }, '"and" takes at least 1 value(s)'],
    [{ round: [1, 2, 3] }, '"round" takes 1 to 2 value(s)'],
    [{ var: 'nama' }, '/fields/~1a/visible/var: is no path'],
    [{ var: ['/a', 0] }, 'is no path'],
    [[() => 1], '/fields/~1a/visible/0: is no JSON'],
    [undefined, 'is no JSON'],
  ])('%j is refused', (expression, message) => {
    expect(faultsOf(expression).join('\n')).toContain(message);
  });

  it('is refused once when it is too large, and when it is too deep', () => {
    expect(faultsOf({ and: new Array(1000).fill(true) })).toEqual([
      '/fields/~1a/visible/and/499: is too large. An expression has at most 500 parts, nested 20 deep.',
    ]);
    let deep: Json = true;
    for (let depth = 0; depth < 30; depth++) deep = { '!': deep };
    expect(faultsOf(deep)).toHaveLength(1);
  });

  it('that is faulty comes to nothing', () => {
    expect(compileExpression({ fild: 1 }, '').compiled.evaluate([])).toBeNull();
  });

  it('always comes to a JSON value, whatever its operators are given', () => {
    const value = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(operators)),
        fc.array(value),
        (operator, all) => {
          const result = operator.apply(all);
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        },
      ),
    );
  });
});
