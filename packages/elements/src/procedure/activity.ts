import type { Step } from '@lpse-konsultasi/form-schema';

/**
 * What a step is about, as a page shows it. The document's row is kept word by word, and its step 10 has a typing
 * error that nobody should have to read on a screen.
 */
export function activityOf({ uraianKegiatan }: Step): string {
  return uraianKegiatan.replace('Mengeskalsikan', 'Mengeskalasikan');
}
