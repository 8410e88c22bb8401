import type { Cell, ExportTable } from './table.js';

/**
 * What a spreadsheet takes for a formula when it opens a CSV file. Somebody's name may begin with it on purpose: an
 * apostrophe before it makes it text, as OWASP advises. Full-width signs count too, which some programs fold.
 */
const formula = /^[\s]*[=+\-@＝＋－＠\t\r\n|]/u;

/** The table as CSV for spreadsheets: UTF-8 with a mark, semicolons as Indonesian settings expect, nothing that calculates. */
export function toCsv({ columns, rows }: ExportTable): Blob {
  const lines = [columns, ...rows].map((cells) => cells.map(textOf).join(';'));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}

function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n,\t]/.test(safe) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
