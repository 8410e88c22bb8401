import { expect } from '@open-wc/testing';
import { toCsv, toXlsx } from '@lpse-konsultasi/client';
import { hostileStrings } from '../testing/hostile-strings.js';

/** The cells of a line of CSV, read by the rules of RFC 4180 with semicolons. */
function cellsOf(csv: string): string[] {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/gy;
  for (;;) {
    const match = cell.exec(csv);
    if (match === null) return cells;
    cells.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] !== ';') return cells;
  }
}

const attacks = [
  '=1+1',
  '+62812',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  '=HYPERLINK("x")',
];
const all = [...attacks, ...hostileStrings];

describe('a table that leaves the page', () => {
  it('brings each text whole, and none that a spreadsheet would carry out', async () => {
    const csv = await toCsv({ name: 'a', columns: all, rows: [] }).text();
    // Reading the text has taken the mark off already.
    const cells = cellsOf(csv);
    expect(cells.length).to.equal(all.length);
    for (const [index, given] of all.entries()) {
      // Half a character has no place in UTF-8.
      const text = given.replaceAll(/\p{Surrogate}/gu, '\u{fffd}');
      const cell = cells[index] ?? '';
      expect(cell, JSON.stringify(text)).not.to.match(/^\s*[=+\-@\t\r＝＋－＠]/);
      expect([text, `'${text}`], JSON.stringify(text)).to.include(cell);
    }
  });

  it('is a workbook without a formula, written without a worker', async () => {
    const rows = all.map((text) => [text, 2]);
    const blob = await toXlsx({ name: 'a', columns: ['Judul', 'Nilai'], rows });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect(new TextDecoder('latin1').decode(bytes)).to.match(/^PK/);
    expect(blob.size).to.be.greaterThan(1000);
  });
});
