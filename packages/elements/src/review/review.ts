import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type {
  Consultation,
  JsonObject,
  Layout,
  Pointer,
  Problem,
  Profile,
  Review,
} from '@lpse-konsultasi/form-schema';
import { memoLast } from '../desk/memo-last.js';
import type { ReadForm, ReadRow } from '../desk/read-form.js';
import { StaffPanel } from '../desk/staff-panel.js';
import type { Environment } from '../environment/environment.js';
import type { Stage } from '../panel/command-panel.js';
import type { LpseForm } from '../form/form.js';
import { checklistLayout, defineChecklist } from './checklist.js';
import { differencesOf, rowText, type Difference } from './differences.js';
import { defineFlags, flagsLayout } from './flags.js';
import { review } from './review.styles.js';

defineChecklist();
defineFlags();

/**
 * Steps 4 and 5: an officer takes a form up, decides whether it is complete, and hands an incomplete one back. What the
 * system found stands beside the form; the verdict is the officer's.
 *
 * @summary Reviews a form for completeness and returns it when something is missing.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before the verdict is recorded; cancelable, what was typed then stays.
 * @fires {LpseSubmittedEvent} lpse-submitted - After a command of this panel was carried out.
 * @fires {LpseCaseEvent} lpse-case - After a command: where the case stands now.
 * @fires {LpseErrorEvent} lpse-error - The panel cannot work.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 * @csspart cancel - The disclosure that cancels the consultation.
 */
export class LpseReview extends StaffPanel {
  static override styles: CSSResultGroup = [StaffPanel.styles, review];

