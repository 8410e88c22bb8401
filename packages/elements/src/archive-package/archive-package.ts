import type { AttachmentFile, ConsultationRecord } from '@lpse-konsultasi/client';
import { attachmentsOf, writePackage } from '@lpse-konsultasi/client/archive';
import { LpseError } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import { loadQr } from '../sheet/qr.js';
import type { SheetCopy } from '../sheet/sheet-content.js';
import { sheetDocument } from '../sheet/sheet-document.js';
import { markOf } from '../sheet/sheet-mark.js';
import { statusPageOf } from '../sheet/status-page.js';
import { checkerPage } from './generated.js';

/** A file to be saved. */
export interface ArchivePackage {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The archive package of a case, ready to be saved. An attachment that the backend no longer has is listed as not
 * available instead of failing the archive.
 *
 * @throws {LpseError} what the backend throws for other reasons, e.g. a lost connection.
 */
export async function makeArchivePackage(
  record: ConsultationRecord,
  { backend, profile, clock }: Environment,
): Promise<ArchivePackage> {
  const encode = await loadQr();
  const attachments = new Map<string, AttachmentFile>();
  for (const { sha256 } of attachmentsOf(record.consultation)) {
    const file = await backend.attachment(sha256).catch(absent);
    if (file !== undefined) attachments.set(sha256, file);
  }
  const sheet = (copy: SheetCopy): string => {
    const mark = markOf(record, copy, statusPageOf(undefined, profile, document.baseURI));
    const { consultation } = record;
    const content = { profile, consultation, copy, mark: { ...mark, qr: encode(mark.text) } };
    return sheetDocument(content, `Formulir Konsultasi ${consultation.tiket} ${copy}`);
  };
  const bytes = writePackage({
    record,
    profile,
    sheets: new Map([
      ['lembar-asli.html', sheet('asli')],
      ['lembar-salinan.html', sheet('salinan')],
    ]),
    attachments,
    checker: checkerPage,
    now: clock.now(),
  });
  return { name: `arsip-${record.consultation.tiket}.zip`, bytes };
}

function absent(error: unknown): undefined {
  if (error instanceof LpseError && error.code === 'LPSE_ATTACHMENT_NOT_FOUND') return undefined;
  throw error;
}
