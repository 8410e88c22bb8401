import { extensionOf, fileTypes, type FileType } from '@lpse-konsultasi/form-schema';
import { imageHeadLength, imageSize, type ImageSize } from './image-size.js';
import { withoutPhotoData } from './photo-data.js';

/** How photos are made smaller before they are sent. */
export interface ShrinkRules {
  /** Pixels of the longer side, at most. */
  readonly longestSide: number;
  /** 0 to 1, for JPEG and WebP. */
  readonly quality: number;
}

/** Above this many pixels a picture is not decoded: it would need more memory than a phone can give. */
const mostPixels = 100_000_000;

/** So often a picture is tried smaller still, each time by a quarter. */
const tries = 5;

/**
 * A picture as it should be sent: not larger than asked for, turned the right way up, and without where and when it was
 * taken. What is small enough keeps its pixels as they are; what is no picture, or cannot be read as one, stays as it is.
 *
 * @param maxSize Bytes. A picture that is heavier is made smaller although its sides are short enough.
 */
export async function lightened(
  file: File,
  rules: ShrinkRules,
  types: readonly FileType[],
  maxSize = Infinity,
): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  const size = imageSize(new Uint8Array(await file.slice(0, imageHeadLength).arrayBuffer()));
  const isLarge = size !== undefined && Math.max(size.width, size.height) > rules.longestSide;
  if (canDecode(size) && (isLarge || file.size > maxSize)) {
    const smaller = await redrawn(file, rules, types, maxSize).catch(() => undefined);
    if (smaller !== undefined && smaller.size < file.size) return smaller;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const bare = withoutPhotoData(bytes);
  if (bare === undefined || bare === bytes) return file;
  return new File([bare as Uint8Array<ArrayBuffer>], file.name, { type: file.type });
}

/** Whether a picture of this size can be shown without harm. */
export function canDecode(size: ImageSize | undefined): boolean {
  return size !== undefined && size.width * size.height <= mostPixels;
}

async function redrawn(
  file: File,
  { longestSide, quality }: ShrinkRules,
  types: readonly FileType[],
  maxSize: number,
): Promise<File | undefined> {
  const type = wantedType(file, types);
  if (type === undefined) return undefined;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let side = Math.min(longestSide, Math.max(picture.width, picture.height));
    for (let left = tries; left > 0; left -= 1) {
      const blob = await encoded(picture, side, type, quality);
      if (blob === undefined) return undefined;
      if (blob.size <= maxSize) return named(blob, file.name);
      side = Math.round(side * 0.75);
    }
    return undefined;
  } finally {
    picture.close();
  }
}

/** Photos stay JPEG; drawings and screenshots, which may be transparent, become WebP where that is taken. */
function wantedType(file: File, types: readonly FileType[]): string | undefined {
  const liked =
    file.type === 'image/jpeg' ? ['image/jpeg', 'image/webp'] : ['image/webp', 'image/jpeg'];
  return liked.find((mime) => types.some((type) => type.mime === mime));
}

async function encoded(
  picture: ImageBitmap,
  side: number,
  type: string,
  quality: number,
): Promise<Blob | undefined> {
  const scale = side / Math.max(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  if (type === 'image/jpeg') {
    // What shines through would become black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
  // A browser that cannot write the type writes PNG, which is no way to make a photo small.
  return blob?.type === type ? blob : undefined;
}

/** The name follows the type. */
function named(blob: Blob, name: string): File {
  const type = fileTypes.find(({ mime }) => mime === blob.type);
  const extension = extensionOf(name);
  const fits = type?.extensions.includes(extension) ?? true;
  const bare = extension === '' ? name : name.slice(0, -extension.length - 1);
  return new File([blob], fits ? name : `${bare}.${type?.extensions[0] ?? ''}`, {
    type: blob.type,
  });
}
