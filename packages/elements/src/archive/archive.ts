import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  LpseError,
  isJsonObject,
  retentionDates,
  type ArchiveEntry,
  type Consultation,
  type JsonObject,
  type Profile,
  type Submission,
} from '@lpse-konsultasi/form-schema';
import { memoLast } from '../desk/memo-last.js';
import { optionLabel } from '../desk/read-form.js';
import { StaffPanel } from '../desk/staff-panel.js';
import type { Environment } from '../environment/environment.js';
import { LpseErrorEvent } from '../events/error.js';
import { formatDay } from '../i18n/format.js';
import type { Stage } from '../panel/command-panel.js';
import { download } from '../sheet/download.js';
import type { SheetCopy } from '../sheet/sheet-content.js';
import type { LpseSheet } from '../sheet/sheet.js';
import { archive } from './archive.styles.js';

/**
 * Step 11: prints the copy for the user and the original for the archive, records how the copy was handed over and
 * where the original is kept. Afterwards it shows that record; archived content can only be added to.
 *
 * @summary Hands over the copy and archives the original.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before the case is archived; cancelable, what was typed then stays.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was archived.
 * @fires {LpseCaseEvent} lpse-case - After it was archived: where the case stands now.
 * @fires {LpseErrorEvent} lpse-error - The panel cannot work.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 * @csspart reopen - The disclosure that records what is not solved in the user's words.
 * @csspart sheet - The official sheet as a preview.
 */
export class LpseArchive extends StaffPanel {
  static override styles: CSSResultGroup = [StaffPanel.styles, archive];

  @state() private copy: SheetCopy = 'salinan';
  @state() private previewing = false;
  @state() private packing = false;
  @state() private packFailure: LpseError | undefined;

