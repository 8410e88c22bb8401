export {
  createEmbeddedBackend,
  type EmbeddedBackend,
  type EmbeddedOptions,
  type ImportResult,
} from './embedded-backend.js';
export { formatNumber, runningNumber, sequenceName, type NumberKind } from './numbers.js';
export { summarise } from './summary.js';
export type * from './store.js';
