import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConsultationSummary, Memo } from '@lpse-konsultasi/client';
import { isJsonObject, type Json } from '@lpse-konsultasi/form-schema';

/** Cases that are remembered one by one; beyond that the oldest are taken for known. */
const mostCases = 2000;

export interface UnreadSource {
  readonly memo: Memo | undefined;
  /** Names the office and the officer. */
  readonly key: string;
  /** ISO instant. */
  readonly now: () => string;
}

/**
 * Which cases have changed since this officer last opened them, kept in the officer's browser. What was there before
 * the officer first came counts as known: nobody begins with 30,000 marks.
 */
export class UnreadController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => UnreadSource;
  #key: string | undefined;
  #memo: Memo | undefined;
  /** ISO instant; undefined until it was read. */
  #since: string | undefined;
  #seen = new Map<string, string>();

  constructor(host: ReactiveControllerHost, source: () => UnreadSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostUpdate(): void {
    const { memo, key } = this.#source();
    if (memo === undefined || (memo === this.#memo && key === this.#key)) return;
    this.#memo = memo;
    this.#key = key;
    this.#since = undefined;
    this.#seen = new Map();
    void this.#load(memo, key);
  }

  isUnread({ id, updatedAt }: ConsultationSummary): boolean {
    return this.#since !== undefined && updatedAt > (this.#seen.get(id) ?? this.#since);
  }

  /** The officer has this case before their eyes. */
  see({ id, updatedAt }: ConsultationSummary): void {
    if (this.#since === undefined || (this.#seen.get(id) ?? '') >= updatedAt) return;
    // Last in the order, so that the oldest is first.
    this.#seen.delete(id);
    this.#seen.set(id, updatedAt);
    this.#prune();
    void this.#save();
  }

  seeAll(): void {
    this.#since = this.#source().now();
    this.#seen = new Map();
    void this.#save();
    this.#host.requestUpdate();
  }

  #prune(): void {
    if (this.#seen.size <= mostCases) return;
    const [oldest] = this.#seen;
    if (oldest === undefined) return;
    this.#seen.delete(oldest[0]);
    if (oldest[1] > (this.#since ?? '')) this.#since = oldest[1];
  }

  async #load(memo: Memo, key: string): Promise<void> {
    const kept = await memo.get(key).catch(() => undefined);
    if (memo !== this.#memo || key !== this.#key) return;
    const { since, seen } = isJsonObject(kept as Json) ? (kept as Record<string, Json>) : {};
    this.#since = typeof since === 'string' ? since : this.#source().now();
    const entries = isJsonObject(seen as Json) ? Object.entries(seen as Record<string, Json>) : [];
    this.#seen = new Map(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    if (typeof since !== 'string') void this.#save();
    this.#host.requestUpdate();
  }

  async #save(): Promise<void> {
    const [memo, key, since] = [this.#memo, this.#key, this.#since];
    if (memo === undefined || key === undefined || since === undefined) return;
    // A browser without room forgets the marks, and nothing else depends on them.
    await memo.set(key, { since, seen: Object.fromEntries(this.#seen) }).catch(() => undefined);
  }
}
