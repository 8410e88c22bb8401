/** Types of tight-css.mjs, for tests in TypeScript. */
export function tighten(sheet: string): string;
