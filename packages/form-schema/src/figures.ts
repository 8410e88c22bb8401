/** Digits and the signs among them that keyboards of other scripts write: full-width, Arabic-Indic, Persian. */
const FOREIGN = /[\uff08-\uff1a\u0660-\u0669\u06f0-\u06f9\u066b\u066c\u2212\u3000]/g;

const NAMED: { readonly [sign: string]: string } = {
  '\u066b': '.',
  '\u066c': ',',
  '\u2212': '-',
  '\u3000': ' ',
};

/**
 * The text with its figures as ASCII writes them, for whatever reads numbers, dates or identifiers out of what a person
 * typed. Words stay; what is still not understood afterwards is shown and kept as it was typed.
 */
export function plainFigures(text: string): string {
  return text.replaceAll(FOREIGN, (sign) => NAMED[sign] ?? toAscii(sign.charCodeAt(0)));
}

/** The zeros of the Arabic-Indic and the Persian digits; full-width signs stand where ASCII has theirs, further on. */
const ZEROS = [0x660, 0x6f0];
const FULL_WIDTH = 0xfee0;

function toAscii(code: number): string {
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? String.fromCharCode(code - FULL_WIDTH) : String(code - zero);
}
