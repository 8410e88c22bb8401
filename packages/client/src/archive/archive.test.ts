import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex, type ConsultationEvent } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { sampleCase } from '../samples/index.js';
import {
  describeVerdict,
  isPlainName,
  plainName,
  verifyPackage,
  writePackage,
  type PackageFault,
} from './index.js';

const now = new Date('2026-03-04T03:30:00Z');
const record = sampleCase('archived', { profile, now });

const bytes = writePackage({
  record,
  profile,
  sheets: new Map([['lembar-asli.html', '<!doctype html><p>ASLI']]),
  attachments: new Map(),
  checker: '<!doctype html><p>periksa',
  now,
});

/** The package with its members changed by hand, and the manifest as it was unless that is what changed. */
function tampered(change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = { ...unzipSync(bytes) };
  change(files);
  return zipSync(files as Zippable);
}

/** As somebody would do it who knows the format: the member and its line in the manifest. */
function forged(name: string, text: string): Uint8Array {
  return tampered((files) => {
    files[name] = strToU8(text);
    const manifest = JSON.parse(strFromU8(files['manifes.json'] ?? new Uint8Array())) as {
      berkas: { nama: string; ukuran: number; sha256: string }[];
    };
    for (const each of manifest.berkas) {
      if (each.nama !== name) continue;
      each.ukuran = strToU8(text).byteLength;
      each.sha256 = sha256Hex(text);
    }
    files['manifes.json'] = strToU8(JSON.stringify(manifest));
  });
}

const log = (events: readonly unknown[]): string => JSON.stringify(events);

describe('an archive package', () => {
  it('verifies as it was made', () => {
    const verdict = verifyPackage(bytes);
    expect(verdict).toMatchObject({
      ok: true,
      manifest: {
        tiket: record.consultation.tiket,
        kepala: { seq: record.consultation.version, hash: record.consultation.head },
      },
      hashes: record.events.map(({ hash }) => hash),
    });
    expect(describeVerdict(verdict)).toContain('Paket utuh');
  });

  it('holds case, log, sheets, checker and a word to the reader', () => {
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual([
      'baca-saya.txt',
      'catatan.json',
      'kasus.json',
      'lembar-asli.html',
      'manifes.json',
      'periksa.html',
    ]);
  });

  it.each<[string, Uint8Array, PackageFault, string]>([
    [
      'a sheet was changed',
      tampered((f) => void (f['lembar-asli.html'] = strToU8('BARU'))),
      'changed',
      'lembar-asli.html',
    ],
    ['a member is missing', tampered((f) => void delete f['kasus.json']), 'missing', 'kasus.json'],
    [
      'the manifest is missing',
      tampered((f) => void delete f['manifes.json']),
      'missing',
      'manifes.json',
    ],
    [
      'the manifest is none',
      tampered((f) => void (f['manifes.json'] = strToU8('{}'))),
      'manifest',
      'manifes.json',
    ],
    [
      'a member was added',
      tampered((f) => void (f['surat.pdf'] = strToU8('x'))),
      'unlisted',
      'surat.pdf',
    ],
    [
      'a member leads elsewhere',
      tampered((f) => void (f['../keluar.txt'] = strToU8('x'))),
      'unsafe',
      '../keluar.txt',
    ],
    [
      'the log was cut off',
      forged('catatan.json', log(record.events.slice(0, -1))),
      'head',
      'catatan.json',
    ],
    ['the log is no list', forged('catatan.json', '{}'), 'log', 'catatan.json'],
    [
      'the case says something else',
      forged('kasus.json', '{"konsultasi":{}}'),
      'case',
      'kasus.json',
    ],
    ['it is no ZIP', strToU8('bukan zip'), 'unreadable', ''],
    ['it is empty', zipSync({}), 'unreadable', ''],
  ])('is refused when %s, and the first bad member is named', (_title, package_, fault, member) => {
    const verdict = verifyPackage(package_);
    expect(verdict).toMatchObject({ ok: false, fault, member });
    expect(describeVerdict(verdict)).toContain(member);
    expect(describeVerdict(verdict)).not.toMatch(/undefined|[{}]/);
  });

  it('names the first entry of the log that was changed, also when the manifest was made anew', () => {
    const events = record.events.with(4, {
      ...record.events[4],
      at: '2026-03-04T03:00:00.000Z',
    } as ConsultationEvent);
    const verdict = verifyPackage(forged('catatan.json', log(events)));
    expect(verdict).toMatchObject({ ok: false, fault: 'log', seq: 5, reason: 'content' });
    expect(describeVerdict(verdict)).toContain('catatan ke-5');
  });

  it('is refused for any one changed byte of any member, which is the one that is named', () => {
    const files = unzipSync(bytes);
    const names = Object.keys(files).filter((name) => name !== 'manifes.json');
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (name, at, by) => {
          const verdict = verifyPackage(
            tampered((each) => {
              const changed = (each[name] ?? new Uint8Array()).slice();
              const place = at % changed.length;
              changed[place] = (changed[place] ?? 0) ^ by;
              each[name] = changed;
            }),
          );
          expect(verdict).toMatchObject({ ok: false, fault: 'changed', member: name });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never fails on bytes that are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (garbage) => {
        expect(verifyPackage(garbage).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (length) => {
        expect(verifyPackage(bytes.slice(0, length)).ok).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('attachments in a package', () => {
  const sha256 = sha256Hex('isi berkas');
  const named = sampleCase('answering', { profile, now });
  const withFile = (name: string) => {
    // A case whose form names the file, by the real rules: the log is made anew.
    const submissions = named.consultation.submissions.map((each) => ({
      ...each,
      formulir: { ...each.formulir, lampiran: [{ jenis: 'lainnya', nama: name, sha256 }] },
    }));
    return { ...named, consultation: { ...named.consultation, submissions } };
  };

  it.each([
    '../../etc/passwd',
    'C:\\Windows\\system32\\calc.exe',
    '\u202Egnp.exe',
    'a\u0000b.png',
    '...',
    'x'.repeat(400) + '.pdf',
    '<script>.svg',
    'surat kuasa (ttd).pdf',
  ])('get a name that every system takes, from %j', (name) => {
    const plain = plainName(name, 3);
    expect(isPlainName(plain)).toBe(true);
    expect(plain).toMatch(/^lampiran-03-/);
    const package_ = writePackage({
      record: withFile(name),
      profile,
      sheets: new Map(),
      attachments: new Map([
        [sha256, { nama: name, mime: 'image/png', bytes: strToU8('isi berkas') }],
      ]),
      checker: '',
      now,
    });
    expect(Object.keys(unzipSync(package_))).toContain(plainName(name, 1));
  });

  it('keep their ending', () => {
    expect(plainName('surat kuasa.PDF', 1)).toBe('lampiran-01-surat kuasa.PDF');
  });

  it('are listed as not available when their bytes are gone', () => {
    const files = unzipSync(
      writePackage({
        record: withFile('a.png'),
        profile,
        sheets: new Map(),
        attachments: new Map(),
        checker: '',
        now,
      }),
    );
    const manifest = JSON.parse(strFromU8(files['manifes.json'] ?? new Uint8Array())) as object;
    expect(canonicalJson(manifest)).toContain(`"lampiran":[{"nama":"a.png","sha256":"${sha256}"}]`);
  });
});
