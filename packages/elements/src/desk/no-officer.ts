import { html, type TemplateResult } from 'lit';
import type { CommonTexts } from '../locales/common.js';
import { renderWayIn } from '../panel/way-in.js';

/** Why nobody works here: the page has not said who does, or behind a server nobody has signed in. */
export function noOfficerCode(
  signIn: string | undefined,
): 'LPSE_CONFIG_MISSING' | 'LPSE_SESSION_REQUIRED' {
  return signIn === undefined ? 'LPSE_CONFIG_MISSING' : 'LPSE_SESSION_REQUIRED';
}

/** What the desk shows while nobody works here: behind a server the way to its sign-in, else what the page has to say. */
export function renderNoOfficer(
  message: string,
  common: CommonTexts,
  signIn: string | undefined,
): TemplateResult {
  const code = noOfficerCode(signIn);
  return html`<div part="base" class="base" role="alert">
    <div class="alert alert-bad">
      <p>${signIn === undefined ? message : common.failures[code]}</p>
      ${renderWayIn(code, signIn, common)}
      <p class="hint"><code>${code}</code></p>
    </div>
  </div>`;
}
