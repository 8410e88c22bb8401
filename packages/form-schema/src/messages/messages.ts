import type { Locale } from '../locale.js';
import type { MessageKey } from './id.js';
import { messagesId } from './id.js';

/** What a form says when something is not right, by message key. */
export type Messages = { readonly [key in MessageKey]: string };

const known = new Map<Locale, Messages>([['id', messagesId]]);

/**
 * Makes the messages of a locale known, for everyone who words problems. Indonesian is always known; English is
 * `messagesEn` of `@lpse-konsultasi/form-schema/messages/en`, so that a page in Indonesian does not carry it.
 */
export function knowMessages(locale: Locale, messages: Messages): void {
  known.set(locale, messages);
}

/** The messages of a locale; the Indonesian ones while those of the locale are not known. */
export function messagesIn(locale: Locale): Messages {
  return known.get(locale) ?? messagesId;
}
