export * from './advice.js';
export type { Doubt } from '../identifiers/doubts.js';
export { doubtAbout } from '../identifiers/doubts.js';
export type { Secret } from '../secrets/find-secrets.js';
export { findSecrets, redact, redaction } from '../secrets/find-secrets.js';
