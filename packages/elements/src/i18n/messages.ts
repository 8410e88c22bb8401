import { knowMessages } from '@lpse-konsultasi/form-schema';

/**
 * The English words of an area in which problems of forms are told, which are then worded in English, too: both come
 * at once.
 */
export async function withMessages<T>(words: Promise<{ readonly en: T }>): Promise<T> {
  const [{ en }, { messagesEn }] = await Promise.all([
    words,
    import('@lpse-konsultasi/form-schema/messages/en'),
  ]);
  knowMessages('en', messagesEn);
  return en;
}
