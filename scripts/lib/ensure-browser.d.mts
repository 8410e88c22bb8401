/** Types of ensure-browser.mjs, for configurations in TypeScript. */
export function ensureBrowser(): Promise<string>;
export function findBrowser(): string | undefined;
