export { problemType, statusOfRefusal, wireProblems, wireVersion, type WireCode } from './codes.js';
export * from './headers.js';
export { tokenHash, isToken, newToken } from './tokens.js';
