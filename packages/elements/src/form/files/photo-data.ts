/**
 * A picture without what a camera or an editor wrote about it: where and when it was taken, with which device, a small
 * copy of what was cut off. The pixels stay as they are, and so does the way up. Answers the same bytes when there is
 * nothing of the kind, and undefined when the file cannot be read.
 */
export function withoutPhotoData(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const kept = partsOf(bytes);
    if (kept === undefined) return undefined;
    const length = kept.reduce((sum, part) => sum + part.length, 0);
    if (length === bytes.length && kept.every((part) => part.buffer === bytes.buffer)) return bytes;
    return joined(kept, length);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function partsOf(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.getUint32(0);
  if (start === 0x89504e47) return pngParts(bytes, view);
  if (start >>> 16 === 0xffd8) return jpegParts(bytes, view);
  return start === 0x52494646 ? webpParts(bytes, view) : undefined;
}

const textChunks = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function pngParts(bytes: Uint8Array, view: DataView): Uint8Array[] {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8, type = ''; type !== 'IEND';) {
    const end = at + 12 + view.getUint32(at);
    type = asciiAt(view, at + 4, 4);
    if (!textChunks.has(type)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return parts;
}

/** What follows the picture (a short film, other pictures) goes with the rest. */
function jpegParts(bytes: Uint8Array, view: DataView): Uint8Array[] | undefined {
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) break;
    const end = at + 2 + view.getUint16(at + 2);
    const kept = keptSegment(bytes.subarray(at, end), marker);
    if (kept !== undefined) parts.push(kept);
    at = end;
  }
  let end = at;
  while (view.getUint16(end) !== 0xffd9) end += 1;
  parts.push(bytes.subarray(at, end + 2));
  return parts;
}

function keptSegment(segment: Uint8Array, marker: number): Uint8Array | undefined {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  // APP0 (density), APP2 (colours, unless it lists further pictures) and APP14 (colours) belong to the picture.
  if (marker === 0xe2) return asciiAt(view, 4, 4) === 'MPF\0' ? undefined : segment;
  if (marker === 0xe1 && asciiAt(view, 4, 4) === 'Exif') return wayUp(view);
  const isApplication = marker > 0xe0 && marker <= 0xef && marker !== 0xee;
  return isApplication || marker === 0xfe ? undefined : segment;
}

/** Of all that the camera wrote, only which way is up; nothing when it is up already. */
function wayUp(exif: DataView): Uint8Array | undefined {
  const orientation = orientationOf(exif);
  if (orientation === undefined || orientation < 2 || orientation > 8) return undefined;
  // prettier-ignore
  return Uint8Array.from([
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, // APP1, "Exif"
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8,                   // big-endian TIFF, first directory at 8
    0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, // one entry: orientation, a short
    0, 0, 0, 0,                                      // no further directory
  ]);
}

function orientationOf(exif: DataView): number | undefined {
  const tiff = 10;
  const little = exif.getUint16(tiff) === 0x4949;
  const directory = tiff + exif.getUint32(tiff + 4, little);
  const count = exif.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (exif.getUint16(entry, little) === 0x0112) return exif.getUint16(entry + 8, little);
  }
  return undefined;
}

function webpParts(bytes: Uint8Array, view: DataView): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  const length = Math.min(bytes.length, view.getUint32(4, true) + 8);
  for (let at = 12; at + 8 <= length;) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    const type = asciiAt(view, at, 4);
    if (type !== 'EXIF' && type !== 'XMP ') chunks.push(bytes.subarray(at, end));
    at = end;
  }
  const body = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (body + 12 === bytes.length) return [bytes];
  const head = bytes.slice(0, 12);
  new DataView(head.buffer).setUint32(4, body + 4, true);
  const [first, ...rest] = chunks;
  if (first === undefined || asciiAt(view, 12, 4) !== 'VP8X') return [head, ...chunks];
  const described = first.slice();
  // The flags that promise what is gone.
  described[8] = (described[8] ?? 0) & ~0x0c;
  return [head, described, ...rest];
}

function asciiAt(view: DataView, at: number, length: number): string {
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text += String.fromCharCode(view.getUint8(at + index));
  }
  return text;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
