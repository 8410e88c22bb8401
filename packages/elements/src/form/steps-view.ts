import { html, nothing, type TemplateResult } from 'lit';
import type { SectionView } from '@lpse-konsultasi/form-schema';
import type { FormElementTexts } from '../locales/form.js';
import type { FormSession } from './session.js';
import type { FormSteps } from './steps.js';

/** What a section is called where it needs a name: a step of which nobody has said one has its number. */
export function titleOf({ title }: SectionView, index: number, texts: FormElementTexts): string {
  return title === '' ? texts.part(index + 1) : title;
}

/** Where the person is: "Langkah 2 dari 6 · Perwakilan". Takes the focus when a step begins. */
export function renderProgress(
  steps: FormSteps,
  texts: FormElementTexts,
): TemplateResult | typeof nothing {
  if (!steps.isOn) return nothing;
  const { section } = steps;
  const title =
    section === undefined || steps.isChecking ? texts.check : titleOf(section, steps.index, texts);
  const words = texts.stepOf(steps.index + 1, steps.count, title);
  return html`<div class="progress">
    <p id="progress" tabindex="-1">${words}</p>
    <progress aria-label=${words} max=${steps.count} value=${steps.index + 1}></progress>
    ${steps.isChecking ? html`<p class="lead">${texts.checkHint}</p>` : nothing}
  </div>`;
}

/** The index beside the form; its place is kept free until its code is here. */
export function renderIndex(
  steps: FormSteps,
  session: FormSession,
  texts: FormElementTexts,
): TemplateResult | typeof nothing {
  if (!steps.hasIndex) return nothing;
  const module = steps.indexModule;
  return html`<div class="beside">
    ${module === undefined ? nothing : module.sectionIndex(session, steps, texts)}
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
  section: SectionView,
  index: number,
  texts: FormElementTexts,
): TemplateResult | typeof nothing {
  if (!steps.isChecking) return nothing;
  return html`<button
    type="button"
    class="button button-small"
    data-step=${index}
    aria-label=${texts.changeSection(titleOf(section, index, texts))}
  >
    ${texts.change}
  </button>`;
}
