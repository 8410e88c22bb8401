import { html, type TemplateResult } from 'lit';
import { loadQuietly } from '../define/load-quietly.js';
import type { Environment } from '../environment/environment.js';

/** A chunk of its own: no visitor at home pays for it. It takes its environment from the element around it. */
export function renderKiosk(
  { locale }: Environment,
  statusPage: string | undefined,
): TemplateResult {
  loadQuietly(import('../define/kiosk.js'));
  return html`<lpse-kiosk
    exportparts="heading, slip, control, label, hint, error"
    .statusPage=${statusPage}
    .locale=${locale}
  ></lpse-kiosk>`;
}
