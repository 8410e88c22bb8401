/** A rollup plugin: leaves out of our style sheets what only people need. Minifiers of scripts do not look into them. */
export function tightCss() {
  return {
    name: 'tight-css',
    transform(code, id) {
      if (!/(?:\.styles|[\\/]styles[\\/][\w-]+)\.js$/.test(id)) return null;
      // tsc puts a space between the tag and its template.
      const tight = code.replaceAll(
        /\bcss ?`([^`]*)`/g,
        (_whole, sheet) => `css\`${tighten(sheet)}\``,
      );
      return { code: tight, map: null };
    },
  };
}

/**
 * A style sheet without comments, and with no more white space than it needs: around `+`, `-`, `(` and `*` it may mean
 * something, and so may a space before a colon. Quoted texts, and places of values, stay as they are.
 */
export function tighten(sheet) {
  return sheet
    .split(/(\/\*[^]*?\*\/|'[^'\n]*'|"[^"\n]*"|\$\{[^}]*\})/)
    .map((part, index) => {
      if (index % 2 === 1) return part.startsWith('/*') ? '' : part;
      return part
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/ ?([{};,>]) ?/g, '$1')
        .replaceAll(/: /g, ':');
    })
    .join('')
    .replaceAll(/;}/g, '}')
    .trim();
}
