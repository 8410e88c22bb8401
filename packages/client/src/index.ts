export * from './backend.js';
export * from './deferred/deferred-backend.js';
export * from './drafts/drafts.js';
export * from './drafts/memo.js';
export * from './embedded/index.js';
export * from './zip/zip-files.js';
