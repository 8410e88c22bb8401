/** A4 with margins of 20 mm, the title and the page numbers in the foot of each page. */
export function paperRules(runningTitle: string): string {
  const small = "font: 8pt/1 'Liberation Sans', Arial, sans-serif; color: #000;";
  return `@page {
      size: A4;
      margin: 20mm;
      @bottom-left { content: ${cssString(runningTitle)}; ${small} }
      @bottom-right { content: 'Halaman ' counter(page) ' dari ' counter(pages); ${small} }
    }`;
}

/** Any text as a CSS string: everything but letters, digits and spaces as an escape. */
function cssString(text: string): string {
  const escaped = text.replaceAll(
    /[^A-Za-z0-9 ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `,
  );
  return `'${escaped}'`;
}
