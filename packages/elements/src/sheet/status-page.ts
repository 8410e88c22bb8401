import type { Profile } from '@lpse-konsultasi/form-schema';

/** The office's status page as an absolute address; undefined for none, and for one that is no web page. */
export function statusPageOf(
  own: string | undefined,
  { office }: Profile,
  base: string,
): string | undefined {
  const said = own || office.halamanStatus;
  if (said === undefined) return undefined;
  try {
    const { protocol, href } = new URL(said, base);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
