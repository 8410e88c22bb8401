// eslint-disable-next-line no-restricted-imports -- this is what waits longer
import { waitUntil as waitAWhile } from '@open-wc/testing';

/** Long enough for a machine that does much else; whoever waits in vain learns it before the test itself is given up. */
const patience = 20_000;

/** Resolves when the predicate holds; what it waits for in vain is said in the words of `message`. */
export function waitUntil(predicate: () => unknown, message?: string): Promise<void> {
  return waitAWhile(predicate as () => boolean, message, { timeout: patience });
}
