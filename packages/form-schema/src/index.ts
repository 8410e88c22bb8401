export * from './attachments/sniff.js';
export * from './errors.js';
export * from './identifiers/masks.js';
export * from './json.js';
export * from './locale.js';
export * from './pointer.js';
export * from './problem.js';
export * from './forms/form.js';
export * from './model/form-model.js';
export * from './rules/form-rules.js';
export * from './rules/language.js';
export * from './procedure/procedure.js';
export type {
  FormOverlay,
  ProcedureOverlay,
  ProfileDocument,
  StepOverlay,
} from './profile/document.js';
export * from './profile/load-profile.js';
export * from './profile/profile.js';
export * from './profile/shipped.js';
export * from './clocks/clock.js';
export * from './workflow/actor.js';
export * from './workflow/commands.js';
export * from './workflow/consultation.js';
export * from './workflow/context.js';
export * from './workflow/events.js';
export * from './workflow/refusal.js';
export * from './workflow/states.js';
export * from './messages/word.js';
export * from './schema/refs.js';
export { compile } from './validation/compile.js';
export * from './validation/form-validator.js';
export { formats, isRegex, type FormatCheck } from './validation/formats.js';
export * from './validation/generated.js';
export * from './validation/not-future.js';
export * from './hash/canonical-json.js';
export * from './hash/sha256.js';
export * from './clocks/clocks.js';
export { hoursAheadOfUtc, weekdays } from './clocks/time-zones.js';
export * from './dates/date-text.js';
export * from './retention/retention.js';
export { afterService, serviceMinutes } from './clocks/service-time.js';
export type { Instant } from './clocks/service-time.js';
export { allowedCommands } from './workflow/admission.js';
export * from './workflow/decide.js';
export * from './workflow/digest.js';
export * from './workflow/evolve.js';
export { verifyLog } from './workflow/log.js';
export { reopenUntil } from './workflow/reopen-until.js';
export type { LogFault, LogVerdict } from './workflow/log.js';
export * from './workflow/transitions.js';
export * from './workflow/describe.js';
export * from './workflow/names.js';
export * from './model/create-form-model.js';
export * from './schema/applicable.js';
export * from './schema/notices.js';
export { mayHaveNotices } from './schema/odd.js';
