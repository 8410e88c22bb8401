import { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import type { Attachments } from '../store/attachments.js';
import { codeOf } from '../database/database.js';
import { oneLine } from './compose.js';
import type { Outbox, Waiting } from './outbox.js';
import type { MailSettings } from './settings.js';

interface WorkerOptions {
  readonly mail: MailSettings;
  readonly outbox: Outbox;
  readonly attachments: Attachments;
  /** Milliseconds between two looks when nothing happens. Default 5000. */
  readonly every?: number;
  /** Says how it went, by ids and codes alone. */
  readonly report?: (event: { readonly id: string; readonly result: string }) => void;
}

/** Sends what waits in the outbox. Any number of processes may run one. */
export class MailWorker {
  readonly #options: WorkerOptions;
  readonly #transport: Transporter;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#transport = createTransport({
      url: options.mail.smtpUrl,
      // A letter is made of what is given here, never of a path or an address inside it.
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
    });
  }

  start(): void {
    this.#options.outbox.onNoted(() => this.#soon(50));
    this.#soon(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    this.#transport.close();
  }

  #soon(pause: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), pause);
    this.#timer.unref();
  }

  #run(): void {
    this.#again = true;
    this.#running ??= this.#runAll().finally(() => {
      this.#running = undefined;
      this.#soon(this.#options.every ?? 5_000);
    });
  }

  async #runAll(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        const letters = await this.#options.outbox.take(5);
        for (const letter of letters) await this.#send(letter);
        if (letters.length > 0) this.#again = true;
      } catch {
        // The database is away; what was taken comes back when its time is over.
        return;
      }
    }
  }

  async #send(waiting: Waiting): Promise<void> {
    const { outbox, report } = this.#options;
    try {
      await this.#transport.sendMail(await this.#messageOf(waiting));
    } catch (error) {
      const status = (error as { readonly responseCode?: unknown }).responseCode;
      const code = typeof status === 'number' ? String(status) : codeOf(error) || 'FAILED';
      await outbox.failed(waiting, code, typeof status === 'number' && status >= 500);
      report?.({ id: waiting.id, result: code });
      return;
    }
    await outbox.sent(waiting);
    report?.({ id: waiting.id, result: 'sent' });
  }

  async #messageOf({ office, letter, messageId, recipient }: Waiting) {
    const { mail, attachments } = this.#options;
    const files = [];
    for (const { sha256, nama, mime } of letter.files) {
      const file = await attachments.find(office, sha256);
      if (file === undefined) continue;
      files.push({
        filename: oneLine(nama).replaceAll(/[/\\]/g, '_') || 'lampiran',
        contentType: /^[\w.+-]+\/[\w.+-]+$/.test(mime) ? mime : 'application/octet-stream',
        content: Readable.from(file.bytes()),
      });
    }
    const { nama, json } = letter.package;
    return {
      messageId,
      from: mail.from,
      // As an envelope of its own, so that no address is ever read out of a header.
      envelope: { from: mail.from, to: [recipient] },
      to: recipient,
      ...(letter.replyTo !== undefined && { replyTo: letter.replyTo }),
      subject: oneLine(letter.subject),
      text: letter.text,
      // Nobody's vacation note should answer a help desk.
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: [
        ...files,
        { filename: nama, contentType: 'application/json; charset=utf-8', content: json },
      ],
    };
  }
}
