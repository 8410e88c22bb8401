import { html, nothing, render, type TemplateResult } from 'lit';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import {
  accessCodeOf,
  spellAccessCode,
  statusAddress,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import type { KioskTexts } from '../locales/kiosk.js';
import { printAlone } from '../sheet/printer.js';
import { loadQr, renderQr, type QrModules } from '../sheet/qr.js';
import { statusPageOf } from '../sheet/status-page.js';
import { slipPaper } from './kiosk.styles.js';

/** What a visitor takes along: enough to come back, nothing of what they wrote. */
export interface Slip {
  readonly office: string;
  readonly tiket: string;
  readonly kode?: string;
  /** The status page with both in it, as a QR code. */
  readonly qr?: QrModules;
}

/** The slip of a case that was just handed in. Without a status page of the office there is no code to take along. */
export async function slipOf(
  { consultation, events }: ConsultationRecord,
  profile: Profile,
  page?: string,
): Promise<Slip> {
  const { tiket } = consultation;
  const office = profile.office.nama;
  const address = statusPageOf(page, profile, document.baseURI);
  const kode = accessCodeOf(events);
  if (address === undefined || kode === undefined) return { office, tiket };
  const draw = await loadQr();
  const qr = draw(statusAddress(address, { tiket, kode }));
  return { office, tiket, kode: spellAccessCode(kode), qr };
}

export function renderSlip({ office, tiket, kode, qr }: Slip, texts: KioskTexts): TemplateResult {
  return html`
    <div class="slip">
      <p class="slip-office">${office}</p>
      <dl>
        <dt>${texts.ticket}</dt>
        <dd class="slip-ticket">${tiket}</dd>
        ${
          kode === undefined
            ? nothing
            : html`<dt>${texts.code}</dt>
                <dd class="slip-code">${kode}</dd>`
        }
      </dl>
      ${qr === undefined ? nothing : html`<div class="slip-qr">${renderQr(qr, texts.scan)}</div>`}
      ${kode === undefined ? nothing : html`<p>${texts.scan}. ${texts.codeWhy}</p>`}
    </div>
  `;
}

/** Opens the browser's print dialogue with the slip alone on the paper. */
export function printSlip(slip: Slip, texts: KioskTexts): void {
  printAlone({
    isPrintable: true,
    runningTitle: slip.tiket,
    drawInto: (root) => {
      const { styleSheet } = slipPaper;
      if (styleSheet !== undefined) root.adoptedStyleSheets = [styleSheet];
      render(renderSlip(slip, texts), root);
    },
  });
}
