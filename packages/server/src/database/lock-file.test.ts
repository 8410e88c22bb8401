import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from './lock-file.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lpse-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockOf = (path: string): string => join(path, 'lpse-server.lock');

describe('the lock of a data folder', () => {
  it('lets one process in, and the next one when it has left', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    expect(() => lockFolder(folder)).toThrow(/is in use by process \d+/);
    unlock();
    lockFolder(folder)();
    expect(existsSync(lockOf(folder))).toBe(false);
  });

  it('refuses at once while another process lives', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      const started = readFileSync(`/proc/${other.pid}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ')[19];
      writeFileSync(lockOf(folder), JSON.stringify({ pid: other.pid, started }));
      expect(() => lockFolder(folder)).toThrow(FolderInUse);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('takes over from a process that is gone, from one whose number was given away, and from rubbish', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    for (const content of [
      JSON.stringify({ pid: gone.pid, started: '1' }),
      JSON.stringify({ pid: process.pid, started: '1' }),
      '',
      '{',
      '{"pid":"x"}',
    ]) {
      writeFileSync(lockOf(folder), content);
      lockFolder(folder)();
    }
  });

  it('does not give back what another process has taken meanwhile', () => {
    const unlock = lockFolder(folder);
    writeFileSync(lockOf(folder), JSON.stringify({ pid: 1, started: '' }));
    unlock();
    expect(existsSync(lockOf(folder))).toBe(true);
  });
});
