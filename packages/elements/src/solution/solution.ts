import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  answerDigest,
  isJsonObject,
  type Actor,
  type AnswerContent,
  type Consultation,
  type Json,
  type JsonObject,
  type KnowledgeEntry,
} from '@lpse-konsultasi/form-schema';
import { memoLast } from '../desk/memo-last.js';
import { StaffPanel } from '../desk/staff-panel.js';
import type { Environment } from '../environment/environment.js';
import type { LpseInsertEvent } from '../events/insert.js';
import type { LpseForm } from '../form/form.js';
import type { Stage } from '../panel/command-panel.js';
import { previewRecord } from './preview.js';
import { solution } from './solution.styles.js';

/**
 * Step 9: the written answer under the user's form, initialled by the officer who gives it. After LKPP's reply to an
 * escalated case, or the user's word that the matter is not solved, it takes the follow-up answer in the same way. The initials are bound to the SHA-256 of the answered
 * version.
 *
 * @summary Takes the written answer and its initials.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before the answer is recorded; cancelable, what was typed then stays.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was recorded.
 * @fires {LpseCaseEvent} lpse-case - After it was recorded: where the case stands now.
 * @fires {LpseErrorEvent} lpse-error - The panel cannot work.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 */
export class LpseSolution extends StaffPanel {
  static override styles: CSSResultGroup = [StaffPanel.styles, solution];

  @state() private previewing = false;

