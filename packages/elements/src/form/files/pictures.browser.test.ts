import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { fileTypes } from '@lpse-konsultasi/form-schema';
import { photographed, pictureOf } from '../../testing/pictures.js';
import { imageSize } from './image-size.js';
import { withoutPhotoData } from './photo-data.js';
import { lightened } from './shrink.js';

const types = ['image/jpeg', 'image/png', 'image/webp'] as const;
const rules = { longestSide: 200, quality: 0.85 };

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

async function textOf(file: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await file.arrayBuffer());
}

async function shown(file: Blob): Promise<{ width: number; height: number; top: string }> {
  const picture = await createImageBitmap(file);
  const { width, height } = picture;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  context?.drawImage(picture, 0, 0);
  const [red = 0, , blue = 0] =
    context?.getImageData(Math.round(width / 2), Math.round(height / 10), 1, 1).data ?? [];
  return { width, height, top: blue > red ? 'blue' : 'red' };
}

describe('The size of a picture', () => {
  for (const type of types) {
    it(`is read from the head of ${type}`, async () => {
      const picture = await pictureOf('a', type, 321, 123);
      const head = (await bytesOf(picture)).slice(0, 400);
      expect(imageSize(await bytesOf(picture))).to.deep.equal({ width: 321, height: 123 });
      if (type !== 'image/jpeg') {
        expect(imageSize(head)).to.deep.equal({ width: 321, height: 123 });
      }
    });
  }

  it('of a WebP without loss and of an extended one is read from their own heads', () => {
    const riff = (name: string, ...body: number[]): Uint8Array =>
      Uint8Array.from([
        ...[...'RIFF'].map((sign) => sign.charCodeAt(0)),
        ...[0, 0, 0, 0],
        ...[...`WEBP${name}`].map((sign) => sign.charCodeAt(0)),
        ...[0, 0, 0, 0],
        ...body,
      ]);
    const lossless = riff('VP8L', 0x2f, 0x3f, 0xc1, 0x1e, 0x00);
    expect(imageSize(lossless)).to.deep.equal({ width: 0x13f + 1, height: 0x7b + 1 });
    const extended = riff('VP8X', 0, 0, 0, 0, 0x2f, 0x75, 0, 0x2f, 0x75, 0);
    expect(imageSize(extended)).to.deep.equal({ width: 30_000, height: 30_000 });
  });

  it('of anything else is unknown, and no bytes make it fail', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8], [0x52, 0x49, 0x46, 0x46], []),
        fc.uint8Array({ maxLength: 80 }),
        (start, rest) => {
          const bytes = Uint8Array.from([...start, ...rest]);
          imageSize(bytes);
          withoutPhotoData(bytes);
        },
      ),
    );
    expect(imageSize(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))).to.equal(undefined);
  });
});

describe('What a camera wrote about a photo', () => {
  it('goes, with place, comment and film, and the picture stays the right way up', async () => {
    const photo = await photographed(await pictureOf('a.jpg', 'image/jpeg', 80, 40), 6);
    expect(await textOf(photo)).to.contain('Batang');
    const bare = new Blob([withoutPhotoData(await bytesOf(photo)) as Uint8Array<ArrayBuffer>]);
    expect(await textOf(bare)).to.not.contain('Batang');
    expect(await shown(bare)).to.deep.equal(await shown(photo));
    expect((await shown(bare)).width).to.equal(40);
  });

  it('goes without a trace when the picture is the right way up already', async () => {
    const plain = await pictureOf('a.jpg', 'image/jpeg', 80, 40);
    const bare = withoutPhotoData(await bytesOf(await photographed(plain, 1)));
    expect(new TextDecoder('latin1').decode(bare)).to.not.contain('Exif');
  });

  it('goes from PNG and WebP too', async () => {
    const png = await bytesOf(await pictureOf('a.png', 'image/png', 8, 8));
    // A text chunk after the head, with a checksum that nobody asks for.
    const chunk = [
      0,
      0,
      0,
      6,
      ...[...'tEXt'].map((c) => c.charCodeAt(0)),
      ...[...'Batang'].map((c) => c.charCodeAt(0)),
      0,
      0,
      0,
      0,
    ];
    const told = Uint8Array.from([...png.slice(0, 33), ...chunk, ...png.slice(33)]);
    expect([...(withoutPhotoData(told) ?? [])]).to.deep.equal([...png]);
    const webp = await bytesOf(await pictureOf('a.webp', 'image/webp', 8, 8));
    const exif = [
      ...[...'EXIF'].map((c) => c.charCodeAt(0)),
      6,
      0,
      0,
      0,
      ...[...'Batang'].map((c) => c.charCodeAt(0)),
    ];
    const longer = Uint8Array.from([...webp, ...exif]);
    new DataView(longer.buffer).setUint32(4, longer.length - 8, true);
    expect([...(withoutPhotoData(longer) ?? [])]).to.deep.equal([...webp]);
  });

  for (const type of types) {
    it(`leaves a bare ${type} as it is`, async () => {
      const bytes = await bytesOf(await pictureOf('a', type, 30, 20));
      const bare = withoutPhotoData(bytes);
      expect(bare === bytes || [...(bare ?? [])].join() === [...bytes].join()).to.equal(true);
    });
  }

  it('cannot be told of a file that is cut off', async () => {
    const photo = await bytesOf(await pictureOf('a.jpg', 'image/jpeg', 30, 20));
    expect(withoutPhotoData(photo.slice(0, 40))).to.equal(undefined);
  });
});

