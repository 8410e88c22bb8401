import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeOf, surveyElements, surveyIndex, type SurveyRecord } from './survey.js';

function rating(...marks: readonly number[]): SurveyRecord {
  const jawaban = Object.fromEntries(
    surveyElements.map((element, index) => [element, marks[index] ?? marks[0] ?? 1]),
  );
  return { tanggal: '2026-03-04', jawaban };
}

describe('the index of a survey', () => {
  it.each([
    ['full marks', [rating(4)], 100, 'A'],
    ['the lowest marks', [rating(1)], 25, 'D'],
    ['threes', [rating(3), rating(3)], 75, 'C'],
    ['threes and fours', [rating(3), rating(4)], 87.5, 'B'],
    // 32 of 36 points.
    ['a mixed sheet', [rating(4, 4, 3, 4, 3, 3, 4, 3, 4)], 88.89, 'A'],
  ] as const)('of %s', (_title, records, index, grade) => {
    expect(surveyIndex(records)).toMatchObject({ index, grade, respondents: records.length });
  });

  it.each([
    [100, 'A'],
    [88.31, 'A'],
    [88.3, 'B'],
    [76.61, 'B'],
    [76.6, 'C'],
    [65, 'C'],
    [64.99, 'D'],
    [25, 'D'],
  ] as const)('is graded by the intervals of the regulation: %s', (index, grade) => {
    expect(gradeOf(index)).toBe(grade);
  });

  it('counts who gave what, and leaves out what is not complete', () => {
    const { u9: _left, ...some } = rating(4).jawaban;
    const odd = { tanggal: '2026-03-04', jawaban: { ...rating(4).jawaban, u1: 5 } };
    const result = surveyIndex([rating(2, 4), { tanggal: '2026-03-04', jawaban: some }, odd]);
    expect(result?.respondents).toBe(1);
    expect(result?.elements[0]).toEqual({ element: 'u1', counts: [0, 1, 0, 0], mean: 2 });
    expect(surveyIndex([])).toBeUndefined();
  });

  it('is the mean of all marks times 25, and does not depend on the order', () => {
    const marks = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 40 }), (sheets) => {
        const records = sheets.map((sheet) => rating(...sheet));
        const all = sheets.flat();
        const mean = all.reduce((sum, mark) => sum + mark, 0) / all.length;
        expect(surveyIndex(records)?.index).toBeCloseTo(mean * 25, 1);
        expect(surveyIndex([...records].reverse())).toEqual(surveyIndex(records));
      }),
    );
  });
});
