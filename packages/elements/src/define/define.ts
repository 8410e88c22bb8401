/** Where an element's class says which version it is, readable across copies of the library on one page. */
const versionMark = Symbol.for('lpse-konsultasi:version');

export const version = '0.1.0';

/**
 * Registers a tag once. A second copy of the library on the same page (a theme and a plugin that both bring it) leaves
 * the first in place: silently when it is the same version, with a warning when it is another.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (known === undefined) {
    Object.defineProperty(element, versionMark, { value: version });
    customElements.define(tag, element);
    return;
  }
  const other: unknown = Reflect.get(known, versionMark);
  if (known === element || other === version) return;
  console.warn(
    `[lpse-konsultasi] LPSE_ELEMENT_DEFINED: <${tag}> is defined by version ${String(other ?? 'unknown')}; ` +
      `version ${version} is ignored. Load the library once.`,
  );
}
