import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipFiles } from './zip-files.js';

describe('a package of files', () => {
  it('holds every file with its bytes', async () => {
    const zip = unzipSync(await zipFiles([{ path: 'a/b.txt', bytes: strToU8('isi') }]));
    expect(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
      ['a/b.txt', 'isi'],
    ]);
  });

  it('keeps two files of one name apart, and every name inside the package', async () => {
    const bytes = strToU8('x');
    const names = ['galat.png', 'galat.png', '../../galat.png', '/etc/passwd', 'a:b?.txt', '..'];
    const zip = unzipSync(await zipFiles(names.map((path) => ({ path, bytes }))));
    expect(Object.keys(zip)).toEqual([
      'galat.png',
      'galat-2.png',
      'galat-3.png',
      'etc/passwd',
      'a_b_.txt',
      'berkas',
    ]);
  });

  it('is the same bytes for the same files', async () => {
    const entries = [{ path: 'a.txt', bytes: strToU8('isi') }];
    expect(await zipFiles(entries)).toEqual(await zipFiles(entries));
  });
});
