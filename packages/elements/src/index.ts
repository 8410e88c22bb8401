// Classes and events without side effects: nothing is registered until a module of `./define/` is imported.
export { LpseConsultation } from './consultation/consultation.js';
export { LpseGuestBook } from './guest-book/guest-book.js';
export { LpseIntake } from './intake/intake.js';
export { LpseConfirmation } from './confirmation/confirmation.js';
export { LpseStatus } from './status/status.js';
export { LpseProvider } from './provider/provider.js';
export { LpseSheet } from './sheet/sheet.js';
export type { SheetCopy } from './sheet/sheet-content.js';

export { LpseForm } from './form/form.js';
// For widgets of a page's own.
export { entry } from './form/entry.js';
export { defineWidget } from './form/registry.js';
export type { FieldView, FormContext, LocalProblem, Uploader, Widget } from './form/widget.js';

export { LpseDesk } from './desk/desk.js';
export { LpseQueue } from './queue/queue.js';
export { LpseReview } from './review/review.js';
export { LpseCall } from './call/call.js';
export { LpseAnalysis } from './analysis/analysis.js';
export { LpseSolution } from './solution/solution.js';
export { LpseKnowledge } from './knowledge/knowledge.js';
export { LpseEscalation } from './escalation/escalation.js';
export { defineEscalationChannel } from './escalation/channels/registry.js';
export type {
  EscalationChannel,
  EscalationParcel,
  EscalationStep,
  Words,
} from './escalation/channels/channel.js';
export { LpseArchive } from './archive/archive.js';
export { LpseReception } from './reception/reception.js';
export { LpseKiosk } from './kiosk/kiosk.js';
export { LpseCallBoard } from './call-board/call-board.js';
export type { Speaker } from './call-board/speaker.js';
export { LpseProcedure } from './procedure/procedure.js';
export { LpseReport } from './report/report.js';
export { LpseSurvey } from './survey/survey.js';
export { LpseTimeline } from './timeline/timeline.js';

export {
  environmentContext,
  publicActor,
  type Clock,
  type Environment,
} from './environment/environment.js';
export { CommandPanel, type Stage } from './panel/command-panel.js';
export { LpseElement } from './panel/lpse-element.js';

export { LpseCaseEvent } from './events/case.js';
export { LpseChangeEvent } from './events/change.js';
export { LpseErrorEvent } from './events/error.js';
export { LpseInsertEvent } from './events/insert.js';
export { LpseStepEvent } from './events/step.js';
export { LpseSelectEvent } from './events/select.js';
export { LpseSubmitEvent, LpseSubmittedEvent } from './events/submit.js';
