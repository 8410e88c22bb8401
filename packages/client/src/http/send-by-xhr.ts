/** What an upload needs of `fetch`, and what `fetch` cannot do: it does not say how far it has come. */
export interface Upload {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: XMLHttpRequestBodyInit;
  readonly credentials: RequestCredentials;
  readonly signal: AbortSignal | undefined;
  /** Takes 0 to 1, never less than before. */
  readonly onProgress: (fraction: number) => void;
}

/**
 * Sends a request as `fetch` does, and tells how much of the body is on its way. `XMLHttpRequest` sends the cookies of
 * its own site even where `credentials` says `omit`; a server that was given a token looks at none.
 *
 * @throws what `fetch` throws: a `TypeError` for a line that failed, the signal's reason when it fires.
 */
export function sendByXhr(upload: Upload): Promise<Response> {
  const { method, url, headers, body, credentials, signal, onProgress } = upload;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    signal?.addEventListener('abort', abort);
    request.open(method, url);
    request.responseType = 'arraybuffer';
    request.withCredentials = credentials === 'include';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      if (request.responseURL === new URL(url, globalThis.document.baseURI).href)
        resolve(responseOf(request));
      else reject(new TypeError('the request was sent elsewhere'));
    });
    request.addEventListener('error', () => reject(new TypeError('the line failed')));
    request.addEventListener('abort', () => reject(signal?.reason as Error));
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    request.send(body);
  });
}

/** Statuses whose answers have no body, and which `Response` takes none for. */
const bodiless = [204, 205, 304];

function responseOf(request: XMLHttpRequest): Response {
  const { status, response } = request;
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const body = bodiless.includes(status) ? null : (response as ArrayBuffer);
  return new Response(body, { status, headers });
}
