export * from './form-harness.js';
export * from './open-form.js';
