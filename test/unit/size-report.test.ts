import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  budgetOf,
  overBudget,
  sizeReport,
  type BuiltChunk,
} from '../../scripts/lib/size-report.mjs';

function chunk(fileName: string, rest: Partial<BuiltChunk> = {}): BuiltChunk {
  const code = `export const name = '${fileName}';`;
  return { fileName, code, isEntry: false, imports: [], dynamicImports: [], ...rest };
}

const lengths = (chunks: readonly BuiltChunk[], names: readonly string[]) =>
  chunks
    .filter(({ fileName }) => names.includes(fileName))
    .reduce(
      (sum, { code }) => ({
        min: sum.min + code.length,
        brotli: sum.brotli + brotliCompressSync(Buffer.from(code)).length,
      }),
      { min: 0, brotli: 0 },
    );

describe('the size report', () => {
  const chunks = [
    chunk('public.js', { isEntry: true, imports: ['shared.js'], dynamicImports: ['pad.js'] }),
    chunk('desk.js', { isEntry: true, imports: ['shared.js', 'node:none'] }),
    chunk('shared.js', { imports: ['deep.js'], dynamicImports: ['texts.js'] }),
    chunk('deep.js'),
    chunk('pad.js', { imports: ['deep.js', 'ink.js'], dynamicImports: ['more.js'] }),
    chunk('ink.js'),
    chunk('texts.js'),
    chunk('more.js', { imports: ['ink.js'] }),
  ];
  const [publicPage, desk] = sizeReport(chunks);

  it('counts an entry with everything that it imports statically, once', () => {
    const files = ['public.js', 'shared.js', 'deep.js'];
    expect(publicPage?.initial).toEqual({ ...lengths(chunks, files), files });
  });

  it('lists what loads later, each with only what it adds', () => {
    expect(publicPage?.lazy).toEqual([
      { file: 'pad.js', ...lengths(chunks, ['pad.js', 'ink.js']) },
      { file: 'texts.js', ...lengths(chunks, ['texts.js']) },
      { file: 'more.js', ...lengths(chunks, ['more.js']) },
    ]);
  });

  it('reports one entry apart from another', () => {
    expect(desk?.entry).toBe('desk.js');
    expect(desk?.initial.files).not.toContain('public.js');
    expect(desk?.lazy.map(({ file }) => file)).toEqual(['texts.js']);
  });
});

describe('the size budget', () => {
  const initial = (brotli: number) => ({ min: 2 * brotli, brotli, files: [] });
  const report = (brotli: number) => [{ entry: 'a.js', initial: initial(brotli), lazy: [] }];

  it('allows what it recorded, and three per cent more', () => {
    expect(overBudget(report(1000), budgetOf(report(1000)))).toEqual([]);
    expect(overBudget(report(1030), { 'a.js': 1000 })).toEqual([]);
  });

  it('names an entry that grew by more, and by how much', () => {
    expect(overBudget(report(1031), { 'a.js': 1000 })).toEqual([
      'a.js: 1031 bytes, 3.1 % more than the 1000 recorded',
    ]);
  });

  it('names an entry that nobody has recorded', () => {
    expect(overBudget(report(1000), {})).toEqual(['a.js: 1000 bytes, but no figure is recorded']);
  });
});
