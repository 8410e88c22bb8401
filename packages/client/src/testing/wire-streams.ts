import { No } from './wire-answers.js';
import { user, type WireDesk } from './wire-desk.js';

/** A stream that tells each time how things stand. */
export function latest(
  request: Request,
  type: string,
  open: (signal: AbortSignal) => AsyncIterable<unknown>,
): Response {
  const stop = new AbortController();
  request.signal.addEventListener('abort', () => stop.abort());
  const encoder = new TextEncoder();
  const values = open(stop.signal)[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await values.next();
      if (done === true) return controller.close();
      controller.enqueue(encoder.encode(`event: ${type}\ndata: ${JSON.stringify(value)}\n\n`));
    },
    cancel: () => stop.abort(),
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

export function watch(
  desk: WireDesk,
  cutters: Set<() => void>,
  request: Request,
  url: URL,
): Response {
  const caller = desk.callerOf(request);
  const id = url.searchParams.get('id') ?? undefined;
  if (caller.actor === user && (id === undefined || caller.caseId !== id))
    throw new No('LPSE_CONSULTATION_UNKNOWN');
  const after = request.headers.get('Last-Event-ID');
  if (after !== null && !/^\d+$/.test(after)) throw new No('LPSE_REQUEST_MALFORMED');
  let sent = after === null ? desk.changes.length : Math.min(Number(after), desk.changes.length);
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (): void => {
        for (; sent < desk.changes.length; sent++) {
          const change = desk.changes[sent];
          if (change === undefined || (id !== undefined && change.id !== id)) continue;
          const text = `id: ${sent + 1}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
          controller.enqueue(encoder.encode(text));
        }
      };
      const end = (): void => {
        stop();
        try {
          controller.close();
        } catch {
          // The reader was first.
        }
      };
      const unlisten = desk.listen(send);
      stop = () => {
        unlisten();
        cutters.delete(end);
        request.signal.removeEventListener('abort', end);
      };
      cutters.add(end);
      request.signal.addEventListener('abort', end);
      controller.enqueue(encoder.encode(': hello\n\n'));
      send();
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}
