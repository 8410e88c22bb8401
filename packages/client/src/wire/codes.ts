import type { RefusalCode } from '@lpse-konsultasi/form-schema';

/** The version of the contract that `GET /` names; another number is another contract. */
export const wireVersion = 1;

/** The status under which a refusal travels. It is for caches and logs on the way; programs read the code. */
const refusalStatuses: { readonly [code in RefusalCode]?: number } = {
  LPSE_COMMAND_MALFORMED: 400,
  LPSE_WORKFLOW_ROLE_FORBIDDEN: 403,
  LPSE_CONSULTATION_UNKNOWN: 404,
  LPSE_VERSION_CONFLICT: 412,
  LPSE_KEY_REUSED: 422,
  LPSE_FORM_INVALID: 422,
  LPSE_FORM_FIELD_LOCKED: 422,
  LPSE_REVIEW_UNFINISHED: 422,
  LPSE_REVIEW_FIELD_UNKNOWN: 422,
  LPSE_INITIALS_MISMATCH: 422,
  LPSE_INITIALS_NOT_AUTHOR: 422,
  LPSE_DEVIATION_UNKNOWN: 422,
};

/** What stands against a command in the case itself, at the counter or by another officer is a conflict. */
export function statusOfRefusal(code: RefusalCode): number {
  return refusalStatuses[code] ?? 409;
}

/** Everything else that an answer can say no with: its status, and a title for people who debug. */
export const wireProblems = {
  LPSE_KEY_MISSING: { status: 400, title: 'The header Idempotency-Key is missing or too long.' },
  LPSE_REQUEST_MALFORMED: { status: 400, title: 'The request cannot be read.' },
  LPSE_CURSOR_INVALID: { status: 400, title: 'The cursor is not of this query.' },
  LPSE_SESSION_REQUIRED: { status: 401, title: 'Nobody is signed in.' },
  LPSE_SIGN_IN_FAILED: { status: 401, title: 'Account and passphrase do not belong together.' },
  LPSE_TOKEN_MALFORMED: { status: 401, title: 'The token is not one.' },
  LPSE_ACCESS_DENIED: { status: 403, title: 'Not for this role.' },
  LPSE_ORIGIN_FORBIDDEN: { status: 403, title: 'Not from this origin.' },
  LPSE_ROUTE_NOT_FOUND: { status: 404, title: 'There is no such route on this server.' },
  LPSE_ATTACHMENT_NOT_FOUND: { status: 404, title: 'There is no such attachment.' },
  LPSE_METHOD_NOT_ALLOWED: { status: 405, title: 'Not by this method.' },
  LPSE_KEY_RUNNING: { status: 409, title: 'The first request with this key is still at work.' },
  LPSE_STORAGE_CORRUPT: { status: 409, title: 'The log of the case was changed from outside.' },
  LPSE_REQUEST_TOO_LARGE: { status: 413, title: 'The request is too large.' },
  LPSE_ATTACHMENT_TOO_LARGE: { status: 413, title: 'The file is too large.' },
  LPSE_MEDIA_TYPE_UNKNOWN: { status: 415, title: 'Not in this media type.' },
  LPSE_ATTACHMENT_TYPE: {
    status: 415,
    title: 'Not a file of this kind, or it is not what it says that it is.',
  },
  LPSE_RANGE_INVALID: { status: 416, title: 'The file has no such part.' },
  LPSE_ATTACHMENT_EMPTY: { status: 422, title: 'The file is empty.' },
  LPSE_VERSION_MISSING: { status: 428, title: 'The header If-Match is missing.' },
  LPSE_RATE_LIMITED: { status: 429, title: 'Too many requests from here.' },
  LPSE_SERVER_FAILED: { status: 500, title: 'The server failed.' },
  LPSE_SERVER_UNAVAILABLE: { status: 503, title: 'The server is not available now.' },
  LPSE_STORAGE_FULL: { status: 507, title: 'The server has no room left.' },
} as const;

export type WireCode = keyof typeof wireProblems;

/** The address that `type` of a problem holds. Nothing is found there; it only has to be the same everywhere. */
export function problemType(code: RefusalCode | WireCode): string {
  return `https://lpse-konsultasi.example/problems/${code}`;
}
