// Both run in the page: they may use nothing from outside themselves.

/** All text, attributes and control values of the page, through all shadow roots. */
export function readShown(): string {
  const parts: string[] = [];
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      for (const { value } of element.attributes) parts.push(value);
      if ('value' in element) parts.push(String(element.value));
      if (element.shadowRoot !== null) visit(element.shadowRoot);
    }
    parts.push(root.textContent ?? '');
  };
  visit(document);
  return parts.join('\n');
}

/**
 * What the browser keeps of a visitor beside the record of the office: drafts, notes, storage, history, cookies. The
 * record itself (logs, their rows and keys) is what was handed in, or cancelled with who it was.
 */
export async function readTraces(): Promise<string> {
  const record = ['events', 'summaries', 'commands'];
  const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  parts.push(location.href, window.name, JSON.stringify(history.state));
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error(name));
    });
    for (const store of database.objectStoreNames) {
      if (record.includes(store)) continue;
      const rows = await new Promise((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error(store));
      });
      parts.push(JSON.stringify(rows));
    }
    database.close();
  }
  for (const name of await caches.keys()) parts.push(name);
  return parts.join('\n');
}
