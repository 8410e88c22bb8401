/** Without a generated validator: the element fetches the interpreter. */
export function source({ schema, layout }) {
  return `export const form = ${JSON.stringify({ schema, layout })};`;
}
