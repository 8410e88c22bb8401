import { fileTypeFromFile } from 'file-type';
import { extensionOf, fileTypes, sniffLength, sniffType } from '@lpse-konsultasi/form-schema';
import { headOf, type Spooled } from './attachments.js';

/**
 * The type of an upload, when its content, its name and what its sender declared agree upon one that is accepted here;
 * undefined otherwise. Two judges look at the content, our own and a library: what they see differently is refused.
 */
export async function kindOf(
  file: Spooled,
  name: string,
  declared: string,
): Promise<string | undefined> {
  const [bytes, found] = await Promise.all([
    headOf(file, sniffLength),
    fileTypeFromFile(file.path),
  ]);
  const sniffed = sniffType(bytes);
  if (sniffed === undefined || declared !== sniffed.mime) return undefined;
  if (!sniffed.extensions.includes(extensionOf(name))) return undefined;
  // MPEG-4 has many brands of one kind; the library names some of them apart.
  const agreed =
    found?.mime === sniffed.mime || (sniffed.mime === 'video/mp4' && found?.mime === 'video/x-m4v');
  return agreed ? sniffed.mime : undefined;
}

export const acceptedTypes: readonly string[] = fileTypes.map(({ mime }) => mime);