  readonly #value = memoLast(({ procedure }: Profile) => ({
    daftarPeriksa: procedure.checklist.map(({ butir }) => ({ butir, terpenuhi: false })),
  }));

  readonly #layout = memoLast((layout: Layout, reason: string, reasonOf: string) =>
    flagsLayout(checklistLayout(layout), { reason, reasonOf }),
  );

  readonly #choices = memoLast(
    (profile: Profile, locale: Environment['locale'], form: ReadForm | undefined) => ({
      '/kolomKurang': (form?.rows ?? [])
        .filter(({ fixed }) => !fixed)
        .map((row) => ({ value: row.pointer, label: this.#rowWords(row, form) })),
      '/daftarPeriksa/*/butir': profile.procedure.checklist.map(({ butir, texts }) => ({
        value: butir,
        label: texts[locale],
      })),
    }),
  );

  protected override heading(): string {
    return this.texts.current.review.heading;
  }

  protected override stageOf(
    consultation: Consultation,
    environment: Environment,
  ): Stage | undefined {
    const texts = this.texts.current.review;
    switch (consultation.state) {
      case 'submitted':
        return { command: 'start-review', label: texts.start, intro: texts.startIntro };
      case 'reviewing':
        return this.#reviewing(consultation, environment);
      case 'incomplete':
        return { command: 'return', label: texts.return };
      default:
        return undefined;
    }
  }

  #reviewing(consultation: Consultation, environment: Environment): Stage {
    const { reviewer } = consultation;
    const { profile, session, locale } = environment;
    const texts = this.texts.current.review;
    if (reviewer !== undefined && reviewer.id !== session.id) {
      return {
        command: 'start-review',
        label: texts.takeOver,
        intro: texts.other(reviewer.name),
      };
    }
    const form = profile.forms.review;
    return {
      command: 'review',
      layout: form && this.#layout(form.layout, texts.flagReason, texts.flagReasonOf),
      value: this.#value(profile),
      choices: this.#choices(profile, locale, this.submitted(consultation, environment)),
    };
  }

  protected override renderIdle(consultation: Consultation): TemplateResult {
    const texts = this.texts.current.review;
    const { state, reviewer, putaran } = consultation;
    if (state === 'reviewing' && reviewer !== undefined)
      return html`<p>${texts.other(reviewer.name)}</p>`;
    if (state === 'draft')
      return html`<p>${putaran > 1 ? texts.waitingCorrection(putaran) : texts.waitingUser}</p>`;
    return html`<p>${texts.notTurn}</p>`;
  }

  protected override renderBefore(consultation: Consultation, environment: Environment): unknown {
    switch (consultation.state) {
      case 'submitted':
      case 'reviewing':
        return html`${this.#renderFindings(consultation, environment)}
        ${this.#renderEarlier(consultation, environment)}`;
      case 'incomplete':
        return this.#renderMessage(consultation, environment);
      default:
        return this.#renderEarlier(consultation, environment);
    }
  }

  #renderFindings(consultation: Consultation, environment: Environment): unknown {
    const texts = this.texts.current.review;
    const form = this.submitted(consultation, environment);
    if (form === undefined) return nothing;
    const problems = allFindings(form, consultation.submissions.at(-1)?.temuan ?? []);
    return html`
      <div class=${problems.length === 0 ? 'note' : 'note warn'}>
        <h3>${texts.findings}</h3>
        ${
          problems.length === 0
            ? html`<p>${texts.noFindings}</p>`
            : html`<ul class="findings">
                ${problems.map(
                  ({ pointer, message }) =>
                    html`<li><strong>${labelAt(form, pointer)}</strong>: ${message}</li>`,
                )}
              </ul>`
        }
        <p class="soft">${texts.findingsHint}</p>
        ${
          consultation.state === 'reviewing' && fieldsOf(form, problems).length > 0
            ? html`<p>
                <button
                  type="button"
                  class="button button-small"
                  @click=${() => this.#flag(fieldsOf(form, problems))}
                >
                  ${texts.flagFindings}
                </button>
              </p>`
            : nothing
        }
      </div>
    `;
  }

  /** What the user was asked for in earlier rounds, and what became of it. */
  #renderEarlier(consultation: Consultation, environment: Environment): unknown {
    const texts = this.texts.current.review;
    const returned = consultation.reviews.filter(({ lengkap }) => !lengkap);
    if (returned.length === 0) return nothing;
    return html`
      <details class="earlier" open>
        <summary>${texts.earlier}</summary>
        ${returned.map(
          (each) => html`
            <div class="note round">
              <h3>${texts.round(each.putaran, each.by.name, this.at(each.at, environment))}</h3>
              <p class="words">${each.alasan}</p>
              ${this.#renderDifferences(each, consultation, environment)}
            </div>
          `,
        )}
      </details>
    `;
  }

  #renderDifferences(
    given: Review,
    consultation: Consultation,
    environment: Environment,
  ): TemplateResult {
    const differences = this.#differences(given, consultation, environment);
    return html`
      <dl class="differences">${differences.map((each) => this.#renderDifference(each))}</dl>
    `;
  }

  #renderDifference({ pointer, label, before, after, changed, asked }: Difference): TemplateResult {
    const texts = this.texts.current.review;
    return html`
      <dt data-pointer=${pointer}>
        ${label} ${asked ? nothing : html`<span class="soft">(${texts.notAsked})</span>`}
      </dt>
      <dd>
        <span class="quiet">${texts.before}:</span>
        ${changed ? html`<del>${before || texts.blank}</del>` : before || texts.blank}
        ${
          changed
            ? html`<span aria-hidden="true">→</span> <span class="quiet">${texts.after}:</span>
                <ins>${after || texts.blank}</ins>`
            : html`<span class="soft">(${texts.unchanged})</span>`
        }
      </dd>
    `;
  }

  #differences(
    given: Review,
    { submissions }: Consultation,
    environment: Environment,
  ): readonly Difference[] {
    const index = submissions.findIndex(({ putaran }) => putaran === given.putaran);
    const old = submissions[index]?.formulir ?? {};
    const flagged = given.kolomKurang.map(({ kolom }) => kolom);
    return differencesOf(old, submissions[index + 1]?.formulir ?? old, flagged, (formulir) =>
      this.readIn(formulir, environment),
    );
  }

  #renderMessage(consultation: Consultation, environment: Environment): unknown {
    const texts = this.texts.current.review;
    const last = consultation.reviews.at(-1);
    const form = this.submitted(consultation, environment);
    if (last === undefined || form === undefined) return nothing;
    return html`
      <p>${texts.returnIntro}</p>
      <blockquote class="note warn">
        <p class="words">${last.alasan}</p>
        <h3>${texts.returnFields}</h3>
        <ul class="findings">
          ${last.kolomKurang.map(
            ({ kolom, alasan }) =>
              html`<li>
                ${labelAt(form, kolom)}${alasan === undefined ? nothing : `: ${alasan}`}
              </li>`,
          )}
        </ul>
      </blockquote>
    `;
  }

  /** What the field says, and that the system has found something there: both before the officer ticks it. */
  #rowWords(row: ReadRow, form: ReadForm | undefined): string {
    const texts = this.texts.current.review;
    const words = `${row.label}: ${shorten(rowText(row)) || texts.blank}`;
    const isFound = form?.problems.some(({ pointer }) => isAt(row.pointer, pointer)) ?? false;
    return isFound ? `${words} (${texts.found})` : words;
  }

  /** Flags these fields for the officer, who can still take each back. */
  #flag(pointers: readonly Pointer[]): void {
    const form = this.renderRoot.querySelector<LpseForm>('lpse-form:not(.side-form)');
    if (form === null) return;
    form.setValue('/hasil', 'belumLengkap');
    form.setValue('/kolomKurang', [...pointers]);
    this.draft.keep(form.entered as JsonObject);
    void form.updateComplete.then(() => form.control('/kolomKurang')?.focus());
  }
}

/** The fields of the sheet that the findings are about, in its order. */
function fieldsOf(form: ReadForm, problems: readonly Problem[]): readonly Pointer[] {
  return form.rows
    .filter((row) => problems.some(({ pointer }) => isAt(row.pointer, pointer)))
    .map(({ pointer }) => pointer);
}

function isAt(row: Pointer, pointer: Pointer): boolean {
  return pointer === row || pointer.startsWith(`${row}/`);
}

/** A choice is one line: enough of the value to know which one it is, the sheet beside has the rest. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}

function labelAt(form: ReadForm, pointer: Pointer, fallback: string = pointer): string {
  const row = form.rows.find((each) => isAt(each.pointer, pointer));
  return row?.label ?? fallback;
}

/** What the system finds now, and what it found when the form came in and rules have forgotten since. */
function allFindings(form: ReadForm, recorded: readonly Problem[]): readonly Problem[] {
  const known = new Set(form.problems.map(({ pointer, keyword }) => `${pointer} ${keyword}`));
  return [
    ...form.problems,
    ...recorded.filter(({ pointer, keyword }) => !known.has(`${pointer} ${keyword}`)),
  ];
}
