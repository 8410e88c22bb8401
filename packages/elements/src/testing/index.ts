export * from './form-harness.js';
