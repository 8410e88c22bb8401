import type { Cell, ExportTable } from './table.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a cell of a spreadsheet can hold at most. */
const longestText = 32_767;

/** Characters that XML 1.0 has no place for: one of them, and no program opens the file. */
const unwritable =
  // eslint-disable-next-line no-control-regex -- these are the ones to be left out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Days from the first day of a spreadsheet's calendar to the first of ours. */
const daysBefore1970 = 25_569;

/**
 * The files of an Office Open XML workbook with one sheet: the least that ECMA-376 asks for. Each text stands in its
 * cell as text, so nothing that somebody typed can calculate, and a telephone number keeps its plus.
 */
export function partsOf(table: ExportTable): { readonly [path: string]: string } {
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="${escape(sheetName(table.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    // eslint-disable-next-line no-restricted-syntax -- XML of a workbook, which no page renders
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet(table),
  };
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}

function sheet({ columns, rows }: ExportTable): string {
  const widths = columns.map((column, index) => {
    const longest = Math.max(
      column.length,
      ...rows.slice(0, 200).map((row) => lengthOf(row[index])),
    );
    return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(48, longest) + 2}" customWidth="1"/>`;
  });
  const lines = [
    row(
      1,
      columns.map((column) => textCell(column, ' s="1"')),
    ),
    ...rows.map((cells, index) => row(index + 2, cells.map(cell))),
  ];
  const head = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${head}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** Cells without an address follow each other, so an empty one must be there too. */
function row(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cell(value: Cell): string {
  if (value === undefined || value === '') return '<c/>';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c><v>${value}</v></c>` : '<c/>';
  if (value instanceof Date) {
    const days = value.getTime() / 86_400_000 + daysBefore1970;
    return Number.isNaN(days) ? '<c/>' : `<c s="2"><v>${days}</v></c>`;
  }
  return textCell(value, '');
}

function textCell(value: string, style: string): string {
  const text = escape(value.slice(0, longestText));
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${text}</t></is></c>`;
}

function lengthOf(value: Cell): number {
  return value instanceof Date ? 16 : String(value ?? '').length;
}

function sheetName(name: string): string {
  return name.replaceAll(/[\\/*?:[\]']/g, '-').slice(0, 31) || 'Data';
}

function escape(text: string): string {
  return text
    .replaceAll(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
