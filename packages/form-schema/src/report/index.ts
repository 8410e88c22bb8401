export * from './report.js';
export * from './report-builder.js';
export { bucketOf, bucketsBetween, dayAt, midnight } from './buckets.js';
export * from './help-desk-log.js';
