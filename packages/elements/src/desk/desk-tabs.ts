import { html, nothing, type TemplateResult } from 'lit';
import type { ShellTexts } from '../locales/shell.js';
import { regions, type ArrangementController, type Region } from './arrangement-controller.js';

/** The tabs between the regions; nothing where they stand side by side. `focus` puts the focus on a tab. */
export function renderTabs(
  arrangement: ArrangementController,
  texts: ShellTexts,
  focus: (region: Region) => void,
): TemplateResult | typeof nothing {
  if (arrangement.current !== 'tabs') return nothing;
  return html`<div class="tabs" role="tablist" aria-label=${texts.regions} @keydown=${handleKey}>
    ${regions.map(
      (region) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${region}"
          aria-controls="region-${region}"
          aria-selected=${region === arrangement.region}
          tabindex=${region === arrangement.region ? 0 : -1}
          @click=${() => arrangement.show(region)}
        >
          ${texts.tabs[region]}
        </button>`,
    )}
  </div>`;

  function handleKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = (regions.indexOf(arrangement.region) + step + regions.length) % regions.length;
    const region = regions[index] ?? 'queue';
    arrangement.show(region);
    focus(region);
  }
}

/** What a region says of itself while it is a tab's panel. */
export function tabPanel(
  arrangement: ArrangementController,
  region: Region,
): { readonly role: string | typeof nothing; readonly label: string | typeof nothing } {
  const isTab = arrangement.current === 'tabs';
  return { role: isTab ? 'tabpanel' : nothing, label: isTab ? `tab-${region}` : nothing };
}
