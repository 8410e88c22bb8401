/** A picture as a person would choose it: two colours, so that it can be told which way is up. For tests. */
export async function pictureOf(
  name: string,
  type: 'image/jpeg' | 'image/png' | 'image/webp',
  width: number,
  height: number,
): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#00f';
  context.fillRect(0, 0, width, height / 2);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.95));
  if (blob === null) throw new Error(`cannot write ${type}`);
  return new File([blob], name, { type });
}

/** The same picture with what a camera writes: the way up, and where it was taken. */
export async function photographed(jpeg: File, orientation: number): Promise<File> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  // prettier-ignore
  const tiff = [
    0x49, 0x49, 42, 0, 8, 0, 0, 0, // little-endian
    2, 0,
    0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
    0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, // GPS directory
    0, 0, 0, 0,
    0, 0, 0, 0, 0, 0,
  ];
  const place = [...'Jl. Veteran 1, Batang'].map((letter) => letter.charCodeAt(0));
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, ...place];
  const length = body.length + 2;
  const exif = [0xff, 0xe1, length >> 8, length & 0xff, ...body];
  const comment = [0xff, 0xfe, 0, 2 + place.length, ...place];
  // In one piece: Firefox does not know a picture by a first piece of two bytes. At the end what some telephones
  // append: a film.
  const photo = [...bytes.slice(0, 2), ...exif, ...comment, ...bytes.slice(2), ...place];
  return new File([Uint8Array.from(photo)], jpeg.name, { type: jpeg.type });
}
