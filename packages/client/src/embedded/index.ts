export {
  createEmbeddedBackend,
  type EmbeddedBackend,
  type EmbeddedOptions,
} from './embedded-backend.js';
export { formatNumber, runningNumber, sequenceName, type NumberKind } from './numbers.js';
export type { ImportResult } from './take-over.js';
export { foldText, personKey, rowFilter, summarise, withoutKeys } from './summary.js';
export type * from './store.js';
