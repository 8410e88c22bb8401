export * from './backend.js';
export * from './deferred/deferred-backend.js';
export * from './drafts/drafts.js';
export * from './drafts/memo.js';
export * from './embedded/index.js';
export * from './zip/zip-files.js';
export { toCsv } from './export/csv.js';
export type { Cell, ExportTable } from './export/table.js';
export { toXlsx } from './export/xlsx.js';
