/**
 * What `<script type="module" src="…/lpse-konsultasi.js">` brings to a public page: the consultation with its guest
 * book and form, the form engine on its own, the provider. Nothing of the desk. The sheet, the status page, English, the browser's
 * storage and other heavy parts are chunks that load when they are needed.
 */
import type { LitElement } from 'lit';
import type { PredrawOptions, Predrawn } from '../predrawn/predraw.js';
import { loadQuietly } from '../define/load-quietly.js';
import '../define/provider.js';
import '../define/form.js';
import '../define/consultation.js';

export type { PredrawOptions, Predrawn } from '../predrawn/predraw.js';
export { version } from '../define/define.js';
export { LpseChangeEvent } from '../events/change.js';
export { LpseCaseEvent } from '../events/case.js';
export { LpseErrorEvent } from '../events/error.js';
export { LpseSubmitEvent, LpseSubmittedEvent } from '../events/submit.js';
export * from './widgets.js';

/** Draws an element as HTML that a page can carry in itself (docs/reference/predrawn.md). For whoever makes the page. */
export async function predraw(element: LitElement, options: PredrawOptions): Promise<Predrawn> {
  return (await import('../predrawn/predraw.js')).predraw(element, options);
}

/** Defines `<lpse-sheet>`. Only for a page that adds the tag later: one that has it from the start gets it by itself. */
export async function defineSheet(): Promise<void> {
  await import('../define/sheet.js');
}

/** Defines `<lpse-status>`, in the same way: most public pages have the form alone. */
export async function defineStatus(): Promise<void> {
  await import('../define/status.js');
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', defineInUse, { once: true });
} else {
  defineInUse();
}

function defineInUse(): void {
  if (document.querySelector('lpse-sheet') !== null) void defineSheet();
  if (document.querySelector('lpse-status') !== null) void defineStatus();
  if (document.querySelector('lpse-survey') !== null) loadQuietly(import('../define/survey.js'));
  if (document.querySelector('lpse-procedure') !== null)
    loadQuietly(import('../define/procedure.js'));
}
