import type { ExportTable } from './table.js';

/** A table as XLSX. The writer is a module of its own, loaded when somebody asks for a file. */
export async function toXlsx(table: ExportTable): Promise<Blob> {
  const [{ zipSync, strToU8 }, { partsOf }] = await Promise.all([
    import('fflate'),
    import('./xlsx-parts.js'),
  ]);
  const files = Object.entries(partsOf(table)).map(
    ([path, text]) => [path, strToU8(text)] as const,
  );
  // In this thread: a worker made of a blob is what a strict page forbids.
  const archive = zipSync(Object.fromEntries(files), { level: 6 });
  return new Blob([archive as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
