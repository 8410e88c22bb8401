import { html, render, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import { ConsultationController } from '../controllers/consultation-controller.js';
import type { Environment } from '../environment/environment.js';
import { sheetTexts } from '../locales/sheet.js';
import { LpseElement } from '../panel/lpse-element.js';
import { alert } from '../styles/alert.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { printAlone, printedWith, type Printable } from './printer.js';
import {
  copyWord,
  renderSheet,
  sheetCopies,
  type SheetContent,
  type SheetCopy,
} from './sheet-content.js';
import { loadQr, type QrModules } from './qr.js';
import { markOf, type SheetMark } from './sheet-mark.js';
import { statusPageOf } from './status-page.js';
import { sheetStyles } from './sheet.styles.js';

/**
 * The official Formulir Konsultasi on A4: the office's letterhead, what the user filled in, what the office answered,
 * initials, copy and archive. Without a case it is the blank form to hand out. While it is on a page, printing the page
 * prints the sheet alone. The sheet stays Indonesian in every language of the interface.
 *
 * @summary The official sheet, on the screen and on paper.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseErrorEvent} lpse-error - The case could not be shown.
 * @csspart base - The paper.
 */
export class LpseSheet extends LpseElement {
  static override styles: CSSResultGroup = [tokens, base, alert, sheetStyles];

  /** The case. Without one the sheet is blank. */
  @property({ attribute: 'consultation-id' }) consultationId?: string;
  /** The case with its log, when the page has read it already. */
  @property({ attribute: false }) record?: ConsultationRecord;
  /** Which paper it is: `salinan` for the user, `asli` for the archive. Says nothing when it is neither. */
  @property() copy?: SheetCopy;

  /**
   * The page with `<lpse-status>`, absolute or relative to this page. The QR code of a copy opens it with the case's
   * ticket and code in the fragment. Default: the profile's (`office.halamanStatus`).
   */
  @property({ attribute: 'status-url' }) statusUrl?: string;

  /** Makes QR codes, as soon as the library is there. */
  @state() private encode?: (text: string) => QrModules;

  readonly #case = new ConsultationController(this, () => ({
    backend: this.environment?.backend,
    consultationId: this.record === undefined ? this.consultationId : undefined,
  }));

  #loading: Promise<void> | undefined;
  #marked: { readonly text: string; readonly qr: QrModules } | undefined;

  readonly #printable: Printable = printedWith(this, {
    isPrintable: () => this.#content !== undefined && this.checkVisibility(),
    runningTitle: () => {
      const { consultation, copy } = this.#content ?? {};
      const words = [consultation?.tiket, copy && copyWord(copy)];
      return [sheetTexts.title, ...words].filter((word) => word !== undefined).join(' · ');
    },
    drawInto: (root) => this.#drawInto(root),
  });

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#content?.consultation !== undefined) this.#loading ??= this.#load();
  }

  /** The sheet is not whole, and not to be printed, before its QR code stands. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (this.#loading === undefined || this.encode !== undefined) return isDone;
    await this.#loading;
    return super.getUpdateComplete();
  }

  /** Opens the browser's print dialogue with this sheet alone on the paper. Does nothing while there is no sheet. */
  print(): void {
    if (this.#content !== undefined) printAlone(this.#printable);
  }

  /**
   * The sheet as an HTML document of its own, for a download or an archive: it opens from a file, loads and runs
   * nothing, and prints on A4. Undefined while there is no sheet.
   */
  async html(): Promise<string | undefined> {
    await this.updateComplete;
    const { sheetDocument } = await import('./sheet-document.js');
    const content = this.#content;
    return content && sheetDocument(content, this.#printable.runningTitle());
  }

  protected override renderReady(_environment: Environment): unknown {
    const content = this.#content;
    if (content !== undefined) {
      return html`<div part="base" class="base desk">${renderSheet(content)}</div>`;
    }
    const { failures } = this.common.current;
    switch (this.#case.status) {
      case 'missing':
        return html`<p part="base" class="base">${failures.LPSE_CONSULTATION_NOT_FOUND}</p>`;
      case 'failed':
        return html`<div part="base" class="base" role="alert">
          <p class="alert alert-bad">
            ${failures[this.#case.failure?.code ?? 'LPSE_STORAGE_UNAVAILABLE']}
          </p>
        </div>`;
      case 'loading':
        return this.renderLoading();
      default:
        return nothing;
    }
  }

  /** What stands on the sheet; undefined while the case is not here. */
  get #content(): SheetContent | undefined {
    const { environment } = this;
    if (environment === undefined) return undefined;
    const record = this.record ?? this.#case.record;
    // An attribute can say anything; a sheet that is neither paper says nothing, nor does a blank form, which copies none.
    const copy = record && sheetCopies.find((each) => each === this.copy);
    const consultation = record?.consultation;
    const isBlank = this.record === undefined && (this.consultationId ?? '') === '';
    if (consultation === undefined && !isBlank) return undefined;
    return {
      profile: environment.profile,
      ...(consultation === undefined ? {} : { consultation }),
      ...(record === undefined ? {} : { mark: this.#markOf(record, copy, environment) }),
      ...(copy === undefined ? {} : { copy }),
    };
  }

  #markOf(
    record: ConsultationRecord,
    copy: SheetCopy | undefined,
    { profile }: Environment,
  ): SheetMark {
    const page = statusPageOf(this.statusUrl, profile, document.baseURI);
    const mark = markOf(record, copy, page);
    if (this.encode === undefined) return mark;
    if (this.#marked?.text !== mark.text)
      this.#marked = { text: mark.text, qr: this.encode(mark.text) };
    return { ...mark, qr: this.#marked.qr };
  }

  /** Without the library the sheet has its numbers and codes in letters, and can be printed all the same. */
  async #load(): Promise<void> {
    const encode = await loadQr().catch(() => undefined);
    if (encode !== undefined) this.encode = encode;
  }

  #drawInto(root: ShadowRoot): void {
    const content = this.#content;
    if (content === undefined) return;
    const { styleSheet } = sheetStyles;
    if (styleSheet !== undefined) root.adoptedStyleSheets = [styleSheet];
    render(renderSheet(content), root);
  }
}
