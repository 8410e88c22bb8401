import { expect } from '@open-wc/testing';
import { hostileStrings } from '../testing/hostile-strings.js';
import { csvOf, neutral, xlsxOf } from './sheet.js';

/** The cells of one line of CSV, read by the rules of RFC 4180. */
function cellsOf(csv: string): string[] {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/gy;
  cell.lastIndex = csv.startsWith('\u{feff}') ? 1 : 0;
  for (;;) {
    const match = cell.exec(csv);
    if (match === null) return cells;
    cells.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] !== ',') return cells;
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
  it('has no cell that a spreadsheet would carry out', () => {
    for (const text of all) {
      const [cell = ''] = cellsOf(csvOf([[text]]));
      expect(cell, JSON.stringify(text)).not.to.match(/^\s*[=+\-@\t\r＝＋－＠]/);
      expect(cell.endsWith(text), JSON.stringify(text)).to.equal(true);
    }
    expect(neutral('Rina = contoh')).to.equal('Rina = contoh');
  });

  it('brings each text back whole, however hostile, and keeps numbers numbers', () => {
    const cells = cellsOf(csvOf([all]));
    expect(cells).to.deep.equal(all.map(neutral));
    expect(csvOf([['a', -1.5]])).to.equal('\u{feff}"a",-1.5\r\n');
  });

  it('is a workbook without a formula', async () => {
    const blob = await xlsxOf([['Judul', 1], ...all.map((text) => [text, 2])]);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect(blob.size).to.be.greaterThan(1000);
    expect(new TextDecoder('latin1').decode(bytes)).to.match(/^PK/);
  });
});
