import { html, nothing, type TemplateResult } from 'lit';
import type { SectionView } from '@lpse-konsultasi/form-schema';
import type { FormElementTexts } from '../locales/form.js';
import type { FormSteps } from './steps.js';

/** Where the person is: "Langkah 2 dari 6 · Perwakilan". Takes the focus when a step begins. */
export function renderProgress(
  steps: FormSteps,
  texts: FormElementTexts,
): TemplateResult | typeof nothing {
  if (!steps.isOn) return nothing;
  const title = steps.section?.title ?? texts.check;
  const words = texts.stepOf(steps.index + 1, steps.count, title);
  return html`<div class="progress">
    <p id="progress" tabindex="-1">${words}</p>
    <progress aria-label=${words} max=${steps.count} value=${steps.index + 1}></progress>
    ${steps.isChecking ? html`<p class="lead">${texts.checkHint}</p>` : nothing}
  </div>`;
}

/** Back to the step before; nothing is lost on the way. */
export function renderBack(
  steps: FormSteps,
  texts: FormElementTexts,
): TemplateResult | typeof nothing {
  if (!steps.isOn || steps.index === 0) return nothing;
  return html`<button type="button" class="button" data-step=${steps.index - 1}>
    ${texts.back}
  </button>`;
}

/** Beside a section of answers that are being checked. */
export function renderChange(
  steps: FormSteps,
  { title }: SectionView,
  index: number,
  texts: FormElementTexts,
): TemplateResult | typeof nothing {
  if (!steps.isChecking) return nothing;
  return html`<button
    type="button"
    class="button button-small"
    data-step=${index}
    aria-label=${texts.changeSection(title)}
  >
    ${texts.change}
  </button>`;
}
