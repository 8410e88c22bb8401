import type { AttachmentRef } from '@lpse-konsultasi/client';
import type { Uploader } from '../widget.js';

/** Where attached files stay while the page has no uploader: in memory, by the hash in their reference. */
export class KeptFiles {
  readonly all = new Map<string, File>();

  readonly keep: Uploader = async (file): Promise<AttachmentRef> => {
    // Most pages bring an uploader, and most forms no file: the hash comes when one has to be made.
    const { sha256Of } = await import('./hash.js');
    const sha256 = await sha256Of(file);
    this.all.set(sha256, file);
    return { nama: file.name, mime: file.type, ukuran: file.size, sha256 };
  };
}
