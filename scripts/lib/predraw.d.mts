/** Types of predraw.mjs, for tests in TypeScript. */
export interface DrawOptions {
  readonly select: string;
  /** The module with `predraw`, as seen from the page. */
  readonly script: string;
  readonly sheets: string;
  readonly withoutScript?: string;
  readonly at?: Date;
}
export function drawFrom(
  address: string,
  options: DrawOptions,
): Promise<{ readonly html: string; readonly sheets: { readonly [tag: string]: string } }>;
export function putInto(page: string, tag: string, html: string): string;
export const example: { readonly page: string; readonly options: DrawOptions };
