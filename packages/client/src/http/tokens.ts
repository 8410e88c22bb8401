import type { Memo } from '../drafts/memo.js';

/**
 * The capability tokens of this visitor, by case. Whoever has one opens its case: a page keeps them where other sites
 * cannot read, a shared kiosk in memory only.
 */
export interface Tokens {
  get(consultationId: string): Promise<string | undefined>;
  set(consultationId: string, token: string): Promise<void>;
}

/** For as long as the page lives. */
export function createMemoryTokens(): Tokens {
  const tokens = new Map<string, string>();
  return {
    get: async (id) => tokens.get(id),
    set: async (id, token) => void tokens.set(id, token),
  };
}

/** In a memo, e.g. that of `createIndexedDbMemo`: a visitor finds their case again after a reload. */
export function createMemoTokens(memo: Memo): Tokens {
  return {
    get: async (id) => {
      const token = await memo.get(`token/${id}`);
      return typeof token === 'string' ? token : undefined;
    },
    set: (id, token) => memo.set(`token/${id}`, token),
  };
}
