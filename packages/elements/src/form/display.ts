import { html, svg, type TemplateResult } from 'lit';
import type { Field, Json, Locale, TimeZone } from '@lpse-konsultasi/form-schema';
import { grouped, isJsonObject, numeral } from '@lpse-konsultasi/form-schema';
import { formatDateTime } from '../i18n/format.js';
import { durationInWords } from './duration-words.js';
import { toLocalTime, zoneName } from './local-time.js';
import { widgetNameOf } from './registry.js';
import type { FormContext } from './widget.js';
import { inkBox } from './signature/ink-box.js';

const languages: { readonly [locale in Locale]: string } = { id: 'id-ID', en: 'en-GB' };

/** A value as text to read, for a field that is not to be edited. */
export function displayValue(field: Field, form: FormContext): unknown {
  const { value } = field;
  if (value === undefined || value === '' || value === null || isEmptyList(value)) {
    return html`<span class="empty">${form.texts.empty}</span>`;
  }
  if (field.node.schema['writeOnly'] === true)
    return html`<span class="empty">${form.texts.unseen}</span>`;
  if (Array.isArray(value)) {
    return html`<ul>
      ${(value as readonly Json[]).map((item) => html`<li>${displayOne(item, field, form)}</li>`)}
    </ul>`;
  }
  if (typeof value === 'string' && widgetNameOf(field) === 'signature') {
    return drawing(value, form.texts.signatureDrawn);
  }
  return displayOne(value, field, form);
}

/** An ink drawing at its own size. The path is data of an attribute: it can draw, and nothing else. */
export function drawing(path: string, label: string): TemplateResult {
  return html`<svg
    class="ink"
    role="img"
    aria-label=${label}
    viewBox=${`0 0 ${inkBox.width} ${inkBox.height}`}
  >
    ${svg`<path d=${path} />`}
  </svg>`;
}

function displayOne(value: Json, field: Field, { locale, texts, zone }: FormContext): string {
  const choice = field.choices?.find((candidate) => candidate.value === value);
  if (choice !== undefined) return choice.label;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  const step = typeof value === 'number' && field.texts.options?.[String(value)];
  if (typeof step === 'string') return `${value} (${step})`;
  if (typeof value === 'number') return numeral(value, locale);
  if (typeof value === 'string') {
    return (
      grouped(field.node, value) ?? displayText(value, field.node.schema['format'], locale, zone)
    );
  }
  if (isJsonObject(value)) {
    return Object.values(value)
      .filter((part) => typeof part === 'string' || typeof part === 'number')
      .join(', ');
  }
  return '';
}

/** Dates and durations in words, moments and times in the office's time or else the reader's own; every other text as it is. */
function displayText(
  value: string,
  format: Json | undefined,
  locale: Locale,
  zone: TimeZone | undefined,
): string {
  if (format === 'time') return displayTime(value, locale, zone);
  if (format === 'duration') return durationInWords(value, locale) || value;
  if (format !== 'date' && format !== 'date-time') return value;
  if (format === 'date-time' && zone !== undefined) return formatDateTime(value, locale, zone);
  const date = new Date(format === 'date' ? `${value}T00:00` : value);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(languages[locale], {
    dateStyle: 'long',
    ...(format === 'date-time' && { timeStyle: 'short' }),
  }).format(date);
}

/** The zone is said with it: without a date beside it nobody knows whose morning it is. */
function displayTime(value: string, locale: Locale, zone: TimeZone | undefined): string {
  const time = toLocalTime(value, zone);
  if (time === '') return value;
  return `${locale === 'id' ? time.replaceAll(':', '.') : time} ${zoneName(zone)}`;
}

function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}
