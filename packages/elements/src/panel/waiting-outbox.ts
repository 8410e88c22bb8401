import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '@lpse-konsultasi/form-schema';
import type { OutboxController } from '../controllers/outbox-controller.js';
import { loadQuietly } from '../define/load-quietly.js';

/** The outbox, from the moment when something waits: a chunk of its own, which most visits never need. */
export function renderOutbox(
  box: OutboxController,
  locale: Locale,
): TemplateResult | typeof nothing {
  if (!box.hasBeenWorthALook) return nothing;
  loadQuietly(import('../define/outbox.js'));
  return html`<lpse-outbox exportparts="heading" .locale=${locale}></lpse-outbox>`;
}
