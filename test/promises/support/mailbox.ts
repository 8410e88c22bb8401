import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps the message id of each letter it takes. */
export class Mailbox {
  /** How often each id has arrived. */
  readonly letters = new Map<string, number>();
  readonly #server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        const [, id = 'none'] =
          /^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString('utf8')) ?? [];
        this.letters.set(id, (this.letters.get(id) ?? 0) + 1);
        done();
      });
    },
  });

  async start(): Promise<void> {
    // A process that is killed while it sends breaks its line.
    this.#server.on('error', () => undefined);
    await new Promise<void>((done) => void this.#server.listen(0, '127.0.0.1', done));
  }

  get environment(): Readonly<Record<string, string>> {
    const { port } = this.#server.server.address() as AddressInfo;
    return {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      LPSE_MAIL_FROM: 'lpse@batang.example',
      LPSE_MAIL_LKPP: 'bantuan@lkpp.example',
    };
  }

  stop(): Promise<void> {
    return new Promise((done) => this.#server.close(() => done()));
  }
}
