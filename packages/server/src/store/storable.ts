/** The engine keeps no NUL in a text and no half of a surrogate pair: nothing of such a name can be there. */
export function isStorable(text: string): boolean {
  return !/[\0\p{Cs}]/u.test(text);
}

/** The same text as the engine can keep it; for what is only looked at, never for what is recorded. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\ufffd');
}
