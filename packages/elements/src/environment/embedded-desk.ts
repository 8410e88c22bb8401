/** The rules, numbers and logs of the embedded desk: a module of its own, for after the first paint. */
export { createIndexedDbBackend } from '@lpse-konsultasi/client/indexeddb';
