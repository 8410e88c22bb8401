/**
 * Runs work in one tab at a time: whoever waits takes over when the one that works is closed, killed or done. Where the
 * browser has no Web Locks each tab works for itself, and the key of an entry keeps its second sending without effect.
 * `locks` is undefined for that, and has no default: an outbox in memory must not wait for the one that it stands in for.
 */
export async function whileLeading(
  name: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
  locks: LockManager | undefined,
): Promise<void> {
  if (locks === undefined) return work(signal);
  try {
    await locks.request(name, { signal }, () => work(signal));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
