/** Types of tight-css.mjs, for tests in TypeScript. */
export function tighten(sheet: string): string;
export function tightenSheets(dist: string): void;
