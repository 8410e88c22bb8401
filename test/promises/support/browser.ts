import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { browserFlags, browserPath, buildPageScript } from '../../support/browser-page.js';

export { browserFlags, browserPath };

/** What a page tells the proof, by path; what is answered is the answer's body, and a rejection is a line that is down. */
export type Hearing = Readonly<Record<string, (said: unknown) => unknown>>;

/** A site with the proofs' page (`page.ts`), made from the sources as they are. */
export async function openSite(hearing: Hearing): Promise<{
  readonly url: string;
  close(): Promise<void>;
}> {
  const script = await buildPageScript(resolve(import.meta.dirname, 'page.ts'));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const hear = hearing[pathname];
    if (hear !== undefined) return void answer(request, response, hear);
    const isScript = pathname === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  hear: Hearing[string],
): Promise<void> {
  try {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    response.end(JSON.stringify((await hear(JSON.parse(text))) ?? null));
  } catch {
    // A browser that was killed has cut the line, or the line is meant to be down.
    response.statusCode = 503;
    response.end();
  }
}

/** A browser with a profile of its own that shows one page, and can be killed with everything that it has started. */
export class Browser {
  readonly #profile: string;
  #child: ChildProcess | undefined;

  constructor(profile: string) {
    this.#profile = profile;
  }

  start(url: string): void {
    const flags = [
      ...['--headless=new', '--no-first-run', '--disable-gpu', '--disable-crash-reporter'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...browserFlags,
    ];
    // A group of its own: the signal reaches all its processes in one moment.
    this.#child = spawn(browserPath ?? '', [...flags, `--user-data-dir=${this.#profile}`, url], {
      stdio: 'ignore',
      detached: true,
    });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await ended;
  }
}