  readonly #value = memoLast(
    (
      { retention }: Profile,
      submission: Submission | undefined,
      before: ArchiveEntry | undefined,
    ): JsonObject => ({
      salinan: handoverOf(submission?.formulir ?? {}),
      arsip: {
        ...(retention.kodeKlasifikasi !== undefined && {
          kodeKlasifikasi: retention.kodeKlasifikasi,
        }),
        bentuk: 'kertas',
        // What is added to a file later lies where the file is.
        ...before?.arsip,
      },
    }),
  );

  protected override heading({ state: at }: Consultation): string {
    const texts = this.texts.current.archive;
    return at === 'archived' ? texts.archived : texts.heading;
  }

  protected override stageOf(
    { state: at, submissions, archives }: Consultation,
    { profile, clock }: Environment,
  ): Stage | undefined {
    if (at !== 'handing-over') return undefined;
    return {
      command: 'archive',
      value: this.#value(profile, submissions.at(-1), archives.at(-1)),
      complete: (value) => withTime(value, clock.now()),
    };
  }

  protected override renderIdle(consultation: Consultation, environment: Environment): unknown {
    const { archives } = consultation;
    if (archives.length === 0) return html`<p>${this.texts.current.archive.notTurn}</p>`;
    return archives.map((entry) => this.#renderEntry(entry, environment));
  }

  protected override renderBefore({ state: at }: Consultation): unknown {
    if (at !== 'handing-over' && at !== 'archived') return nothing;
    const texts = this.texts.current.archive;
    return html`
      <p class="actions">
        <button type="button" class="button" @click=${() => void this.#print('salinan')}>
          ${texts.printCopy}
        </button>
        <button type="button" class="button" @click=${() => void this.#print('asli')}>
          ${texts.printOriginal}
        </button>
      </p>
      ${this.#renderPackage(at)}
      <details class="preview" ?open=${this.previewing} @toggle=${this.#handlePreview}>
        <summary>${texts.preview}</summary>
        ${
          this.previewing
            ? html`<lpse-sheet
                part="sheet"
                .record=${this.case.record}
                copy=${this.copy}
              ></lpse-sheet>`
            : nothing
        }
      </details>
    `;
  }

  /** What a user who calls or comes back says of the answer, recorded for them. */
  protected override renderAside(consultation: Consultation, environment: Environment): unknown {
    const texts = this.texts.current.archive;
    const mayConfirm = this.may('confirm', consultation, environment);
    const mayReopen = this.may('reopen', consultation, environment);
    return html`
      ${
        mayConfirm
          ? html`<section class="word" aria-labelledby="word">
              <h3 id="word">${texts.userWord}</h3>
              <p class="soft">${texts.userWordHint}</p>
              <p class="actions">
                <button
                  type="button"
                  class="button"
                  aria-disabled=${this.busy}
                  @click=${() => void this.give('confirm', {}, null)}
                >
                  ${texts.userSolved}
                </button>
              </p>
            </section>`
          : nothing
      }
      ${
        mayReopen
          ? this.renderSide(
              { command: 'reopen', summary: texts.userNotSolved, part: 'reopen' },
              consultation,
              environment,
            )
          : nothing
      }
      ${super.renderAside(consultation, environment)}
    `;
  }

  #renderEntry({ at, by, salinan, arsip }: ArchiveEntry, environment: Environment): TemplateResult {
    const texts = this.texts.current.archive;
    const { profile, locale } = environment;
    const form = profile.forms['copy-archive'];
    const dates = retentionDates(at, profile.retention, profile.office.zonaWaktu);
    const facts: readonly (readonly [string, unknown])[] = [
      [texts.number, arsip['nomorBerkas']],
      [texts.classification, arsip['kodeKlasifikasi']],
      [texts.place, arsip['lokasi']],
      [texts.form, optionLabel(form, '/arsip/bentuk', arsip['bentuk'], locale)],
      [texts.handed, optionLabel(form, '/salinan/cara', salinan['cara'], locale)],
      [texts.recipient, salinan['penerima']],
      [texts.at, `${this.at(at, environment)}, ${by.name}`],
      [
        texts.retention,
        dates &&
          texts.kept(formatDay(dates.aktifSampai, locale), formatDay(dates.inaktifSampai, locale)),
      ],
      [texts.afterwards, dates?.keterangan && texts.fates[dates.keterangan]],
    ];
    return html`<dl class="facts">
      ${facts.map(([label, value]) =>
        typeof value === 'string' && value !== ''
          ? html`<dt>${label}</dt>
              <dd>${value}</dd>`
          : nothing,
      )}
    </dl>`;
  }

  #renderPackage(at: Consultation['state']): TemplateResult | typeof nothing {
    if (at !== 'archived') return nothing;
    const texts = this.texts.current.archive;
    return html`
      <p class="actions">
        <button
          type="button"
          class="button"
          aria-disabled=${this.packing}
          @click=${() => void this.#save()}
        >
          ${this.packing ? texts.packing : texts.package}
        </button>
      </p>
      <p class="hint">${texts.packageWhy}</p>
      ${
        this.packFailure === undefined
          ? nothing
          : html`<p class="alert alert-bad" role="alert">
              ${this.common.current.failures[this.packFailure.code]}
            </p>`
      }
    `;
  }

  /** The package is made here, from what the backend has; nothing is sent anywhere. */
  async #save(): Promise<void> {
    const { environment } = this;
    const { record } = this.case;
    if (environment === undefined || record === undefined || this.packing) return;
    this.packing = true;
    this.packFailure = undefined;
    try {
      // Zip, QR codes and the checker's page: only an office that archives needs them.
      const { makeArchivePackage } = await import('../archive-package/archive-package.js');
      const { name, bytes } = await makeArchivePackage(record, environment);
      download(new Blob([bytes], { type: 'application/zip' }), name);
    } catch (error) {
      this.packFailure =
        error instanceof LpseError
          ? error
          : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
      this.dispatchEvent(new LpseErrorEvent(this.packFailure.code, this.packFailure.message));
    } finally {
      this.packing = false;
    }
  }

  async #print(copy: SheetCopy): Promise<void> {
    this.copy = copy;
    this.previewing = true;
    await this.updateComplete;
    const sheet = this.renderRoot.querySelector<LpseSheet>('lpse-sheet');
    await sheet?.updateComplete;
    sheet?.print();
  }

  readonly #handlePreview = (event: Event): void => {
    this.previewing = (event.currentTarget as HTMLDetailsElement).open;
  };
}

/** The copy goes the way the user asked for, to the user. */
function handoverOf({ salinanMelalui, nama, email }: JsonObject): JsonObject {
  const cara = typeof salinanMelalui === 'string' ? salinanMelalui : 'cetak';
  const penerima = cara === 'surel' ? email : nama;
  return { cara, ...(typeof penerima === 'string' && { penerima }) };
}

function withTime(value: JsonObject, now: Date): JsonObject {
  const { salinan } = value;
  if (!isJsonObject(salinan)) return value;
  return { ...value, salinan: { ...salinan, waktu: now.toISOString() } };
}
