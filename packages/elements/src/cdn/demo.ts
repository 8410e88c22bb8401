import { LpseError, isShipped, loadShipped } from '@lpse-konsultasi/form-schema';

/**
 * Fills this browser's desk with invented cases in all states, each marked as a sample, and answers how many there are.
 * For demonstrations and training; cases that are there already stay as they are.
 */
export async function fillWithSampleCases(profileId = 'base'): Promise<number> {
  if (!isShipped(profileId)) throw new LpseError('LPSE_PROFILE_NOT_FOUND', { detail: profileId });
  const [profile, { createIndexedDbBackend }, { fillWithSamples }] = await Promise.all([
    loadShipped(profileId, 'id'),
    import('@lpse-konsultasi/client/indexeddb'),
    import('@lpse-konsultasi/client/samples'),
  ]);
  const actor = { id: 'contoh', role: 'viewer', name: '' } as const;
  const backend = await createIndexedDbBackend({ profile, actor: () => actor });
  try {
    return await fillWithSamples(backend);
  } finally {
    await backend.close();
  }
}

/** Removes every case, draft and attachment from this browser. */
export async function eraseBrowserDesk(): Promise<void> {
  const { eraseIndexedDb } = await import('@lpse-konsultasi/client/indexeddb');
  await eraseIndexedDb();
}
