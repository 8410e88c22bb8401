/** One event of a stream of server-sent events. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
  /** The last id that the stream has given, with this event or before; empty when it gave none. */
  readonly id: string;
}

/** What a stream says besides events. */
export interface StreamListener {
  /** Anything came, be it a comment: the line is alive. */
  onSound(): void;
  /** The server wishes for this pause before the next connection, in milliseconds. */
  onRetry(milliseconds: number): void;
}

/** Longer lines are no events of ours, and no reason to fill the memory. */
const longestLine = 1024 * 1024;

/**
 * The events of a stream, read as the standard says (HTML, “Server-sent events”): `fetch` in place of `EventSource`, for
 * only `fetch` sends headers.
 */
export async function* eventsIn(
  body: ReadableStream<Uint8Array>,
  { onSound, onRetry }: StreamListener,
): AsyncGenerator<StreamEvent, void> {
  let [type, data, id] = ['', [] as string[], ''];
  for await (const line of linesIn(body, onSound)) {
    if (line === '') {
      if (data.length > 0) yield { type: type || 'message', data: data.join('\n'), id };
      [type, data] = ['', []];
      continue;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') type = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d{1,9}$/.test(value)) onRetry(Number(value));
  }
}

/** Lines end with CR LF, LF or CR; a half line at the end of a stream is none. */
async function* linesIn(
  body: ReadableStream<Uint8Array>,
  onSound: () => void,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onSound();
      rest += decoder.decode(value, { stream: true });
      // A CR at the very end may be half of a CR LF.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      yield* lines;
      if (rest.length > longestLine) throw new RangeError('a line of the stream is too long');
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
