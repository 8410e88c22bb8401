import type { Board, BoardCall } from '@lpse-konsultasi/form-schema';

/** A call that is old news when the board opens is not said any more. Milliseconds. */
const FRESH = 120_000;

export interface AnnouncerOptions {
  /** Says a call; resolves when it was said. It may be stopped by the signal, and then resolves early. */
  readonly say: (call: BoardCall, signal: AbortSignal) => Promise<void>;
  /** Where the mark of the last call that was said is kept across reloads. */
  readonly remember: (mark: string) => void;
  /** Tells which call is being said now; undefined when it is quiet. */
  readonly onChange: (call: BoardCall | undefined) => void;
}

/**
 * Says each call once, one after the other, in the order in which they were made. A number that is called again while
 * it still waits to be said is said once; one whose person has come meanwhile is not said any more. What was said
 * before a reload stays said.
 */
export class Announcer {
  readonly #options: AnnouncerOptions;
  readonly #heard = new Set<string>();
  readonly #stop = new AbortController();
  #queue: readonly BoardCall[] = [];
  #since = '';
  #isRunning = false;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
  }

  /**
   * Where it left off: the mark that was remembered, or nothing. Without one, only calls from now on are said; with
   * one, also those of the last two minutes that a reload has cut short.
   */
  begin(mark: string | undefined, now: Date): void {
    const fresh = new Date(now.getTime() - FRESH).toISOString();
    this.#since = mark === undefined ? now.toISOString() : mark > fresh ? mark : fresh;
  }

  /** Takes in the board as it stands now. */
  update({ calls }: Board): void {
    const calling = new Map(
      calls.filter(({ isCalling }) => isCalling).map((call) => [markOf(call), call]),
    );
    const added = [...calling].filter(([mark]) => mark > this.#since && !this.#heard.has(mark));
    for (const [mark] of added) this.#heard.add(mark);
    const waiting = this.#queue.filter((call) => calling.has(markOf(call)));
    this.#queue = [...waiting, ...added.map(([, call]) => call)].sort((a, b) =>
      markOf(a) < markOf(b) ? -1 : 1,
    );
    void this.#run();
  }

  stop(): void {
    this.#queue = [];
    this.#stop.abort();
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (let call = this.#take(); call !== undefined; call = this.#take()) {
        this.#options.onChange(call);
        await this.#options.say(call, this.#stop.signal).catch(() => undefined);
        if (this.#stop.signal.aborted) return;
        this.#options.remember(markOf(call));
      }
    } finally {
      this.#isRunning = false;
      if (!this.#stop.signal.aborted) this.#options.onChange(undefined);
    }
  }

  #take(): BoardCall | undefined {
    const [first, ...rest] = this.#queue;
    this.#queue = rest;
    return first;
  }
}

/** Orders calls by their time, and tells two of one moment apart. */
function markOf({ at, nomor }: BoardCall): string {
  return `${at} ${nomor}`;
}
