/** Web Locks for one process: exclusive, first come, first served. */
export class TestLocks {
  readonly #tails = new Map<string, Promise<unknown>>();

  get manager(): LockManager {
    const request = (
      name: string,
      { signal }: { readonly signal?: AbortSignal },
      work: () => Promise<unknown>,
    ): Promise<unknown> => {
      const before = this.#tails.get(name) ?? Promise.resolve();
      const run = before.then(() => {
        signal?.throwIfAborted();
        return work();
      });
      this.#tails.set(
        name,
        run.catch(() => undefined),
      );
      return run;
    };
    return { request } as unknown as LockManager;
  }
}
