/** A kind of file that can be attached, told by its first bytes and not by what its name claims. */
export interface FileType {
  readonly mime: string;
  /** As people say it: "PNG". */
  readonly name: string;
  /** Lower case, without the dot; the first is the usual one. */
  readonly extensions: readonly string[];
}

interface Signature extends FileType {
  readonly matches: (bytes: Uint8Array) => boolean;
}

/** How many of the first bytes `sniffType` looks at. */
export const sniffLength = 16;

// Signatures must stand at the very start: a PDF with something before its header is the usual way to hide a script.
const signatures: readonly Signature[] = [
  {
    mime: 'image/png',
    name: 'PNG',
    extensions: ['png'],
    matches: startsWith(0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  {
    mime: 'image/jpeg',
    name: 'JPEG',
    extensions: ['jpg', 'jpeg'],
    matches: startsWith(0, [0xff, 0xd8, 0xff]),
  },
  {
    mime: 'image/webp',
    name: 'WebP',
    extensions: ['webp'],
    matches: (bytes) => startsWith(0, ascii('RIFF'))(bytes) && startsWith(8, ascii('WEBP'))(bytes),
  },
  {
    mime: 'application/pdf',
    name: 'PDF',
    extensions: ['pdf'],
    matches: startsWith(0, ascii('%PDF-')),
  },
  {
    mime: 'video/mp4',
    name: 'MP4',
    extensions: ['mp4', 'm4v'],
    // ISO base media: the brand decides, because HEIC images and QuickTime share the box format.
    matches: (bytes) =>
      startsWith(4, ascii('ftyp'))(bytes) &&
      ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', 'dash'].some(
        (brand) => startsWith(8, ascii(brand))(bytes),
      ),
  },
];

/** Every type that `sniffType` can tell. */
export const fileTypes: readonly FileType[] = signatures;

/** The type that the bytes are, by their signature; undefined when it is none that can be attached. */
export function sniffType(bytes: Uint8Array): FileType | undefined {
  return signatures.find(({ matches }) => matches(bytes));
}

/** The lower-case extension of a file name, '' when it has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

function startsWith(offset: number, expected: readonly number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => expected.every((byte, index) => bytes[offset + index] === byte);
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
