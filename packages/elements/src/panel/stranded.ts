import { html, nothing, type TemplateResult } from 'lit';
import {
  isJsonObject,
  join,
  type FormDefinition,
  type Json,
  type JsonObject,
  type Locale,
  type Pointer,
} from '@lpse-konsultasi/form-schema';
import type { CommonTexts } from '../locales/common.js';

/** What somebody was typing when the case moved on without it. */
export interface Stranded {
  readonly form: FormDefinition;
  readonly value: JsonObject;
}

interface Line {
  readonly label: string;
  readonly text: string;
}

/** The words that were typed, to be read and copied; choices and what the page filled in itself are not worth it. */
function linesOf({ form, value }: Stranded, locale: Locale): Line[] {
  const texts = form.layout.texts?.[locale]?.fields ?? form.layout.texts?.id?.fields ?? {};
  const lines: Line[] = [];
  visit(value, '');
  return lines;

  function visit(json: Json, path: Pointer): void {
    if (Array.isArray(json)) for (const item of json as readonly Json[]) visit(item, `${path}/*`);
    else if (isJsonObject(json))
      for (const [key, member] of Object.entries(json)) visit(member, join(path, key));
    else if (typeof json === 'string' && json !== '' && isTyped(path))
      lines.push({ label: texts[path]?.label ?? '', text: json });
  }

  function isTyped(path: Pointer): boolean {
    return form.layout.fields?.[path]?.hidden !== true && texts[path]?.options === undefined;
  }
}

/** Says that somebody else was quicker, and shows what would otherwise be lost with the form. */
export function renderStranded(
  stranded: Stranded | undefined,
  texts: CommonTexts,
  locale: Locale,
  dismiss: () => void,
): TemplateResult | typeof nothing {
  if (stranded === undefined) return nothing;
  return html`<div class="alert alert-warn" role="alert">
    <p>${texts.stranded}</p>
    <dl>
      ${linesOf(stranded, locale).map(
        ({ label, text }) =>
          html`<dt>${label}</dt>
            <dd class="typed">${text}</dd>`,
      )}
    </dl>
    <p class="actions">
      <button type="button" class="button" @click=${dismiss}>${texts.strandedRead}</button>
    </p>
  </div>`;
}
