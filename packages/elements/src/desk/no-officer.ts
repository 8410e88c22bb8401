import { html, type TemplateResult } from 'lit';

/** What the desk shows while the page has not said who works here. */
export function renderNoOfficer(message: string): TemplateResult {
  return html`<div part="base" class="base" role="alert">
    <div class="alert alert-bad">
      <p>${message}</p>
      <p class="hint"><code>LPSE_CONFIG_MISSING</code></p>
    </div>
  </div>`;
}
