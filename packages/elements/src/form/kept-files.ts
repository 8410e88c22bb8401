import type { AttachmentRef } from '@lpse-konsultasi/client';
import { sha256Hex } from '@lpse-konsultasi/form-schema';

/** Where attached files stay while the page has no uploader: in memory, by the hash in their reference. */
export class KeptFiles {
  readonly all = new Map<string, File>();

  async keep(file: File): Promise<AttachmentRef> {
    const sha256 = sha256Hex(new Uint8Array(await file.arrayBuffer()));
    this.all.set(sha256, file);
    return { nama: file.name, mime: file.type, ukuran: file.size, sha256 };
  }
}
