import { html, nothing, type TemplateResult } from 'lit';
import type { LpseError } from '@lpse-konsultasi/form-schema';
import { withWayBack } from '../environment/sign-in.js';
import type { CommonTexts } from '../locales/common.js';

/** The way on for an officer whose session has ended: sign in, and come back to this page. */
export function renderWayIn(
  code: string | undefined,
  signIn: string | undefined,
  texts: CommonTexts,
): TemplateResult | typeof nothing {
  if (code !== 'LPSE_SESSION_REQUIRED' || signIn === undefined) return nothing;
  return html`<p class="actions">
    <a class="button button-primary" href=${withWayBack(signIn)}>${texts.signIn}</a>
  </p>`;
}

/** Why something cannot be shown, and the way on where there is one. */
export function renderFailure(
  failure: LpseError | undefined,
  signIn: string | undefined,
  texts: CommonTexts,
): TemplateResult {
  const code = failure?.code ?? 'LPSE_STORAGE_UNAVAILABLE';
  return html`<div class="alert alert-bad" role="alert">
    <p>${texts.failures[code] ?? texts.failed}</p>
    ${renderWayIn(code, signIn, texts)}
  </div>`;
}
