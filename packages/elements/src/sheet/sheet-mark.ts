import type { ConsultationRecord } from '@lpse-konsultasi/client';
import { accessCodeOf, spellAccessCode, statusAddress } from '@lpse-konsultasi/form-schema';
import type { QrModules } from './qr.js';
import type { SheetCopy } from './sheet-content.js';

/** What ties a sheet on paper to the case that it was printed from. */
export interface SheetMark {
  /** What the QR code says. */
  readonly text: string;
  /** The first twelve digits of the log's last hash, in groups: an officer compares them with the log. */
  readonly check: string;
  /** The entry of the log that they belong to. */
  readonly entry: number;
  /** Where the user finds the case again, and with which code; absent on the original and where there is no such page. */
  readonly status?: { readonly page: string; readonly code: string };
  /** Drawn as soon as the library is there. */
  readonly qr?: QrModules;
}

/**
 * The mark of a case's sheet. A copy leads its user to the status page. The original, and every sheet of an office
 * without such a page, carries the hash: the archive must not hold what opens the case to its finder.
 */
export function markOf(
  { consultation, events }: ConsultationRecord,
  copy: SheetCopy | undefined,
  page: string | undefined,
): SheetMark {
  const { tiket, version, head } = consultation;
  const check = head.slice(0, 12).replaceAll(/(.{4})(?=.)/g, '$1-');
  const kode = copy === 'asli' || page === undefined ? undefined : accessCodeOf(events);
  if (kode === undefined || page === undefined)
    return { text: `LPSE-KONSULTASI/1 ${tiket} ${version} ${head}`, check, entry: version };
  return {
    text: statusAddress(page, { tiket, kode }),
    check,
    entry: version,
    status: { page: page.replace(/#.*$/, ''), code: spellAccessCode(kode) },
  };
}
