/**
 * Every code under which the project reports that something operational went wrong. A code is stable within a major
 * version, its wording is not. What a user got wrong is a `Problem`, what the procedure does not allow a `Refusal`.
 */
export const errorCodes = {
  /** The browser refuses or lost its storage; what was typed is still on the page. */
  LPSE_STORAGE_UNAVAILABLE: 'storage is not available',
  /** The disk or the browser's quota is full; nothing of this operation was stored. */
  LPSE_STORAGE_FULL: 'storage is full',
  /** Another tab runs another version and holds the database; reload that tab. */
  LPSE_STORAGE_BLOCKED: 'storage is blocked by another tab',
  /** Stored data does not have the shape that it must have. */
  LPSE_STORAGE_CORRUPT: 'stored data is damaged',
  /** The backend was closed. */
  LPSE_BACKEND_CLOSED: 'the backend is closed',
  /** No such consultation, or not for this actor. */
  LPSE_CONSULTATION_NOT_FOUND: 'no such consultation',
  /** No attachment with this hash. */
  LPSE_ATTACHMENT_NOT_FOUND: 'no such attachment',
  /** A cursor that this backend did not issue. */
  LPSE_CURSOR_INVALID: 'the cursor is not valid',
  /** An element stands without backend, profile or consultation. */
  LPSE_CONFIG_MISSING: 'the element is not configured',
  /** The named profile could not be found or read. */
  LPSE_PROFILE_NOT_FOUND: 'the profile cannot be read',
  /** The profile breaks a rule; `problems` name where and why. */
  LPSE_PROFILE_INVALID: 'the profile breaks a rule',
  /** The schema cannot be used for a form. */
  LPSE_SCHEMA_INVALID: 'the schema cannot be used',
  /** A field's widget failed or could not be loaded; the rest of the form works on. */
  LPSE_WIDGET_FAILED: 'a widget failed',
  /** A rule of the layout cannot be read, or rules depend on each other in a circle. */
  LPSE_LAYOUT_INVALID: 'the layout cannot be used',
  /** No answer came: the line is down, or something on the way is. What was sent may have arrived. */
  LPSE_SERVER_UNREACHABLE: 'the server cannot be reached',
  /** The server, or a machine in front of it, says that it cannot serve now. */
  LPSE_SERVER_UNAVAILABLE: 'the server is not available',
  /** The server broke over this request. */
  LPSE_SERVER_FAILED: 'the server failed',
  /** Too many requests from here; later ones are answered again. */
  LPSE_RATE_LIMITED: 'too many requests',
  /** Nobody is signed in, or the session has ended. */
  LPSE_SESSION_REQUIRED: 'nobody is signed in',
  /** The server does not let this person do that. */
  LPSE_ACCESS_DENIED: 'access denied',
  /** The server refuses the request for a reason that no page can mend; `detail` names its code or status. */
  LPSE_REQUEST_REFUSED: 'the server refuses the request',
  /** The answer is not what the contract says: mostly another program answers at this address. */
  LPSE_ANSWER_INVALID: 'the answer is not of the contract',
  /** The file is larger than the server takes. */
  LPSE_ATTACHMENT_TOO_LARGE: 'the file is too large',
  /** The server takes no files of this kind, or the content is not what the name says. */
  LPSE_ATTACHMENT_TYPE: 'the kind of the file is not taken',
  /** The file has no bytes. */
  LPSE_ATTACHMENT_EMPTY: 'the file is empty',
  /** The command is kept on this machine and is sent as soon as the server answers; nothing is lost. */
  LPSE_OUTBOX_WAITING: 'kept here until the server answers',
} as const;

export type ErrorCode = keyof typeof errorCodes;

export interface LpseErrorOptions {
  /** What the error is about, e.g. an id or a file name. Never personal data: messages reach logs. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** An operational failure with a stable `code`. `cause` holds what lies beneath. */
export class LpseError extends Error {
  override readonly name = 'LpseError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, { detail, cause }: LpseErrorOptions = {}) {
    super(detail === undefined ? errorCodes[code] : `${errorCodes[code]}: ${detail}`, { cause });
    this.code = code;
  }
}
