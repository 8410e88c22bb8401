import type { Database } from './database.js';
import { openPglite } from './pglite.js';
import { openPostgres } from './postgres.js';

export interface OpenOptions {
  /** `postgres://…`, `memory://`, or a folder for the embedded engine. */
  readonly at: string;
  readonly connections?: number;
  /** Milliseconds for one statement. */
  readonly deadline?: number;
  readonly onBroken?: (reason: Error) => void;
}

export function openDatabase({
  at,
  connections,
  deadline,
  onBroken,
}: OpenOptions): Promise<Database> {
  const shared = { ...(deadline !== undefined && { deadline }) };
  if (/^postgres(ql)?:/.test(at))
    return openPostgres({ url: at, ...shared, ...(connections !== undefined && { connections }) });
  return openPglite({ folder: at, ...shared, ...(onBroken !== undefined && { onBroken }) });
}
