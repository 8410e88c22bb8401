import { html, nothing, render, type TemplateResult } from 'lit';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import {
  accessCodeOf,
  spellAccessCode,
  statusAddress,
  type Locale,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import { formatDateTime } from '../i18n/format.js';
import type { KioskTexts } from '../locales/kiosk.js';
import { printAlone } from '../sheet/printer.js';
import { loadQr, renderQr, type QrModules } from '../sheet/qr.js';
import { statusPageOf } from '../sheet/status-page.js';
import { slipPaper } from './kiosk.styles.js';

/** What a visitor takes along: enough to come back, nothing of what they wrote. */
export interface Slip {
  readonly office: string;
  readonly tiket: string;
  /** When the guest was registered, in the slip's language. */
  readonly waktu: string;
  readonly kode?: string;
  /** Where to call, with ticket and code at hand; there is nothing to scan then. */
  readonly telepon?: string;
  /** The status page with both in it, as a QR code. */
  readonly qr?: QrModules;
}

/** The slip of a case that was just handed in. Without a status page of the office it says whom to ask instead. */
export async function slipOf(
  { consultation, events }: ConsultationRecord,
  profile: Profile,
  locale: Locale,
  page?: string,
): Promise<Slip> {
  const { tiket, registeredAt } = consultation;
  const { nama: office, telepon, zonaWaktu } = profile.office;
  const waktu = formatDateTime(registeredAt, locale, zonaWaktu);
  const address = statusPageOf(page, profile, document.baseURI);
  const kode = accessCodeOf(events);
  if (kode === undefined) return { office, tiket, waktu };
  const known = { office, tiket, waktu, kode: spellAccessCode(kode) };
  if (address === undefined) return { ...known, ...(telepon !== undefined && { telepon }) };
  const draw = await loadQr();
  return { ...known, qr: draw(statusAddress(address, { tiket, kode })) };
}

export function renderSlip(slip: Slip, texts: KioskTexts): TemplateResult {
  const { office, tiket, waktu, kode, telepon, qr } = slip;
  return html`
    <div class="slip">
      <p class="slip-office">${office}</p>
      <dl>
        <dt>${texts.ticket}</dt>
        <dd class="slip-ticket">${tiket}</dd>
        <dt>${texts.registered}</dt>
        <dd>${waktu}</dd>
        ${
          kode === undefined
            ? nothing
            : html`<dt>${texts.code}</dt>
                <dd class="slip-code">${kode}</dd>`
        }
      </dl>
      ${qr === undefined ? nothing : html`<div class="slip-qr">${renderQr(qr, texts.scan)}</div>`}
      ${kode === undefined ? nothing : html`<p>${qr === undefined ? texts.codeAsk(telepon) : `${texts.scan}. ${texts.codeWhy}`}</p>`}
    </div>
  `;
}

/** Opens the browser's print dialogue with the slip alone on the paper. */
export function printSlip(slip: Slip, texts: KioskTexts): void {
  printAlone({
    isPrintable: () => true,
    runningTitle: () => slip.tiket,
    drawInto: (root) => {
      const { styleSheet } = slipPaper;
      if (styleSheet !== undefined) root.adoptedStyleSheets = [styleSheet];
      render(renderSlip(slip, texts), root);
    },
  });
}
