import { html, nothing, type TemplateResult } from 'lit';
import type { Environment } from '../environment/environment.js';
import { formatDate } from '../i18n/format.js';
import type { DeskTexts } from '../locales/desk.js';
import type { ShellTexts } from '../locales/shell.js';
import type { EarlierCases } from './earlier-controller.js';
import { renderState } from './state-sign.js';

/** Cases of the same person or matter, each a button that opens it. */
export function renderEarlier(
  cases: EarlierCases,
  { locale, profile }: Environment,
  texts: ShellTexts,
  words: DeskTexts,
  open: (id: string) => void,
): TemplateResult | typeof nothing {
  if (cases.length === 0) return nothing;
  return html`<section class="earlier" aria-labelledby="earlier">
    <h3 id="earlier">${texts.earlier}</h3>
    ${cases.map(
      ([kinship, rows]) => html`
        <h4>${texts.kinship[kinship]}</h4>
        <ul>
          ${rows.map((row) => {
            return html`<li>
              <button
                type="button"
                class="button button-plain button-small"
                @click=${() => open(row.id)}
              >
                ${row.judul || row.tiket}
              </button>
              <span class="soft"
                >${row.nama} · ${formatDate(row.registeredAt, locale, profile.office.zonaWaktu)} ·
                ${renderState(row.state, words.states[row.state])}</span
              >
            </li>`;
          })}
        </ul>
      `,
    )}
  </section>`;
}
