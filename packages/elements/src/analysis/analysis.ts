import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import type { Consultation } from '@lpse-konsultasi/form-schema';
import { StaffPanel } from '../desk/staff-panel.js';
import type { Stage } from '../panel/command-panel.js';

/**
 * Step 8: what the officer learnt from the user, how the matter is classified, and whether there is a solution here.
 * The answer decides between step 9 and step 10.
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
  static override styles: CSSResultGroup = StaffPanel.styles;

  protected override heading(): string {
    return this.texts.current.analysis.heading;
  }

  protected override stageOf({ state }: Consultation): Stage | undefined {
    return state === 'analysing' ? { command: 'analyse' } : undefined;
  }

  protected override renderIdle(): TemplateResult {
    return html`<p>${this.texts.current.analysis.notTurn}</p>`;
  }
}
