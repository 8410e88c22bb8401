import type { Backend } from '@lpse-konsultasi/client';
import type { Outbox } from '@lpse-konsultasi/client/outbox';

/** The outbox that a backend is, when it is one: known by what it can do, so that no page loads the outbox for asking. */
export function outboxOf(backend: Backend | undefined): Outbox | undefined {
  return backend !== undefined && 'discard' in backend && 'subscribe' in backend
    ? (backend as Outbox)
    : undefined;
}
