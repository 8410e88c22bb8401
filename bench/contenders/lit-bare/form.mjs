/** The questions as they are: the element renders them by hand. */
export function source({ title, submit, sections }) {
  return `export const form = ${JSON.stringify({ title, submit, sections })};`;
}
