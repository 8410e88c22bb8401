import { html, nothing, type TemplateResult } from 'lit';
import type { Consultation, Profile, StepNumber } from '@lpse-konsultasi/form-schema';
import type { PublicTexts } from '../locales/public.js';

/**
 * The steps of the SOP that lie before a case, the present one first. Step 5 is shown only while it runs; steps 9 and
 * 10 are alternatives, and which of them it will be is known after step 8.
 */
export function stepsAhead({ step, state, eskalasi }: Consultation): readonly StepNumber[] {
  if (state === 'archived' || state === 'cancelled') return [];
  const straight: readonly StepNumber[] = [3, 4, 6, 7, 8, 9, 11];
  if (step === 5) return [5, 3, ...straight.slice(1)];
  if (step === 10 || (step === 11 && eskalasi !== undefined)) return step === 10 ? [10, 11] : [11];
  return straight.filter((each) => each >= step);
}

/** "What happens next": the remaining steps with their time limits. */
export function renderSteps(
  consultation: Consultation,
  profile: Profile,
  texts: PublicTexts,
): TemplateResult | typeof nothing {
  const ahead = stepsAhead(consultation);
  if (ahead.length === 0) return nothing;
  const decided = consultation.analisis !== undefined;
  return html`
    <section aria-labelledby="next">
      <h3 id="next">${texts.next}</h3>
      <ol class="steps">
        ${ahead.map((no, index) => {
          const minutes = profile.procedure.steps.find((step) => step.no === no)?.minutes ?? null;
          const isNow = index === 0;
          const words = no === 9 && decided ? texts.answerStep : texts.steps[no];
          return html`<li
            class=${isNow ? 'step now' : 'step'}
            aria-current=${isNow ? 'step' : nothing}
          >
            <span class="step-words">${words}</span>
            <span class="step-note">
              ${texts.stepNumber(no)}${minutes === null ? nothing : html` · ${texts.atMost(minutes)}`}
              ${isNow ? html` · <strong>${texts.now}</strong>` : nothing}
            </span>
          </li>`;
        })}
      </ol>
    </section>
  `;
}
