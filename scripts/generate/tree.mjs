// A tree of files in memory, written to disk or compared with it.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What differs, one line a file; empty when the folder holds exactly these files. */
export async function compareTree(folder, files) {
  const present = new Set(await listFiles(folder));
  const drift = [];
  for (const [name, content] of files) {
    if (!present.delete(name)) drift.push(`${name} is missing`);
    else if ((await readFile(path.join(folder, name), 'utf8')) !== content)
      drift.push(`${name} is out of date`);
  }
  return [...drift, ...[...present].map((name) => `${name} has no source any more`)].sort();
}

/** Writes what differs, removes what is no longer generated; answers how many files changed. */
export async function writeTree(folder, files) {
  let changed = 0;
  for (const name of await listFiles(folder))
    if (!files.has(name)) {
      await rm(path.join(folder, name));
      changed += 1;
    }
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === content) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    changed += 1;
  }
  return changed;
}

async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}
