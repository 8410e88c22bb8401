/** The one thing of the platform that this floor uses: every browser and every Node has it, the language does not. */
// eslint-disable-next-line no-restricted-globals -- RFC 3986 is not ours to write, and this is no part of the DOM.
const { URL } = globalThis as unknown as {
  readonly URL: new (url: string, base: string) => { readonly href: string };
};

/** A reference as seen from a base (RFC 3986), without an empty fragment; undefined when it is none. */
export function absolute(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href.replace(/#$/, '');
  } catch {
    return undefined;
  }
}
