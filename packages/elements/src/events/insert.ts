import type { KnowledgeEntry } from '@lpse-konsultasi/form-schema';

/** An officer chose an answer that may serve again. Whoever shows the text that is being written puts it in. */
export class LpseInsertEvent extends Event {
  readonly entry: KnowledgeEntry;

  constructor(entry: KnowledgeEntry) {
    super('lpse-insert', { bubbles: true, composed: true });
    this.entry = entry;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lpse-insert': LpseInsertEvent;
  }
}
