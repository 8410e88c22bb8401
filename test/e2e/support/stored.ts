import { expect, type Page } from '@playwright/test';

/** Resolves when a draft with these words is on the disk: from then on a reload or a crash cannot lose them. */
export async function expectStored(page: Page, words: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(readDrafts), { message: `a draft with "${words}"` })
    .toContain(words);
}

async function readDrafts(): Promise<string> {
  const found: unknown[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error(name));
    });
    for (const store of database.objectStoreNames) {
      if (!store.includes('draft')) continue;
      found.push(
        await new Promise((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error(store));
        }),
      );
    }
    database.close();
  }
  return JSON.stringify(found);
}
