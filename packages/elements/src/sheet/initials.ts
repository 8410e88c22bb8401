import { html, nothing, svg, type TemplateResult } from 'lit';
import type { RecordedAnswer, TimeZone } from '@lpse-konsultasi/form-schema';
import { formatDateTime } from '../i18n/format.js';
import { sheetTexts as texts } from '../locales/sheet.js';

/**
 * The box under an answer: the officer's mark, name, position and time. `valid` says whether the mark still belongs to
 * the words above it; when not, the sheet says so where nobody can overlook it.
 */
export function renderInitials(
  { paraf, at }: RecordedAnswer,
  valid: boolean,
  zone: TimeZone,
): TemplateResult {
  return html`
    <div class=${valid ? 'initials' : 'initials void'}>
      ${
        valid
          ? nothing
          : html`<div class="void-note">
              <p class="void-mark">${texts.initialsVoid}</p>
              <p class="caption">${texts.initialsVoidWhy}</p>
            </div>`
      }
      <div class="mark">${renderMark(paraf)}</div>
      <div>
        <p class="caption">${texts.initials}</p>
        <p class="signer">${paraf.namaPetugas}</p>
        <p>${paraf.jabatan}</p>
        <p>${formatDateTime(paraf.waktu || at, 'id', zone)}</p>
      </div>
    </div>
  `;
}

function renderMark(paraf: RecordedAnswer['paraf']): TemplateResult {
  switch (paraf.cara) {
    case 'diketik':
      return html`<span class="typed">${paraf.inisial ?? ''}</span>`;
    case 'digambar':
      return html`<svg viewBox="0 0 300 100" role="img" aria-label=${texts.drawn}>
        ${svg`<path d=${paraf.gambar ?? ''}></path>`}
      </svg>`;
    case 'kertas':
      return html`<span class="caption">(${texts.wetInitials})</span>`;
    default:
      return html`<span class="caption">${texts.electronic}</span>`;
  }
}

/** The empty box on a sheet that nobody has answered yet. */
export function renderEmptyInitials(): TemplateResult {
  return html`
    <div class="initials">
      <div class="mark"></div>
      <div class="to-fill-group">
        <p class="caption">${texts.initials}</p>
        <p class="to-fill">${texts.officerName}</p>
        <p class="to-fill">${texts.position}</p>
        <p class="to-fill">${texts.time}</p>
      </div>
    </div>
  `;
}
