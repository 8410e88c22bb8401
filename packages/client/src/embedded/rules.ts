/**
 * What the embedded backends are made of, for a backend that keeps its data elsewhere: a `StoreWriter` of its own, and
 * the same judgement, numbers, rows and cursors come out. A server that uses it cannot disagree with the page.
 */
export { startOfDay } from './board.js';
export { carryOut, type CarriedOut, type Circumstances } from './carry-out.js';
export { decodeCursor, encodeCursor } from './cursor.js';
export { caseOf, foldOf } from './fold.js';
export { deepFreeze, plainCopy } from './plain.js';
export { foldText, instant, rowFilter, summarise, withoutKeys } from './summary.js';
export type * from './store.js';
export { mayAsk, outcomeFor, recordFor, rowFor } from './shown.js';
