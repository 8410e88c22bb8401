import type { Locale, TimeZone } from '@lpse-konsultasi/form-schema';
import { formatDateTime } from '../i18n/format.js';

const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** An instant as the office writes it; any other text as it is. */
export function formatDateTimeCell(text: string, locale: Locale, zone: TimeZone): string {
  return isInstant.test(text) ? formatDateTime(text, locale, zone) : text;
}
