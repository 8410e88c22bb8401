import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** The engine itself lets two processes open the same folder, and both then lose what the other has written. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `${folder} is in use by process ${pid}. Two servers on one folder would lose data: ` +
        'stop the other one, give this one a folder of its own (LPSE_DATA), or use PostgreSQL (DATABASE_URL).',
    );
    this.folder = folder;
    this.pid = pid;
  }
}

interface Owner {
  readonly pid: number;
  /** Ticks since boot at which the process began: a number that was given to another process since is not the owner. */
  readonly started: string;
}

/**
 * Takes a data folder for this process alone, or throws `FolderInUse`. A lock whose process is gone is taken over. The
 * answer gives the folder back.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lpse-server.lock');
  const mine: Owner = { pid: process.pid, started: startOf(process.pid) };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (created(file, mine)) return () => release(file, mine);
    const owner = ownerIn(file);
    if (owner !== undefined && isAlive(owner)) throw new FolderInUse(folder, owner.pid);
    removeStale(file);
  }
  throw new FolderInUse(folder, ownerIn(file)?.pid ?? 0);
}

/** Writes aside and links: whoever finds the lock finds it whole. */
function created(file: string, owner: Owner): boolean {
  const aside = `${file}.${owner.pid}`;
  writeFileSync(aside, JSON.stringify(owner), { mode: 0o600 });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    unlinkSync(aside);
  }
}

/** One process at a time removes a stale lock, or it might remove the one that another has just put in its place. */
function removeStale(file: string): void {
  const door = `${file}.stale`;
  try {
    mkdirSync(door);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Whoever went in has died there, if it took this long.
    if (ageOf(door) > 5_000) rmSync(door, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    return;
  }
  try {
    const owner = ownerIn(file);
    if (owner === undefined || !isAlive(owner)) remove(file);
  } finally {
    rmSync(door, { recursive: true, force: true });
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function release(file: string, { pid, started }: Owner): void {
  const owner = ownerIn(file);
  if (owner?.pid === pid && owner.started === started) remove(file);
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Undefined for a file that is not there, or is no lock. */
function ownerIn(file: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner>;
    return Number.isInteger(owner.pid)
      ? { pid: owner.pid ?? 0, started: owner.started ?? '' }
      : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === '' || started === '' || now === started;
}

/** From /proc where there is one; '' elsewhere, where the process id alone has to do. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the command, in brackets, may hold spaces: count from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
