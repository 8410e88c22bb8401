import { html, nothing, type TemplateResult } from 'lit';
import { noticesOf, type JsonSchema, type Locale, type Notice } from '@lpse-konsultasi/form-schema';
import { loadTexts } from '../i18n/texts.js';
import { noticeTexts, type NoticeTexts } from '../locales/notices.js';

/** The notices of a schema, by pointer and keyword, each with what to do. */
export async function noticeBox(
  schema: JsonSchema,
  locale: Locale,
): Promise<TemplateResult | typeof nothing> {
  const notices = noticesOf(schema);
  if (notices.length === 0) return nothing;
  const texts = await loadTexts(noticeTexts, locale);
  return html`<aside class="notices" aria-labelledby="notices-title">
    <p id="notices-title"><strong>${texts.title}</strong></p>
    <p>${texts.lead}</p>
    <ul>
      ${notices.map((notice) => renderNotice(notice, texts))}
    </ul>
  </aside>`;
}

function renderNotice({ pointer, keyword, property }: Notice, texts: NoticeTexts): TemplateResult {
  const words = texts.keywords[keyword as keyof NoticeTexts['keywords']];
  const advice = property === undefined ? words : texts.properties[keyword as 'required'];
  return html`<li>
    <code>#${pointer}</code> <code>${keyword}</code>:
    ${property === undefined ? nothing : html`<code>${property}</code>, `}${advice}
  </li>`;
}
