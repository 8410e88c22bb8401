import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { safeName } from './files/check.js';
import { inkPath } from './signature/ink.js';
import { fromLocalInput, toLocalInput } from './local-time.js';
import { numberText, parseNumber } from './numbers.js';

describe('A number is read as people write it', () => {
  for (const [text, locale, value] of [
    ['', 'id', undefined],
    ['  ', 'id', undefined],
    ['12', 'id', 12],
    ['1,5', 'id', 1.5],
    ['1.234', 'id', 1234],
    ['1.234,5', 'id', 1234.5],
    ['1.234.567', 'id', 1234567],
    ['1 234,5', 'id', 1234.5],
    ['1.5', 'id', 1.5],
    ['-3,25', 'id', -3.25],
    ['−3', 'id', -3],
    [',5', 'id', 0.5],
    ['1,234.5', 'id', 1234.5],
    ['1,234', 'en', 1234],
    ['1,5', 'en', 1.5],
    ['1.234', 'en', 1.234],
    ['12abc', 'id', '12abc'],
    ['1.2.3', 'id', '1.2.3'],
    ['1,2,3', 'en', '1,2,3'],
    ['1e5', 'id', '1e5'],
    ['99999999999999999999', 'id', '99999999999999999999'],
  ] as const) {
    it(`"${text}" (${locale}) is ${JSON.stringify(value) ?? 'nothing'}`, () => {
      expect(parseNumber(text, locale)).to.equal(value);
    });
  }

  it('reads back every number that it writes', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
        fc.constantFrom('id' as const, 'en' as const),
        (value, locale) => {
          const rounded = Number(value.toFixed(6));
          expect(parseNumber(numberText(rounded, locale), locale)).to.equal(rounded);
        },
      ),
    );
  });
});

describe('A local date and time', () => {
  it('keeps its offset and comes back the same', () => {
    const instant = fromLocalInput('2026-11-22T14:05');
    expect(instant).to.match(/^2026-11-22T14:05:00[+-]\d\d:\d\d$/);
    expect(toLocalInput(instant ?? '')).to.equal('2026-11-22T14:05');
    expect(new Date(instant ?? '').getTime()).to.equal(new Date(2026, 10, 22, 14, 5).getTime());
  });

  it('is nothing when there is none', () => {
    expect(fromLocalInput('')).to.equal(undefined);
    expect(toLocalInput('kemarin')).to.equal('');
  });
});

describe('A drawing', () => {
  const surface = { width: 600, height: 200 };

  it('is scaled to the ink box', () => {
    expect(
      inkPath(
        [
          [
            { x: 0, y: 0 },
            { x: 600, y: 200 },
          ],
          [{ x: 300, y: 100 }],
        ],
        surface,
      ),
    ).to.equal('M0 0L300 100M150 50L150 50');
  });

  it('is nothing without strokes', () => {
    expect(inkPath([], surface)).to.equal('');
    expect(inkPath([[]], surface)).to.equal('');
  });

  it('fits the limit and stays a path, whatever was drawn', () => {
    const point = fc.record({
      x: fc.double({ min: -50, max: 700, noNaN: true }),
      y: fc.double({ min: -50, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { maxLength: 60 }), { maxLength: 8 }),
        fc.integer({ min: 40, max: 2000 }),
        (strokes, limit) => {
          const path = inkPath(strokes, surface, limit);
          expect(path.length).to.be.at.most(limit);
          // The pattern of the schema's `gambar`.
          if (path !== '') expect(path).to.match(/^M[MLCQHVZmlcqhvz0-9 .,-]*$/);
        },
      ),
    );
  });
});

describe('A file name', () => {
  for (const [given, limit, safe] of [
    ['laporan.pdf', 30, 'laporan.pdf'],
    ['C:\\fakepath\\laporan.pdf', 30, 'laporan.pdf'],
    ['../../etc/laporan.pdf', 30, 'laporan.pdf'],
    ['a\u0000b\u202Ec.pdf', 30, 'abc.pdf'],
    ['', 30, 'berkas'],
    ['nama yang panjang sekali.pdf', 12, 'nama ya….pdf'],
    ['😀😀😀😀😀😀.png', 8, '😀😀😀….png'],
  ] as const) {
    it(`"${given}" is kept as "${safe}"`, () => {
      expect(safeName(given, limit)).to.equal(safe);
    });
  }
});
