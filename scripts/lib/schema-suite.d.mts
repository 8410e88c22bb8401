/** A validator as the suite asks for it. */
type Compile = (schema: never) => (value: unknown) => readonly { readonly keyword: string }[];

export interface Edition {
  readonly name: string;
  readonly folder: string;
  readonly dialect: string | undefined;
}

export const editions: readonly Edition[];

export function suiteDocuments(): { readonly [uri: string]: never };

export function runSuite(
  edition: Edition,
  compile: Compile,
): { readonly keyword: string; readonly passed: number; readonly failed: readonly string[] }[];
