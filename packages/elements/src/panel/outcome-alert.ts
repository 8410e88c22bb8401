import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import {
  describeRefusal,
  type LpseError,
  type Locale,
  type Refusal,
} from '@lpse-konsultasi/form-schema';
import type { CommonTexts } from '../locales/common.js';
import { renderWayIn } from './way-in.js';

export interface Trouble {
  readonly refusal?: Refusal | undefined;
  readonly failed?: LpseError | undefined;
  /** Something was typed that was to go along. */
  readonly hasEntry?: boolean;
}

/** Why a command was not carried out, above the form that it came from; nothing when it was. */
export function renderOutcomeAlert(
  { refusal, failed, hasEntry = false }: Trouble,
  texts: CommonTexts,
  locale: Locale,
  signIn?: string,
): TemplateResult | typeof nothing {
  if (failed === undefined && refusal === undefined) return nothing;
  // It is in good hands, and no failure of anybody's.
  if (failed?.code === 'LPSE_OUTBOX_WAITING')
    return html`<div class="alert alert-good" role="status"><p>${words()}</p></div>`;
  // Whoever is told what to mend in the form sees it there.
  const isOfForm = failed === undefined && refusal?.code !== 'LPSE_VERSION_CONFLICT';
  return html`<div class="alert alert-bad" role="alert" ${ref(bringIntoSight)}>
    <p>${words()} ${hasEntry && !isOfForm ? texts.kept : nothing}</p>
    ${renderWayIn(failed?.code, signIn, texts)}
  </div>`;

  function words(): string {
    if (failed !== undefined) return texts.failures[failed.code] ?? texts.failed;
    if (refusal === undefined) return '';
    return refusal.code === 'LPSE_VERSION_CONFLICT'
      ? texts.conflict
      : describeRefusal(refusal, locale);
  }
}

/**
 * Whoever has pressed the button below a long form sees what became of it. What comes late, while the person is
 * somewhere else, moves nothing.
 */
function bringIntoSight(alert: Element | undefined): void {
  // It is not in the page yet.
  queueMicrotask(() => {
    const root = alert?.getRootNode();
    if (root instanceof ShadowRoot && root.activeElement !== null)
      alert?.scrollIntoView({ block: 'center' });
  });
}
