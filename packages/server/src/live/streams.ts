import type { ServerResponse } from 'node:http';
import type { Capabilities } from '../auth/capabilities.js';
import type { Sessions } from '../auth/sessions.js';
import type { Caller } from '../http/caller.js';

export interface StreamEvent {
  readonly id?: string;
  readonly event: string;
  readonly data: unknown;
}

/** An open stream of server-sent events. */
export interface Stream {
  readonly caller: Caller;
  /** Writes one event; answers false when the reader is so slow that the stream was given up. */
  send(event: StreamEvent): boolean;
  /** The same for events that were written down before, because many readers get them (`eventText`). */
  write(text: string): boolean;
  close(): void;
  onClose(listener: () => void): void;
}

/** A reader that has left this many bytes unread gets its connection cut; it continues where it was. */
const maxBacklog = 1024 * 1024;

/**
 * All open streams of this process: keeps them alive through proxies, and ends those whose session or token was revoked
 * within a second.
 */
export class Streams {
  readonly #open = new Set<OpenStream>();
  readonly #sessions: Sessions;
  readonly #capabilities: Capabilities;
  #beat: NodeJS.Timeout | undefined;
  #check: NodeJS.Timeout | undefined;
  #checking = false;

  constructor(sessions: Sessions, capabilities: Capabilities) {
    this.#sessions = sessions;
    this.#capabilities = capabilities;
  }

  start(): void {
    this.#beat = setInterval(
      () => this.#open.forEach((stream) => stream.comment('still here')),
      15_000,
    );
    this.#check = setInterval(() => void this.#endRevoked(), 500);
    this.#beat.unref();
    this.#check.unref();
  }

  countOf(key: string): number {
    let count = 0;
    for (const stream of this.#open) if (stream.key === key) count += 1;
    return count;
  }

  /** `key` is what it counts under; by default its caller. */
  open(response: ServerResponse, caller: Caller, key = keyOf(caller)): Stream {
    const stream = new OpenStream(response, caller, key);
    this.#open.add(stream);
    stream.onClose(() => this.#open.delete(stream));
    return stream;
  }

  stop(): void {
    clearInterval(this.#beat);
    clearInterval(this.#check);
    this.#open.forEach((stream) => stream.close());
  }

  async #endRevoked(): Promise<void> {
    if (this.#checking || this.#open.size === 0) return;
    this.#checking = true;
    try {
      const streams = [...this.#open];
      const keys = (kind: Caller['kind']): readonly string[] => [
        ...new Set(
          streams.filter(({ caller }) => caller.kind === kind).map(({ caller }) => keyOf(caller)),
        ),
      ];
      const [staff, tokens] = [keys('staff'), keys('public')];
      const [sessions, capabilities] = await Promise.all([
        staff.length > 0 ? this.#sessions.living(staff) : new Set<string>(),
        tokens.length > 0 ? this.#capabilities.living(tokens) : new Set<string>(),
      ]);
      for (const stream of streams)
        if (
          stream.caller.kind !== 'anonymous' &&
          !sessions.has(keyOf(stream.caller)) &&
          !capabilities.has(keyOf(stream.caller))
        )
          stream.close();
    } catch {
      // The database is away: nobody can be revoked meanwhile, and the next look is soon.
    } finally {
      this.#checking = false;
    }
  }
}

/** An event as it goes over the line. */
export function eventText({ id, event, data }: StreamEvent): string {
  const first = id === undefined ? '' : `id: ${id}\n`;
  return `${first}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

export function keyOf(caller: Caller): string {
  if (caller.kind === 'anonymous') return '';
  return caller.kind === 'public' ? caller.tokenHash : caller.session.tokenHash;
}

class OpenStream implements Stream {
  readonly caller: Caller;
  readonly key: string;
  readonly #response: ServerResponse;
  readonly #listeners: (() => void)[] = [];

  constructor(response: ServerResponse, caller: Caller, key: string) {
    this.caller = caller;
    this.key = key;
    this.#response = response;
    response.on('close', () => this.#listeners.splice(0).forEach((listener) => listener()));
    // A connection that breaks while it is written to also closes.
    response.on('error', () => undefined);
  }

  send(event: StreamEvent): boolean {
    return this.write(eventText(event));
  }

  comment(text: string): void {
    this.write(`: ${text}\n\n`);
  }

  close(): void {
    this.#response.end();
  }

  onClose(listener: () => void): void {
    this.#listeners.push(listener);
  }

  write(text: string): boolean {
    if (this.#response.writableEnded || this.#response.destroyed) return false;
    this.#response.write(text);
    if (this.#response.writableLength <= maxBacklog) return true;
    this.#response.destroy();
    return false;
  }
}
