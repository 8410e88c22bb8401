import type { ConformanceCase } from '../suite.js';

/** The cases of a chapter; the suite knows which one it is. */
export type Chapter = readonly Omit<ConformanceCase, 'chapter'>[];
