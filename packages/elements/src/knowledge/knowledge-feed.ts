import type { Backend } from '@lpse-konsultasi/client';
import { knowledgeOf, knowledgeOfCanned, replay } from '@lpse-konsultasi/form-schema';
import { KnowledgeIndex } from './knowledge-index.js';

/** Logs at a time: each is verified, and a page must not stand still for it. */
const PAGE = 25;

/**
 * Fills the index of an office from its backend: all its logs once, later only those to which something happened. A log
 * that was tampered with teaches nothing.
 */
export class KnowledgeFeed {
  readonly index = new KnowledgeIndex();
  readonly #backend: Backend;
  /** Up to here everything has been read; ISO instant. */
  #readUntil: string | undefined;
  #reading: { readonly signal: AbortSignal; readonly done: Promise<void> } | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
    for (const canned of backend.profile.answers ?? []) this.index.put(knowledgeOfCanned(canned));
  }

  /**
   * Reads what is new, and tells of its progress by `onMore`. Several calls at a time are one reading; when whoever began
   * it has left before its end, another one goes on. Throws what the backend throws; what was read until then stays.
   */
  async refresh(signal: AbortSignal, onMore: () => void): Promise<void> {
    for (;;) {
      this.#reading ??= {
        signal,
        done: this.#read(signal, onMore).finally(() => (this.#reading = undefined)),
      };
      const { done, signal: reader } = this.#reading;
      const isLeft = (): boolean => reader.aborted && !signal.aborted;
      try {
        await done;
      } catch (error) {
        if (!isLeft()) throw error;
      }
      if (isLeft()) continue;
      // Who only waited has been told of nothing yet.
      if (reader !== signal) onMore();
      return;
    }
  }

  async #read(signal: AbortSignal, onMore: () => void): Promise<void> {
    const from = this.#readUntil;
    let latest = from;
    let cursor: string | undefined;
    do {
      const page = await this.#backend.logs({
        limit: PAGE,
        signal,
        ...(from !== undefined && { from }),
        ...(cursor !== undefined && { cursor }),
      });
      for (const { id, events, verdict } of page.items) {
        const consultation = verdict.ok ? replay(events) : undefined;
        const entry = consultation && knowledgeOf(consultation);
        if (entry === undefined) this.index.remove(`kasus:${id}`);
        else this.index.put(entry);
        const at = events.at(-1)?.at;
        if (at !== undefined && (latest === undefined || at > latest)) latest = at;
      }
      cursor = page.cursor;
      onMore();
      await nextTask();
    } while (cursor !== undefined && !signal.aborted);
    if (!signal.aborted) this.#readUntil = latest;
  }
}

const feeds = new WeakMap<Backend, KnowledgeFeed>();

/** One feed for each backend: panels that come and go read nothing twice. */
export function feedOf(backend: Backend): KnowledgeFeed {
  const feed = feeds.get(backend) ?? new KnowledgeFeed(backend);
  feeds.set(backend, feed);
  return feed;
}

/** Lets the page draw and react between two pages of logs. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
