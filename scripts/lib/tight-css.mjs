import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The modules that hold our style sheets. */
const sheets = /(?:\.styles|(?:^|[\\/])styles[\\/][\w-]+)\.[jt]s$/;

/** Leaves out of the style sheets of a package, as it is published, what only people need. */
export function tightenSheets(dist) {
  for (const file of readdirSync(dist, { recursive: true })) {
    if (!sheets.test(file)) continue;
    const code = readFileSync(resolve(dist, file), 'utf8');
    const tight = tightenModule(code);
    if (tight !== code) writeFileSync(resolve(dist, file), tight);
  }
}

/** The same as a plugin, for a bundle that is made of the sources. */
export function tightCss() {
  return {
    name: 'tight-css',
    enforce: 'pre',
    transform: (code, id) => (sheets.test(id) ? { code: tightenModule(code), map: null } : null),
  };
}

function tightenModule(code) {
  // tsc puts a space between the tag and its template.
  return code.replaceAll(/\bcss ?`([^`]*)`/g, (_whole, sheet) => `css\`${tighten(sheet)}\``);
}

/**
 * A style sheet without comments, and with no more white space than it needs: around `+`, `-`, `(` and `*` it may mean
 * something, and so may a space before a colon. Quoted texts, and places of values, stay as they are.
 */
export function tighten(sheet) {
  // Comments first: what stands around one is next to each other then.
  return sheet
    .replaceAll(/('[^'\n]*'|"[^"\n]*")|\/\*[^]*?\*\//g, (_whole, quoted) => quoted ?? ' ')
    .split(/('[^'\n]*'|"[^"\n]*"|\$\{[^}]*\})/)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      return part
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/ ?([{};,>]) ?/g, '$1')
        .replaceAll(/: /g, ':');
    })
    .join('')
    .replaceAll(/;}/g, '}')
    .trim();
}