  // The initials themselves are not prefilled: to put them there is the officer's own act.
  readonly #value = memoLast(({ name, position }: Actor) => ({
    paraf: {
      ...(name !== '' && { namaPetugas: name }),
      ...(position !== undefined && { jabatan: position }),
      cara: 'diketik',
    },
  }));

  readonly #preview = memoLast(previewRecord);

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('lpse-change', this.#handleEdit);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('lpse-change', this.#handleEdit);
  }

  protected override heading({ state }: Consultation): string {
    const texts = this.texts.current.solution;
    return state === 'follow-up' ? texts.followUp : texts.heading;
  }

  protected override stageOf(
    consultation: Consultation,
    environment: Environment,
  ): Stage | undefined {
    if (consultation.state !== 'answering' && consultation.state !== 'follow-up') return undefined;
    return {
      command: 'answer',
      value: this.#value(environment.session),
      complete: (value) => initialled(value, consultation, environment),
    };
  }

  protected override renderIdle(): TemplateResult {
    return html`<p>${this.texts.current.solution.notTurn}</p>`;
  }

  protected override renderBefore(consultation: Consultation, environment: Environment): unknown {
    if (!this.may('answer', consultation, environment)) return nothing;
    return html`${this.#renderContext(consultation)} ${this.#renderSuggestions(consultation)}`;
  }

  protected override renderAside(consultation: Consultation, environment: Environment): unknown {
    const { record } = this.case;
    if (record === undefined || !this.may('answer', consultation, environment)) return nothing;
    const { preview } = this.texts.current.solution;
    return html`<details class="preview" ?open=${this.previewing} @toggle=${this.#handlePreview}>
      <summary>${preview}</summary>
      ${
        this.previewing
          ? html`<lpse-sheet
              .record=${this.#preview(record, this.#entered(), environment)}
            ></lpse-sheet>`
          : nothing
      }
    </details>`;
  }

  /** What the answer is about: LKPP's reply, the user's word that it is not solved, or the analysis. */
  #renderContext({ state: at, analisis, replies, reopenings, answers }: Consultation): unknown {
    const texts = this.texts.current.solution;
    if (at === 'follow-up') {
      const isForThis = ({ untukJawaban }: { readonly untukJawaban: number }): boolean =>
        untukJawaban === answers.length;
      const reply = replies.find(isForThis);
      const reopening = reopenings.find(isForThis);
      if (reply !== undefined)
        return renderNote(texts.reply, [reply.balasan['dari'], reply.balasan['jawaban']]);
      if (reopening !== undefined) return renderNote(texts.reopened, [reopening.alasan]);
    }
    if (analisis === undefined) return nothing;
    return renderNote(texts.analysis, [analisis['informasiTambahan'], analisis['dugaanPenyebab']]);
  }

  #renderSuggestions({ id, submissions, analisis }: Consultation): TemplateResult {
    const form = submissions.at(-1)?.formulir ?? {};
    const typed = this.#entered()['jawaban'];
    // The matter weighs as much as what is typed: the first suggestion is there before the first word.
    const matter = [form['judul'], form['uraian'], analisis?.['dugaanPenyebab'], typed]
      .filter((part) => typeof part === 'string')
      .join('\n');
    const { kategori } = form;
    return html`<lpse-knowledge
      .consultationId=${id}
      .matter=${matter}
      .kategori=${typeof kategori === 'string' ? kategori : undefined}
      .locale=${this.language}
      @lpse-insert=${this.#handleInsert}
    ></lpse-knowledge>`;
  }

  #form(): LpseForm | null {
    return this.renderRoot.querySelector<LpseForm>('lpse-form:not(.side-form)');
  }

  #entered(): JsonObject {
    const form = this.#form();
    const value: Json | undefined = form?.hasUpdated ? form.entered : this.draft.found?.value;
    return isJsonObject(value) ? value : {};
  }

  /** Below what is written already, with its references and the note where it came from. */
  #insert(form: LpseForm, { id, jawaban, rujukan }: KnowledgeEntry): void {
    const before = form.getValue('/jawaban');
    const text =
      typeof before === 'string' && before.trim() !== '' ? `${before.trimEnd()}\n\n` : '';
    form.setValue('/jawaban', `${text}${jawaban}`.slice(0, MAX_ANSWER));
    const references = merged(form.getValue('/rujukan'), rujukan, MAX_LIST);
    if (references.length > 0) form.setValue('/rujukan', references);
    form.setValue('/sumber', merged(form.getValue('/sumber'), [id], MAX_LIST));
    this.draft.keep(form.entered as JsonObject);
  }

  readonly #handleInsert = (event: LpseInsertEvent): void => {
    const form = this.#form();
    if (form === null) return;
    event.stopPropagation();
    this.#insert(form, event.entry);
    this.requestUpdate();
    void form.updateComplete.then(() => form.control('/jawaban')?.focus());
  };

  /** Suggestions and preview follow what is typed. */
  readonly #handleEdit = (): void => this.requestUpdate();

  readonly #handlePreview = (event: Event): void => {
    this.previewing = (event.currentTarget as HTMLDetailsElement).open;
  };
}

/** As many characters, and as many references, as the form takes (`solution.schema.json`). */
const MAX_ANSWER = 8000;
const MAX_LIST = 10;

function merged(value: Json | undefined, added: readonly string[], limit: number): Json[] {
  const known = Array.isArray(value) ? (value as readonly Json[]) : [];
  return [...new Set([...known, ...added])].slice(0, limit);
}

function renderNote(heading: string, parts: readonly unknown[]): TemplateResult {
  const words = parts.filter((part) => typeof part === 'string' && part !== '');
  return html`<div class="note">
    <h3>${heading}</h3>
    ${words.map((part) => html`<p class="words">${part}</p>`)}
  </div>`;
}

/** Adds what the officer is not asked for: who initialled, when, and over which text. */
function initialled(
  value: JsonObject,
  consultation: Consultation,
  { session, clock }: Environment,
): JsonObject {
  const { jawaban, paraf } = value;
  return {
    ...value,
    paraf: {
      ...(isJsonObject(paraf) ? paraf : {}),
      petugasId: session.id,
      waktu: clock.now().toISOString(),
      hashIsi: answerDigest(consultation, {
        ...value,
        jawaban: typeof jawaban === 'string' ? jawaban : '',
      } as AnswerContent),
    },
  };
}
