/**
 * What `<script type="module" src="…/lpse-konsultasi-desk.js">` brings to the officers' page: the desk with its panels,
 * and two functions for a demo, which fill this browser's desk with sample cases and erase it again.
 */
import '../define/provider.js';
import '../define/desk.js';

export { version } from '../define/define.js';
export { LpseCaseEvent } from '../events/case.js';
export { LpseChangeEvent } from '../events/change.js';
export { LpseErrorEvent } from '../events/error.js';
export { LpseSelectEvent } from '../events/select.js';
export { LpseSubmitEvent, LpseSubmittedEvent } from '../events/submit.js';
export * from './widgets.js';

/**
 * Fills this browser's desk with the sample cases, all marked as such, and answers how many there are. Cases that are
 * there already stay. An open desk shows them at once.
 *
 * @throws {LpseError} When the profile or the browser's storage is not available.
 */
export async function fillWithSampleCases(profileId: string): Promise<number> {
  const [{ resolveProfile }, { createIndexedDbBackend }, { fillWithSamples }] = await Promise.all([
    import('../environment/resolve-profile.js'),
    import('@lpse-konsultasi/client/indexeddb'),
    import('@lpse-konsultasi/client/samples'),
  ]);
  const profile = await resolveProfile(profileId, 'id', 'staff');
  const actor = { id: 'sample', role: 'viewer', name: '' } as const;
  const backend = await createIndexedDbBackend({ profile, actor: () => actor });
  try {
    return await fillWithSamples(backend);
  } finally {
    await backend.close();
  }
}

/**
 * Deletes everything that this browser keeps: cases, drafts, attachments, also what a visitor has typed. Elements that
 * are open lose their storage; reload the page afterwards.
 *
 * @throws {LpseError} `LPSE_STORAGE_BLOCKED` while another tab holds the data.
 */
export async function eraseBrowserDesk(): Promise<void> {
  const { eraseIndexedDb } = await import('@lpse-konsultasi/client/indexeddb');
  await eraseIndexedDb();
}

/** Defines `<lpse-reception>`. Only for a page that adds the tag later: one that has it from the start gets it by itself. */
export async function defineReception(): Promise<void> {
  await import('../define/reception.js');
}

/** Defines `<lpse-report>` and `<lpse-procedure>`, in the same way. */
export async function defineAccountability(): Promise<void> {
  await Promise.all([import('../define/report.js'), import('../define/procedure.js')]);
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', defineInUse, { once: true });
} else {
  defineInUse();
}

function defineInUse(): void {
  if (document.querySelector('lpse-reception') !== null) void defineReception();
  if (document.querySelector('lpse-report, lpse-procedure') !== null) void defineAccountability();
}
