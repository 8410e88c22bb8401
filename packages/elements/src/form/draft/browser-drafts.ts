/** Drafts in the browser's own database: a module of its own, for forms that keep theirs there. */
export { createIndexedDbDrafts } from '@lpse-konsultasi/client/indexeddb';
