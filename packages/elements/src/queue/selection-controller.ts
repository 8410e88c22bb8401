import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConsultationSummary } from '@lpse-konsultasi/client';
import type { QueueTexts } from '../locales/queue.js';
import { formatNumber } from '../i18n/format.js';
import { exportCases, type ExportFormat, type ExportJob } from './queue-export.js';

type Setting = Omit<ExportJob, 'signal' | 'onProgress'>;

/** The cases that an officer has chosen from the list, and what becomes of them: a file. */
export class SelectionController implements ReactiveController {
  /** Undefined while nobody is selecting. */
  ids: ReadonlySet<string> | undefined;
  /** Said politely: how far an export is, or what became of it. */
  said = '';
  busy = false;

  readonly #host: ReactiveControllerHost;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
  }

  has(id: string): boolean | undefined {
    return this.ids?.has(id);
  }

  begin(): void {
    this.ids ??= new Set();
    this.said = '';
    this.#host.requestUpdate();
  }

  /** Answers whether anybody was selecting. */
  end(): boolean {
    if (this.ids === undefined) return false;
    this.#abort?.abort();
    this.ids = undefined;
    this.said = '';
    this.#host.requestUpdate();
    return true;
  }

  toggle(id: string, isChosen = this.ids?.has(id) !== true): void {
    const ids = new Set(this.ids);
    if (isChosen) ids.add(id);
    else ids.delete(id);
    this.ids = ids;
    this.#host.requestUpdate();
  }

  /** Everything that a question finds, which may take a moment. */
  async chooseAll(
    texts: QueueTexts,
    find: (signal: AbortSignal) => Promise<readonly ConsultationSummary[]>,
  ): Promise<void> {
    await this.#run(texts, texts.choosing, async (signal) => {
      const rows = await find(signal);
      this.ids = new Set(rows.map(({ id }) => id));
      return '';
    });
  }

  async export(format: ExportFormat, setting: Setting): Promise<void> {
    const ids = [...(this.ids ?? [])];
    if (ids.length === 0) return;
    const { texts, environment } = setting;
    const number = (value: number): string => formatNumber(value, environment.locale);
    await this.#run(texts, texts.exporting('0', number(ids.length)), async (signal) => {
      const onProgress = (done: number): void => {
        this.said = texts.exporting(number(done), number(ids.length));
        this.#host.requestUpdate();
      };
      await exportCases(ids, format, { ...setting, signal, onProgress });
      return `${texts.exported(number(ids.length))} ${texts.exportPrivate}`;
    });
  }

  async #run(
    texts: QueueTexts,
    doing: string,
    work: (signal: AbortSignal) => Promise<string>,
  ): Promise<void> {
    if (this.busy) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.busy = true;
    this.said = doing;
    this.#host.requestUpdate();
    try {
      this.said = await work(abort.signal);
    } catch {
      this.said = abort.signal.aborted ? '' : texts.exportFailed;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }
}
