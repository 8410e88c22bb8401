import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.js';
import { toXlsx } from './xlsx.js';

const hostile = ['=1+1', '+62812', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|calc'];

describe('a table as CSV', () => {
  it('lets nothing calculate, and quotes what would end a cell', async () => {
    const csv = await toCsv({
      name: 'antrean',
      columns: ['Nama', 'Nilai'],
      rows: [...hostile.map((text) => [text, 1]), ['a;"b"\nc', undefined], ['biasa', -2]],
    }).text();
    const lines = csv.replace('\uFEFF', '').split('\r\n');
    for (const text of hostile)
      expect(lines.join('\r\n')).toContain(`'${text}`.replaceAll('"', '""'));
    for (const line of csv.replace('\uFEFF', '').split(/\r\n/))
      expect(line.replace(/^"/, '')).not.toMatch(/^[=+@|＝\t]/);
    expect(csv).toContain('"a;""b""\nc";\r\n');
    expect(csv.trimEnd().endsWith('biasa;-2')).toBe(true);
  });

  it('tells a spreadsheet that it is UTF-8', async () => {
    const blob = toCsv({ name: 'a', columns: ['é'], rows: [] });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('a table as XLSX', () => {
  it('keeps every text as text, and numbers and dates as such', async () => {
    const at = new Date('2026-11-23T12:00:00Z');
    const blob = await toXlsx({
      name: 'Antrean/2026',
      columns: ['Nama', 'Nomor', 'Waktu'],
      rows: [...hostile, '<b>&"\u0000\uD800'].map((text) => [text, 1.5, at]),
    });
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/t="inlineStr"/g)?.length).toBe(3 + hostile.length + 1);
    expect(sheet).toContain('<t xml:space="preserve">+62812</t>');
    expect(sheet).toContain('<t xml:space="preserve">&lt;b&gt;&amp;&quot;</t>');
    expect(sheet).toContain('<c><v>1.5</v></c><c s="2"><v>46349.5</v></c>');
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain(
      'name="Antrean-2026"',
    );
  });

  it('has a cell for each column of each row, also an empty one', async () => {
    const blob = await toXlsx({
      name: 'a',
      columns: ['A', 'B'],
      rows: [
        [undefined, 'b'],
        ['', NaN],
      ],
    });
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/<c[ />]/g)?.length).toBe(6);
  });
});
