import type { ErrorCode } from '@lpse-konsultasi/form-schema';

/**
 * An element could not do its work: it is not configured, its storage failed, its schema cannot be used. It shows the
 * failure itself and never throws at the page; the page may listen to report it elsewhere.
 */
export class LpseErrorEvent extends Event {
  readonly code: ErrorCode;
  /** For people who run the page, without personal data. */
  readonly message: string;

  constructor(code: ErrorCode, message: string) {
    super('lpse-error', { bubbles: true, composed: true });
    this.code = code;
    this.message = message;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lpse-error': LpseErrorEvent;
  }
}
