import type { JsonObject } from '../json.js';

/** The nine elements of a public satisfaction survey (PermenPANRB 14/2017), in the order of the regulation. */
export const surveyElements = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'] as const;

export type SurveyElement = (typeof surveyElements)[number];

/**
 * What one person answered. It belongs to no case and to no person, and knows only the day: whoever reads all of it
 * learns what was thought of the office, and not by whom.
 */
export interface SurveyRecord {
  /** The day at the office, `YYYY-MM-DD`. */
  readonly tanggal: string;
  /** The value of the survey's form: `u1` to `u9` from 1 to 4, and maybe `saran`. */
  readonly jawaban: JsonObject;
}

/** The grades of the regulation: A very good, B good, C poor, D bad. */
export type SurveyGrade = 'A' | 'B' | 'C' | 'D';

/** Where each grade begins, on the scale from 25 to 100. */
const grades: readonly (readonly [from: number, grade: SurveyGrade])[] = [
  [88.31, 'A'],
  [76.61, 'B'],
  [65, 'C'],
  [25, 'D'],
];

export interface SurveyElementResult {
  readonly element: SurveyElement;
  /** How many gave 1, 2, 3 and 4. */
  readonly counts: readonly [number, number, number, number];
  /** From 1 to 4. */
  readonly mean: number;
}

export interface SurveyResult {
  readonly respondents: number;
  readonly elements: readonly SurveyElementResult[];
  /** From 25 to 100, to two decimals: the mean of the elements' means, each with the same weight, times 25. */
  readonly index: number;
  readonly grade: SurveyGrade;
}

/**
 * The index of a survey, as PermenPANRB 14/2017 has it. Each element weighs exactly 1/9; the regulation's example
 * writes 0.11, with which full marks would give 99. Answers that are not complete are not counted; undefined when
 * there is none.
 */
export function surveyIndex(records: Iterable<SurveyRecord>): SurveyResult | undefined {
  const tally = surveyElements.map((): [number, number, number, number] => [0, 0, 0, 0]);
  let respondents = 0;
  for (const { jawaban } of records) {
    const marks = surveyElements.map((element) => jawaban[element]);
    if (!marks.every(isMark)) continue;
    respondents += 1;
    marks.forEach((mark, index) => {
      const counts = tally[index];
      if (counts) counts[mark - 1] = (counts[mark - 1] ?? 0) + 1;
    });
  }
  if (respondents === 0) return undefined;
  const elements = surveyElements.map((element, index): SurveyElementResult => {
    const counts = tally[index] ?? [0, 0, 0, 0];
    return { element, counts, mean: sumOf(counts) / respondents };
  });
  // Whole numbers as long as possible: no sum of means may fall below a grade by a rounding of the machine.
  const total = elements.reduce((sum, { counts }) => sum + sumOf(counts), 0);
  const index = Math.round((total * 2500) / (respondents * surveyElements.length)) / 100;
  return { respondents, elements, index, grade: gradeOf(index) };
}

/** The grade of an index that was rounded to two decimals, as the regulation's intervals are. */
export function gradeOf(index: number): SurveyGrade {
  return grades.find(([from]) => index >= from)?.[1] ?? 'D';
}

function isMark(value: unknown): value is 1 | 2 | 3 | 4 {
  return value === 1 || value === 2 || value === 3 || value === 4;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count, index) => sum + count * (index + 1), 0);
}
