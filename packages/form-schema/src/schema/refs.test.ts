import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import { getAt } from '../pointer.js';
import { referencesOf } from './refs.js';

const document: JsonObject = {
  $id: 'https://skema.example/pesanan/',
  $defs: {
    orang: { $anchor: 'orang' },
    lama: { $id: '#lama' },
    'alamat kirim': { type: 'string' },
    bagian: {
      $id: 'bagian/orang',
      $defs: {
        orang: { $anchor: 'orang' },
        dalam: { $ref: '#orang' },
        luar: { $ref: '../#orang' },
      },
    },
    akar: { $id: '/barang.json', $ref: '#/$defs/kode', $defs: { kode: {} } },
    urn: { $id: 'urn:skema:nomor', $defs: { a: { $anchor: 'a' } } },
    ya: true,
  },
};

/** Where a reference leads that stands at a pointer of the document. */
function targetAt(reference: JsonObject): string | undefined {
  const root = { ...document, properties: { x: reference } };
  return referencesOf(root).target(reference)?.at;
}

describe('A reference', () => {
  it.each([
    ['#', ''],
    ['#orang', '/$defs/orang'],
    ['#lama', '/$defs/lama'],
    ['#/$defs/orang', '/$defs/orang'],
    ['#/$defs/alamat%20kirim', '/$defs/alamat kirim'],
    ['#/$defs/ya', '/$defs/ya'],
    ['bagian/orang', '/$defs/bagian'],
    ['bagian/orang#orang', '/$defs/bagian/$defs/orang'],
    ['bagian/orang#/$defs/dalam', '/$defs/bagian/$defs/dalam'],
    ['/barang.json', '/$defs/akar'],
    ['https://skema.example/barang.json#/$defs/kode', '/$defs/akar/$defs/kode'],
    ['https://skema.example/pesanan/', ''],
    ['urn:skema:nomor', '/$defs/urn'],
    ['urn:skema:nomor#a', '/$defs/urn/$defs/a'],
  ])('%s leads to %s', (reference, at) => {
    expect(targetAt({ $ref: reference })).toBe(at);
    expect(targetAt({ $dynamicRef: reference })).toBe(at);
  });

  it.each([
    '#tidakAda',
    '#/$defs/tidakAda',
    '#/$id',
    '#/%',
    'lain.json',
    'http://[',
    '#/$defs/ya/x',
  ])('that leads out of the document has no target: %s', (reference) => {
    expect(targetAt({ $ref: reference })).toBeUndefined();
  });

  it.each([
    ['/$defs/bagian/$defs/dalam', '/$defs/bagian/$defs/orang'],
    ['/$defs/bagian/$defs/luar', '/$defs/orang'],
    ['/$defs/akar', '/$defs/akar/$defs/kode'],
  ])('means what is named where it stands: %s', (pointer, at) => {
    const schema = getAt(document, pointer) as JsonObject;
    expect(referencesOf(document).target(schema)?.at).toBe(at);
  });

  it('is none in a schema without one', () => {
    expect(referencesOf(document).target({ type: 'string' })).toBeUndefined();
    expect(referencesOf(true).target(true)).toBeUndefined();
  });

  it('is taken as standing at the root in a copy of a schema', () => {
    expect(referencesOf(document).target({ $ref: '#orang' })?.at).toBe('/$defs/orang');
    expect(referencesOf({ $defs: { a: {} } }).target({ $ref: '#/$defs/a' })?.at).toBe('/$defs/a');
  });

  it('is not led astray by a name that is no address', () => {
    const root = { $id: 'http://[', $defs: { a: { $anchor: 'a' } }, $ref: '#a' };
    expect(referencesOf(root).target(root)?.at).toBe('/$defs/a');
  });
});
