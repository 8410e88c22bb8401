/** Types of size-report.mjs, for tests in TypeScript. */

/** What the report needs to know of a chunk; rollup's OutputChunk has it. */
export interface BuiltChunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** Bytes, minified and brotli-compressed. */
export interface Size {
  readonly min: number;
  readonly brotli: number;
}

export interface EntryReport {
  readonly entry: string;
  readonly initial: Size & { readonly files: readonly string[] };
  readonly lazy: readonly (Size & { readonly file: string })[];
}

export function sizeReport(chunks: readonly BuiltChunk[]): EntryReport[];
export function formatReport(report: readonly EntryReport[]): string;

/** Bytes of brotli that are recorded for each entry. */
export interface SizeBudget {
  readonly [entry: string]: number;
}

export function overBudget(report: readonly EntryReport[], budget: SizeBudget): string[];
export function budgetOf(report: readonly EntryReport[]): SizeBudget;
