import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import {
  answerDigest,
  isJsonObject,
  type Actor,
  type AnswerContent,
  type Consultation,
  type JsonObject,
} from '@lpse-konsultasi/form-schema';
import { memoLast } from '../desk/memo-last.js';
import { StaffPanel } from '../desk/staff-panel.js';
import type { Environment } from '../environment/environment.js';
import type { Stage } from '../panel/command-panel.js';

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
  static override styles: CSSResultGroup = StaffPanel.styles;

  // The initials themselves are not prefilled: to put them there is the officer's own act.
  readonly #value = memoLast(({ name, position }: Actor) => ({
    paraf: {
      ...(name !== '' && { namaPetugas: name }),
      ...(position !== undefined && { jabatan: position }),
      cara: 'diketik',
    },
  }));

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

  protected override renderBefore({
    state,
    analisis,
    answers,
    replies,
    reopenings,
  }: Consultation): unknown {
    const texts = this.texts.current.solution;
    const reopening = reopenings.find(({ untukJawaban }) => untukJawaban === answers.length);
    const reply = replies.find(({ untukJawaban }) => untukJawaban === answers.length);
    if (state === 'follow-up' && reopening !== undefined) {
      return renderNote(texts.notSolved, [reopening.alasan]);
    }
    if (state === 'follow-up' && reply !== undefined) {
      return renderNote(texts.reply, [reply.balasan['dari'], reply.balasan['jawaban']]);
    }
    if (state !== 'answering' || analisis === undefined) return nothing;
    return renderNote(texts.analysis, [analisis['informasiTambahan'], analisis['dugaanPenyebab']]);
  }
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
