import { isEmailOf, isHostnameOf } from './addresses.js';

const IDN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}·-]*[\p{L}\p{M}\p{N}])?$/u;

export function isIdnHostname(text: string): boolean {
  return isHostnameOf(IDN_LABEL, text.replaceAll(/[。．｡]/g, '.'));
}

export function isIdnEmail(text: string): boolean {
  return isEmailOf((name) => /^[^\s@"]+$/u.test(name), isIdnHostname, text);
}
