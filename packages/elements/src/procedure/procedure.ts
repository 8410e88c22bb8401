import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Consultation, Step } from '@lpse-konsultasi/form-schema';
import { ConsultationController } from '../controllers/consultation-controller.js';
import type { Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import { TextsController } from '../i18n/texts.js';
import { procedureTexts } from '../locales/procedure.js';
import { formatDate } from '../i18n/format.js';
import { LpseElement } from '../panel/lpse-element.js';
import { printAlone, printableElement, type Printable } from '../sheet/printer.js';
import { activityOf } from './activity.js';
import { renderFlowchart } from './flowchart.js';
import { placeOf } from './place.js';
import { procedure } from './procedure.styles.js';

/**
 * The office's SOP: its flowchart in two lanes and its official table, both made from the steps of the profile, in the
 * words of the document without its typing error. With a case, its place is marked: what is done, what is under way, how often a step was run.
 * The table says all that the drawing says, and stands alone where the drawing would be too narrow. It prints
 * on A4, the drawing first and the table after it, without the page around it.
 *
 * @summary The SOP as flowchart and table, with the place of a case.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseErrorEvent} lpse-error - The element cannot work.
 * @csspart base - The whole.
 * @csspart heading - The title of the document.
 */
export class LpseProcedure extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, procedure];
  protected static override readonly audience: Audience = 'public';

  /** The case whose place is marked; without one the procedure stands for itself. */
  @property({ attribute: 'consultation-id' }) consultationId?: string;

  readonly #case = new ConsultationController(this, () => ({
    backend: this.environment?.backend,
    consultationId: this.consultationId,
  }));
  readonly #texts = new TextsController(this, procedureTexts, () => this.language);
  readonly #printable: Printable = printableElement(this, {
    styles: LpseProcedure.elementStyles,
    content: () => this.environment && this.renderReady(this.environment),
    runningTitle: () => this.environment?.profile.document.nomor ?? '',
  });

  protected override renderReady({ profile, locale }: Environment): TemplateResult {
    const { document: sop, procedure: rules, office } = profile;
    const texts = this.#texts.current;
    const consultation = this.#case.record?.consultation;
    return html`
      <section part="base" class="base" aria-labelledby="heading">
        <h2 id="heading" part="heading">${sop.judul}</h2>
        <p class="hint">
          ${sop.nomor} · ${texts.revision} ${sop.revisi} · ${texts.effective}
          ${formatDate(sop.berlakuEfektif, locale, office.zonaWaktu)}
        </p>
        ${consultation === undefined ? nothing : html`<p class="hint">${texts.legend}</p>`}
        <p class="actions">
          <button type="button" class="button" @click=${() => printAlone(this.#printable)}>
            ${texts.print}
          </button>
        </p>
        <div class="whole">
          <figure class="drawing">${renderFlowchart(rules.steps, consultation, texts)}</figure>
          ${this.#renderTable(rules.steps, consultation)}
        </div>
      </section>
    `;
  }

  #renderTable(steps: readonly Step[], consultation: Consultation | undefined): TemplateResult {
    const texts = this.#texts.current;
    const hasCase = consultation !== undefined;
    return html`
      <table>
        <caption>
          ${texts.table}
        </caption>
        <thead>
          <tr>
            <th scope="col">${texts.no}</th>
            <th scope="col">${texts.activity}</th>
            <th scope="col">${texts.actors}</th>
            <th scope="col">${texts.equipment}</th>
            <th scope="col">${texts.time}</th>
            <th scope="col">${texts.output}</th>
            <th scope="col">${texts.remark}</th>
            ${hasCase ? html`<th scope="col">${texts.place}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${steps.map((step) => this.#renderRow(step, consultation))}
        </tbody>
      </table>
    `;
  }

  #renderRow(step: Step, consultation: Consultation | undefined): TemplateResult {
    const texts = this.#texts.current;
    const place = placeOf(consultation, step.no);
    const actor = step.actor === 'penggunaSpse' ? texts.user : texts.office;
    const cell = (label: string, value: string): TemplateResult =>
      html`<td data-label=${label}>
        ${value === '' ? html`<span class="none">–</span>` : value}
      </td>`;
    return html`
      <tr class=${place.state} aria-current=${place.state === 'current' ? 'step' : nothing}>
        <th scope="row">${step.no}</th>
        ${cell(texts.activity, activityOf(step))} ${cell(texts.actors, actor)}
        ${cell(texts.equipment, step.perlengkapan)} ${cell(texts.time, step.waktu)}
        ${cell(texts.output, step.output)} ${cell(texts.remark, step.ket)}
        ${consultation === undefined ? nothing : html`<td data-label=${texts.place}>${this.#placeWords(place, consultation, step)}</td>`}
      </tr>
    `;
  }

  #placeWords(
    { state, runs }: ReturnType<typeof placeOf>,
    consultation: Consultation,
    { no }: Step,
  ): string {
    const texts = this.#texts.current;
    if (consultation.state === 'cancelled' && consultation.step === no) return texts.cancelled;
    if (state === 'open') return '–';
    const word = state === 'done' ? `✓ ${texts.done}` : `▶ ${texts.current}`;
    return runs > 1 ? `${word}, ${texts.times(runs)}` : word;
  }
}
