import { LpseError, type ErrorCode } from '@lpse-konsultasi/form-schema';

const codes: { readonly [name: string]: ErrorCode } = {
  QuotaExceededError: 'LPSE_STORAGE_FULL',
  // A newer version of the program has changed the database; this page is the old one.
  VersionError: 'LPSE_STORAGE_BLOCKED',
  // A log that has the event already, or a value under an impossible key.
  ConstraintError: 'LPSE_STORAGE_CORRUPT',
  DataError: 'LPSE_STORAGE_CORRUPT',
  NotFoundError: 'LPSE_STORAGE_CORRUPT',
};

/**
 * A browser's failure under a code of ours. What is no failure of the storage stays what it is, and so does an
 * `AbortError`: only who started the work knows whether its own signal ended it.
 */
export function storageError(error: unknown): unknown {
  if (error instanceof LpseError || !isDomException(error) || error.name === 'AbortError')
    return error;
  return new LpseError(codes[error.name] ?? 'LPSE_STORAGE_UNAVAILABLE', {
    detail: error.name,
    cause: error,
  });
}

/** The connection is gone, not the data: a new connection may do what this one could not. */
export function isConnectionLost(error: unknown): boolean {
  return isDomException(error) && ['InvalidStateError', 'UnknownError'].includes(error.name);
}

function isDomException(error: unknown): error is DOMException {
  return error instanceof DOMException;
}
