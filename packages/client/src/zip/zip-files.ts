/** A file of a package that is handed out as one. */
export interface ZipEntry {
  /** Its place in the package: relative, with `/`. Another entry's name gets a number. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** DOS times of a ZIP begin here; a fixed one makes the same package the same bytes. */
const EPOCH = '1980-01-01T00:00:00';

/**
 * One ZIP of the entries, the same bytes for the same entries. The library is loaded when the first one is made.
 * Names are made safe: none leads out of the folder that the package is unpacked into.
 */
export async function zipFiles(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const { zip } = await import('fflate');
  const files: Record<string, Uint8Array> = {};
  for (const { path, bytes } of entries) files[freeName(safePath(path), files)] = bytes;
  return new Promise((resolve, reject) => {
    zip(files, { mtime: EPOCH }, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

function safePath(path: string): string {
  const parts = path
    .split(/[/\\]+/)
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .map((part) => part.replaceAll(/[\u0000-\u001f<>:"|?*]/g, '_').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') || 'berkas';
}

function freeName(path: string, taken: object): string {
  if (!Object.hasOwn(taken, path)) return path;
  const dot = path.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  let number = 2;
  while (Object.hasOwn(taken, `${stem}-${number}${ending}`)) number += 1;
  return `${stem}-${number}${ending}`;
}
