import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../generated/catalogue.js';
import { profile as batang } from '../generated/profiles/batang.js';

const source = readFileSync(new URL('../../sop/SOP-LPSE.BTG-008.md', import.meta.url), 'utf8');
/** The document's words without the marks of its file format. */
const words = source.replaceAll(/\*|<\/?b>/g, '').replaceAll(/\s+/g, ' ');
const { document, steps } = catalogue.sop;

describe('the SOP as data', () => {
  it('stands beside the very document that it was taken from', () => {
    expect(createHash('sha256').update(source).digest('hex')).toBe(
      '330e74018a4be9133dd7a6aed18a0957a5c39193d443a997dcc094b08250e52b',
    );
  });

  it('has the rows of the table word by word, typing errors included', () => {
    const rows = source
      .split('\n')
      .filter((line) => /^\d+\t/.test(line))
      .map((line) => line.split('\t').concat(Array<string>(8).fill('')).slice(0, 8));
    const own = steps.map((step) => [
      String(step.no),
      step.uraianKegiatan,
      '',
      '',
      step.perlengkapan,
      step.waktu,
      step.output,
      step.ket,
    ]);
    expect(own).toEqual(rows);
  });

  it('has the head of the document word by word', () => {
    const { berlakuEfektif, pengesahan, pencatatan, ...texts } = document;
    const lines = [
      ...Object.values(texts).flat(),
      ...pengesahan.flatMap(({ nama, jabatan }) => [nama, jabatan]),
    ];
    for (const line of lines) expect(words).toContain(line);
    expect([berlakuEfektif, pencatatan]).toEqual(['2017-01-08', []]);
    expect(words).toContain('Berlaku Efektif : 8 Januari 2017');
  });

  it.each([
    ['Dasar Hukum', document.dasarHukum],
    ['Peringatan', document.peringatan],
    ['Definisi', document.definisi],
  ])('lists every line under "%s"', (head, lines) => {
    const [, below = ''] = source.split(`**${head} :**`);
    const [list = ''] = below.split('\n**');
    expect(list.match(/^\d+\. /gm)).toHaveLength(lines.length);
  });

  it('takes each time limit from the words of its row', () => {
    for (const { waktu, minutes } of steps)
      expect(minutes === null ? ['', 'N / A'] : [`${minutes} Menit`]).toContain(waktu);
  });

  it('leads every step to a step that exists, and all of them to the archive', () => {
    const nextOf = (no: number): readonly number[] => {
      const next = steps[no - 1]?.next ?? [];
      return Array.isArray(next) ? next : Object.values(next);
    };
    const seen = new Set<number>([1]);
    for (const no of seen) for (const next of nextOf(no)) seen.add(next);
    expect([...seen].sort((a, b) => a - b)).toEqual(steps.map(({ no }) => no));
    expect(nextOf(11)).toEqual([]);
    expect([nextOf(4), nextOf(5), nextOf(8)]).toEqual([[6, 5], [3], [9, 10]]);
  });

  it('is what the seed profile works by', () => {
    expect(batang.procedure.steps).toEqual(steps);
    expect(batang.document).toEqual(document);
  });
});
