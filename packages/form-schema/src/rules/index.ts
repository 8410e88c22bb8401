export * from './compile-rules.js';
