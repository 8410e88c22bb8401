export * from './backend.js';
export * from './drafts/drafts.js';
