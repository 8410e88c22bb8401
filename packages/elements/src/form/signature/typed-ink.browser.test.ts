import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { typedInk } from './typed-ink.js';

const accepted = /^M[MLCQHVZmlcqhvz0-9 .,-]*$/;

function pointsOf(path: string): (readonly [number, number])[] {
  const numbers = [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number));
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);
}

describe('Typed initials', () => {
  it('are path data inside the box, for every text that has a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
        const path = typedInk(`a${text}`);
        expect(path).to.match(accepted);
        for (const [x, y] of pointsOf(path)) {
          expect(x, text).to.be.within(0, 300);
          expect(y, text).to.be.within(0, 100);
        }
      }),
    );
  });

  it('differ for every letter and digit, large and small', () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    expect(new Set([...signs].map((sign) => typedInk(sign))).size).to.equal(signs.length);
  });

  for (const [what, text, same] of [
    ['lose marks that the hand does not know', 'Éka', 'Eka'],
    ['leave out signs that it does not know', 'R★W', 'RW'],
    ['take all white space for one space', ' R\t\nW ', 'R W'],
  ] as const) {
    it(what, () => {
      expect(typedInk(text)).to.equal(typedInk(same));
    });
  }

  it('are nothing where nothing can be written', () => {
    for (const text of ['', '   ', '签名', '🖊️']) expect(typedInk(text)).to.equal('');
  });

  it('stand on two lines when they are long', () => {
    const highest = (path: string): number => Math.min(...pointsOf(path).map(([, y]) => y));
    const one = typedInk('Muhammad Nur');
    const two = typedInk('Muhammad Nur Hidayatullah');
    expect(highest(two)).to.be.lessThan(highest(one));
  });

  it('become straight where the schema leaves little room', () => {
    const round = typedInk('Rina');
    const straight = typedInk('Rina', round.length - 1);
    expect(straight).to.match(/^M[ML0-9 .-]*$/);
    expect(straight.length).to.be.lessThan(round.length);
  });
});
