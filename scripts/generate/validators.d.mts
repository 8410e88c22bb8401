/** The modules of one schema, by their names below `src/generated`. */
export function validatorModules(
  name: string,
  schema: unknown,
  inlineRefs: (schema: never) => unknown,
): [name: string, code: string][];
