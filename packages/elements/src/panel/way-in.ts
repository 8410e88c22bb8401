import { html, nothing, type TemplateResult } from 'lit';
import type { LpseError } from '@lpse-konsultasi/form-schema';
import { withWayBack } from '../environment/sign-in.js';
import type { CommonTexts } from '../locales/common.js';

/** What may be over a moment later. */
const passing: readonly (string | undefined)[] = [
  'LPSE_SERVER_UNREACHABLE',
  'LPSE_SERVER_UNAVAILABLE',
  'LPSE_SERVER_FAILED',
  'LPSE_RATE_LIMITED',
  'LPSE_PROFILE_NOT_FOUND',
];

/**
 * The way on: an officer whose session has ended signs in and comes back to this page; what may be over is tried again
 * without loading the page anew, with all that was typed elsewhere on it.
 */
export function renderWayIn(
  code: string | undefined,
  signIn: string | undefined,
  texts: CommonTexts,
  retry?: () => void,
): TemplateResult | typeof nothing {
  if (retry !== undefined && passing.includes(code))
    return html`<p class="actions">
      <button type="button" class="button" @click=${retry}>${texts.retry}</button>
    </p>`;
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
  retry?: () => void,
): TemplateResult {
  const code = failure?.code ?? 'LPSE_STORAGE_UNAVAILABLE';
  return html`<div class="alert alert-bad" role="alert">
    <p>${texts.failures[code] ?? texts.failed}</p>
    ${renderWayIn(code, signIn, texts, retry)}
  </div>`;
}
