import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What runs may end, within this many milliseconds. */
const within = 5_000;

/** The connections of a server, as far as they keep it from closing. */
export class Connections {
  readonly #server: Server;
  /** Browsers open some before they have anything to ask; Node takes those for busy. */
  readonly #unused = new Set<Socket>();

  constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#unused.add(socket);
      socket.once('close', () => this.#unused.delete(socket));
    });
    server.on('request', ({ socket }) => this.#unused.delete(socket));
  }

  /** Lets requests that run end, within reason, and closes lines that are kept open for the next one. */
  close(): void {
    const server = this.#server;
    const closeUnused = (): void => {
      for (const socket of this.#unused) socket.destroy();
      server.closeIdleConnections();
    };
    closeUnused();
    // Others become idle later, and one that was on its way may still come in.
    const idle = setInterval(closeUnused, 50);
    const late = setTimeout(() => server.closeAllConnections(), within);
    server.once('close', () => {
      clearInterval(idle);
      clearTimeout(late);
    });
    idle.unref();
    late.unref();
  }
}