describe('A photo on its way', () => {
  it('is made smaller, turned the right way up, and loses its place', async () => {
    const photo = await photographed(await pictureOf('foto.jpg', 'image/jpeg', 800, 400), 6);
    const light = await lightened(photo, rules, fileTypes);
    expect(await shown(light)).to.include({ width: 100, height: 200 });
    expect((await shown(light)).top).to.equal((await shown(photo)).top);
    expect(light.size).to.be.lessThan(photo.size);
    expect(light).to.include({ name: 'foto.jpg', type: 'image/jpeg' });
    expect(await textOf(light)).to.not.contain('Batang');
  });

  it('keeps its pixels when it is small already, and loses its place', async () => {
    const photo = await photographed(await pictureOf('foto.jpg', 'image/jpeg', 80, 40), 6);
    const light = await lightened(photo, rules, fileTypes);
    expect(await shown(light)).to.deep.equal(await shown(photo));
    expect(await textOf(light)).to.not.contain('Batang');
  });

  it('is the very same file when there is nothing to do', async () => {
    const photo = await pictureOf('foto.webp', 'image/webp', 80, 40);
    expect((await lightened(photo, rules, fileTypes)) === photo).to.equal(true);
    const letter = new File(['%PDF-1.7'], 'surat.pdf', { type: 'application/pdf' });
    expect((await lightened(letter, rules, fileTypes)) === letter).to.equal(true);
  });

  it('becomes WebP where it was PNG, under a name that says so, if that is taken', async () => {
    const noisy = await noise(300, 300);
    const light = await lightened(noisy, rules, fileTypes);
    expect(light).to.include({ name: 'layar.webp', type: 'image/webp' });
    const jpeg = fileTypes.filter(({ mime }) => mime === 'image/jpeg');
    expect(await lightened(noisy, rules, jpeg)).to.include({
      name: 'layar.jpg',
      type: 'image/jpeg',
    });
    const png = fileTypes.filter(({ mime }) => mime === 'image/png');
    expect((await lightened(noisy, rules, png)).type).to.equal('image/png');
  });

  it('is made smaller until it is light enough', async () => {
    const noisy = await noise(190, 190);
    const light = await lightened(noisy, rules, fileTypes, 8000);
    expect(light.size).to.be.at.most(8000);
  });

  it('stays as it is when it cannot be decoded, or unfolds to more than a phone can hold', async () => {
    const head = (width: number): number[] => [
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      0,
      0,
      0,
      13,
      0x49,
      0x48,
      0x44,
      0x52,
      ...[0, 0, width >> 8, width & 0xff],
      ...[0, 0, width >> 8, width & 0xff],
    ];
    for (const width of [300, 30_000]) {
      const broken = new File([Uint8Array.from(head(width))], 'a.png', { type: 'image/png' });
      expect((await lightened(broken, rules, fileTypes)) === broken).to.equal(true);
    }
  });
});

/** A picture that does not compress. */
async function noise(width: number, height: number): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const pixels = new ImageData(width, height);
  let seed = 1;
  pixels.data.forEach((_, index) => {
    seed = (seed * 16_807) % 2_147_483_647;
    pixels.data[index] = index % 4 === 3 ? 255 : seed % 256;
  });
  context?.putImageData(pixels, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return new File([blob ?? ''], 'layar.png', { type: 'image/png' });
}
