import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { SheetRow, SheetSection } from './sheet-form.js';

/** A section of the sheet with its letter: labels and values in two columns where there is room. */
export function renderSection(section: SheetSection, letter: string): TemplateResult {
  return html`
    <section class="group">
      <h3><span class="letter">${letter}.</span> ${section.title}</h3>
      ${renderRows(section.rows)}
    </section>
  `;
}

export function renderRows(rows: readonly SheetRow[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`
    <dl class="rows">
      ${rows.map(
        ({ label, value, wide, tick = false }) =>
          html`<div class=${classMap({ row: true, wide, tick })}>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  `;
}

/** A row, unless there is nothing to say. */
export function row(label: string, value: string | undefined, wide = false): readonly SheetRow[] {
  return value === undefined || value === '' ? [] : [{ label, value, wide }];
}

/** Text as it was written: its paragraphs are paragraphs, its line breaks stay. */
export function renderProse(text: string): TemplateResult {
  const paragraphs = text.split(/\n[^\S\n]*\n+/).filter((each) => each.trim() !== '');
  return html`<div class="prose">${paragraphs.map((each) => html`<p>${each}</p>`)}</div>`;
}

/** Empty lines to write on. */
export function lines(count: number): TemplateResult {
  return html`${Array.from({ length: count }, () => html`<span class="line"></span>`)}`;
}
