export * from './compile-rules.js';
export * from './applicable-pointers.js';
