import type { OutboxEntry } from './entry.js';
import type { Ledger } from './ledger.js';

/** `late`: to be tried again. `settled`: it has an answer, one way or the other. */
export type Delivery = 'settled' | 'late';

export interface SenderOptions {
  readonly deliver: (entry: OutboxEntry, signal: AbortSignal) => Promise<Delivery>;
  /** An entry cannot be sent now because an earlier one of its case has not arrived. */
  readonly onHeld: (entry: OutboxEntry) => void;
  readonly onError: (error: unknown) => void;
  /** Milliseconds. */
  readonly firstPause: number;
  readonly longestPause: number;
}

/** So many failures in a row say that the line is down, and not that something is wrong with an entry. */
const enoughFailures = 3;

/**
 * Sends the entries of a ledger, one after another, those of a case in their order. What was just handed in is tried at
 * once; everything is tried when the sender wakes, and after a pause that doubles while the line is down. A round ends
 * after a few failures in a row and the next begins behind them: thousands of entries do not knock at a server that is
 * gone, and one that always fails holds up no other.
 */
export class Sender {
  readonly #ledger: Ledger;
  readonly #options: SenderOptions;
  readonly #fresh = new Set<string>();
  #isRoundDue = true;
  #lastTried = 0;
  /** Ends the rest. */
  #rouse: () => void = () => undefined;

  constructor(ledger: Ledger, options: SenderOptions) {
    this.#ledger = ledger;
    this.#options = options;
  }

  /** Sends an entry, or all of them, now. */
  wake(id?: string): void {
    if (id === undefined) this.#isRoundDue = true;
    else this.#fresh.add(id);
    this.#rouse();
  }

  async run(signal: AbortSignal): Promise<void> {
    this.#isRoundDue = true;
    let failures = 0;
    let nextRound = Infinity;
    while (!signal.aborted) {
      if (this.#isRoundDue) {
        this.#isRoundDue = false;
        const result = await this.#try(() => this.#round(signal));
        failures = result === 'late' ? failures + 1 : 0;
        nextRound = failures === 0 ? Infinity : Date.now() + this.#pause(failures);
      } else if (this.#fresh.size > 0) {
        const result = await this.#try(() => this.#sendFresh(signal));
        // The line is back: what waited need not wait for the end of the pause.
        if (result === 'settled') this.#isRoundDue = failures > 0;
        else nextRound = Math.min(nextRound, Date.now() + this.#pause(failures + 1));
      } else {
        await this.#rest(nextRound, signal);
      }
    }
  }

  async #try(work: () => Promise<Delivery>): Promise<Delivery> {
    try {
      return await work();
    } catch (error) {
      this.#options.onError(error);
      return 'late';
    }
  }

  async #round(signal: AbortSignal): Promise<Delivery> {
    const heads = this.#ledger.heads();
    const start = heads.findIndex(({ order }) => order > this.#lastTried);
    let [result, inARow]: [Delivery, number] = ['settled', 0];
    for (const head of [...heads.slice(start), ...heads.slice(0, Math.max(0, start))]) {
      if (signal.aborted) return 'late';
      this.#lastTried = head.order;
      const one = await this.#sendCase(head.command.consultationId, signal);
      inARow = one === 'late' ? inARow + 1 : 0;
      if (one === 'late') result = 'late';
      if (inARow >= enoughFailures) break;
    }
    return result;
  }

  /** All that waits of a case, until one has to wait. */
  async #sendCase(consultationId: string, signal: AbortSignal): Promise<Delivery> {
    for (;;) {
      const head = this.#ledger.head(consultationId);
      if (head === undefined) return 'settled';
      this.#fresh.delete(head.id);
      if ((await this.#options.deliver(head, signal)) === 'settled') continue;
      for (const entry of this.#ledger.ofCase(consultationId))
        if (entry.id !== head.id) {
          this.#fresh.delete(entry.id);
          this.#options.onHeld(entry);
        }
      return 'late';
    }
  }

  async #sendFresh(signal: AbortSignal): Promise<Delivery> {
    const [id = ''] = this.#fresh;
    this.#fresh.delete(id);
    const entry = this.#ledger.get(id);
    return entry?.state.type === 'waiting'
      ? this.#sendCase(entry.command.consultationId, signal)
      : 'settled';
  }

  #pause(failures: number): number {
    const { firstPause, longestPause } = this.#options;
    const whole = Math.min(longestPause, firstPause * 2 ** Math.max(0, failures - 1));
    return whole * (1 - Math.random() / 2);
  }

  /** Until something is new, or a round is due. */
  async #rest(nextRound: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const due = (): void => {
        this.#isRoundDue = true;
        wake();
      };
      const isDue = nextRound !== Infinity;
      const timer = isDue ? setTimeout(due, Math.max(0, nextRound - Date.now())) : undefined;
      signal.addEventListener('abort', wake);
      this.#rouse = wake;
      if (signal.aborted) wake();
    });
    this.#rouse = () => undefined;
  }
}
