import type { AttachmentRef } from '@lpse-konsultasi/client';

/** Where attached files stay while the page has no uploader: in memory, by the hash in their reference. */
export class KeptFiles {
  readonly all = new Map<string, File>();

  async keep(file: File): Promise<AttachmentRef> {
    // Most pages bring an uploader, and most forms no file: the hash comes when one has to be made.
    const { sha256Hex } = await import('@lpse-konsultasi/form-schema/hash');
    const sha256 = sha256Hex(new Uint8Array(await file.arrayBuffer()));
    this.all.set(sha256, file);
    return { nama: file.name, mime: file.type, ukuran: file.size, sha256 };
  }
}
