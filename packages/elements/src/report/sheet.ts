/** What stands in one cell of a table that leaves the page. */
export type Cell = string | number;
export type Rows = readonly (readonly Cell[])[];

/**
 * What a spreadsheet takes for a formula, and what it drops before it looks for one. Also in their wide forms, which
 * some programs take for the same.
 */
const formula = /^[=+\-@\t\r\n\0\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]/u;

/** A text that a spreadsheet shows instead of carrying it out: what people write is never a formula. */
export function neutral(text: string): string {
  return formula.test(text.trimStart()) || formula.test(text) ? `'${text}` : text;
}

/** CSV (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8. Numbers stay numbers. */
export function csvOf(rows: Rows): string {
  const lines = rows.map((row) => row.map(written).join(','));
  return `\u{feff}${lines.join('\r\n')}\r\n`;
}

function written(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : `"${neutral(cell).replaceAll('"', '""')}"`;
}

/** The same as a workbook. The library is fetched when it is needed. */
export async function xlsxOf(rows: Rows): Promise<Blob> {
  const { default: writeXlsx } = await import('write-excel-file/browser');
  const data = rows.map((row) =>
    row.map((cell) =>
      typeof cell === 'number'
        ? { type: Number, value: cell }
        : { type: String, value: inXml(neutral(cell)) },
    ),
  );
  return writeXlsx(data).toBlob();
}

/** XML has no words for most control characters, and a cell holds 32,767 characters. */
function inXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are exactly the characters that XML 1.0 forbids
  const allowed = text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\u{fffd}');
  return allowed.replaceAll(/\p{Surrogate}/gu, '\u{fffd}').slice(0, 32_767);
}
