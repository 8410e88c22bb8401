import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import {
  derivedPriority,
  isJsonObject,
  priorityLayout,
  type Consultation,
  type Json,
  type JsonObject,
  type Layout,
  type PriorityRule,
} from '@lpse-konsultasi/form-schema';
import { adaptLayout } from '../desk/adapt-layout.js';
import { memoLast } from '../desk/memo-last.js';
import { StaffPanel } from '../desk/staff-panel.js';
import type { Environment } from '../environment/environment.js';
import type { LpseChangeEvent } from '../events/change.js';
import type { LpseForm } from '../form/form.js';
import { TextsController } from '../i18n/texts.js';
import { analysisTexts } from '../locales/analysis.js';
import type { Stage } from '../panel/command-panel.js';
import { analysis } from './analysis.styles.js';
import { asLines, notesIn, renderNotes, type Note } from './notes.js';

const NOTES = '/catatan';
const TOLD = '/informasiTambahan';
const PRIORITY = '/klasifikasi/prioritas';
const MATRIX: readonly string[] = ['/klasifikasi/urgensi', '/klasifikasi/dampak'];

/**
 * Step 8: what the officer learnt from the user, how the matter is classified, and whether there is a solution here.
 * The answer decides between step 9 and step 10. Notes are jotted down while the user speaks; they survive a reload,
 * are recorded with the analysis, and no user sees them.
 *
 * @summary Records the analysis of a matter.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before the analysis is recorded; cancelable, what was typed then stays.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was recorded.
 * @fires {LpseCaseEvent} lpse-case - After it was recorded: where the case stands now.
 * @fires {LpseErrorEvent} lpse-error - The panel cannot work.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 */
export class LpseAnalysis extends StaffPanel {
  static override styles: CSSResultGroup = [StaffPanel.styles, analysis];

  readonly #own = new TextsController(this, analysisTexts, () => this.language);

  readonly #layout = memoLast((layout: Layout, priority: PriorityRule | null | undefined) =>
    // The notes stand above the form, where they are jotted down.
    priorityLayout(adaptLayout(layout, { [NOTES]: { hidden: true } }, []), priority),
  );

  /** A case that comes back from an escalation starts with what is known; only the decision is made anew. */
  readonly #value = memoLast((analisis: JsonObject | undefined) => {
    if (analisis === undefined) return undefined;
    const { solusiDitemukan: _decision, ...known } = analisis;
    return known;
  });

  /** What the matrix gave last: a priority that still is that one was not set by the officer. */
  #derived: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('lpse-change', this.#handleEdit);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('lpse-change', this.#handleEdit);
  }

  protected override heading(): string {
    return this.texts.current.analysis.heading;
  }

  protected override stageOf(
    { state, analisis }: Consultation,
    { profile }: Environment,
  ): Stage | undefined {
    if (state !== 'analysing') return undefined;
    const { analysis: form } = profile.forms;
    const value = this.#value(analisis);
    return {
      command: 'analyse',
      layout: form && this.#layout(form.layout, profile.procedure.priority),
      ...(value && { value }),
    };
  }

  protected override renderIdle(): TemplateResult {
    return html`<p>${this.texts.current.analysis.notTurn}</p>`;
  }

  protected override renderBefore(consultation: Consultation, environment: Environment): unknown {
    if (!this.may('analyse', consultation, environment)) return html``;
    return renderNotes({
      notes: notesIn(this.#entered()[NOTES.slice(1)]),
      texts: this.#own.current,
      environment,
      onAdd: (isi) => this.#add({ waktu: environment.clock.now().toISOString(), isi }),
      onRemove: (index) => void this.#remove(index),
      onTake: () => this.#take(environment),
    });
  }

  #form(): LpseForm | null {
    return this.renderRoot.querySelector<LpseForm>('lpse-form:not(.side-form)');
  }

  /** What has been entered; before the form is there, what it will start with. */
  #entered(): JsonObject {
    const form = this.#form();
    const value: Json | undefined = form?.hasUpdated
      ? form.entered
      : (this.draft.found?.value ?? this.#value(this.case.record?.consultation.analisis));
    return isJsonObject(value) ? value : {};
  }

  #notes(): readonly Note[] {
    return notesIn(this.#entered()[NOTES.slice(1)]);
  }

  #add(note: Note): void {
    this.#keep([...this.#notes(), note]);
  }

  /** The focus goes to the note that takes the place of the removed one, or to where the next is written. */
  async #remove(index: number): Promise<void> {
    this.#keep(this.#notes().toSpliced(index, 1));
    await this.updateComplete;
    const left = this.renderRoot.querySelectorAll<HTMLElement>('.notes li button');
    const next = left[Math.min(index, left.length - 1)];
    (next ?? this.renderRoot.querySelector<HTMLElement>('#jot'))?.focus();
  }

  #keep(notes: readonly Note[]): void {
    const form = this.#form();
    if (form === null) return;
    form.setValue(
      NOTES,
      notes.length === 0 ? undefined : notes.map(({ waktu, isi }) => ({ waktu, isi })),
    );
    this.#store(form);
  }

  /** Puts the notes, each with its time, below what the form already says. */
  #take({ profile }: Environment): void {
    const form = this.#form();
    if (form === null) return;
    const before = form.getValue(TOLD);
    const text = [
      ...(typeof before === 'string' && before.trim() !== '' ? [before.trimEnd()] : []),
      ...asLines(this.#notes(), profile.office.zonaWaktu),
    ].join('\n');
    form.setValue(TOLD, text.slice(0, 4000));
    this.#store(form);
    form.control(TOLD)?.focus();
  }

  /** A draft, as if it had been typed into the form itself: it survives a reload. */
  #store(form: LpseForm): void {
    this.draft.keep(form.entered as JsonObject);
    this.requestUpdate();
  }

  /** Urgency and impact give the priority, as long as the officer has not set another one. */
  readonly #handleEdit = ({ pointer }: LpseChangeEvent): void => {
    const form = this.#form();
    const rule = this.environment?.profile.procedure.priority;
    if (form === null || !rule?.override || !MATRIX.includes(pointer)) return;
    const klasifikasi = form.getValue('/klasifikasi');
    const derived = derivedPriority(isJsonObject(klasifikasi) ? klasifikasi : undefined, rule);
    const current = form.getValue(PRIORITY);
    const isOwn = current !== undefined && current !== this.#derived;
    this.#derived = derived;
    if (isOwn || derived === undefined) return;
    form.setValue(PRIORITY, derived);
    this.#store(form);
  };
}
