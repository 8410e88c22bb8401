import type { Backend } from '@lpse-konsultasi/client';

/**
 * What a browser may show as it is. Everything else is saved as a plain file: a document that someone sent in must
 * never run as a page of this office.
 */
const viewable = new Set(['image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'video/mp4']);

/** How long the browser may need to take the file over; after that its memory is freed. */
const keepMs = 60_000;

/** Opens an attachment in a new tab, or saves it where it is nothing to look at. */
export async function openAttachment(backend: Backend, sha256: string): Promise<void> {
  const { nama, mime, bytes } = await backend.attachment(sha256);
  const isViewable = viewable.has(mime);
  const blob = new Blob([bytes.slice()], {
    type: isViewable ? mime : 'application/octet-stream',
  });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noopener';
  if (isViewable) link.target = '_blank';
  else link.download = nama;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}
