import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { extensionOf, fileTypes, sniffType } from './sniff.js';

const text = (value: string): number[] => [...value].map((c) => c.charCodeAt(0));

describe('The type of a file is told by its content', () => {
  it.each([
    ['image/png', [0x89, ...text('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]],
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['image/webp', [...text('RIFF'), 1, 2, 3, 4, ...text('WEBP')]],
    ['application/pdf', text('%PDF-1.7')],
    ['video/mp4', [0, 0, 0, 0x18, ...text('ftypisom')]],
    ['video/mp4', [0, 0, 0, 0x20, ...text('ftypmp42')]],
  ])('knows %s', (mime, bytes) => {
    expect(sniffType(Uint8Array.from(bytes))?.mime).toBe(mime);
  });

  it.each([
    ['nothing', []],
    ['a page', text('<!doctype html>')],
    ['an SVG image, which can carry scripts', text('<svg xmlns=')],
    ['a program', text('MZ')],
    ['a sound that shares the WebP container', [...text('RIFF'), 1, 2, 3, 4, ...text('WAVE')]],
    ['a HEIC image that shares the MP4 container', [0, 0, 0, 0x18, ...text('ftypheic')]],
    ['a PDF header that does not stand first', [0x0a, ...text('%PDF-1.7')]],
    ['half a PNG signature', [0x89, 0x50, 0x4e]],
  ])('does not take %s for anything', (_what, bytes) => {
    expect(sniffType(Uint8Array.from(bytes))).toBeUndefined();
  });

  it('answers for any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const type = sniffType(bytes);
        expect(type === undefined || fileTypes.includes(type)).toBe(true);
      }),
    );
  });

  it('reads the extension of a name', () => {
    expect(['a.PNG', 'laporan.final.pdf', 'tanpa', '.htaccess', ''].map(extensionOf)).toEqual([
      'png',
      'pdf',
      '',
      '',
      '',
    ]);
  });
});
