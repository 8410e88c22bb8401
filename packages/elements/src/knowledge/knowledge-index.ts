import MiniSearch, { type SearchResult } from 'minisearch';
import { wordsOfText, type KnowledgeEntry } from '@lpse-konsultasi/form-schema';

/** An entry that may fit what is being written. */
export interface Suggestion {
  readonly entry: KnowledgeEntry;
  /** 0 to 1: how much of what was asked, weighed by how rare each word is, the entry speaks of. */
  readonly similarity: number;
  /** How many answers were made from it. */
  readonly uses: number;
}

export interface SuggestionQuery {
  readonly text: string;
  /** The case's category: an entry of the same one fits better. */
  readonly kategori?: string;
  /** At most so many; default 6. */
  readonly limit?: number;
  /** Left out, e.g. the case itself. */
  readonly without?: string;
}

/** How much the same category counts beside the words. */
const CATEGORY_SHARE = 0.15;
/** Below this, an entry shares a word by chance. */
const LEAST = 0.2;

/**
 * The answers of an office, searchable. Built piece by piece as its cases come in, and never rebuilt: an entry that
 * changed replaces itself.
 */
export class KnowledgeIndex {
  readonly #search = new MiniSearch<KnowledgeEntry>({
    idField: 'id',
    fields: ['judul', 'uraian', 'jawaban'],
    // Tokens are stems already: a word is looked at once, and a prefix may have hidden its first letter.
    tokenize: wordsOfText,
    processTerm: (term) => term,
    searchOptions: { boost: { judul: 3, uraian: 1.5 }, combineWith: 'OR' },
    autoVacuum: true,
  });
  readonly #entries = new Map<string, KnowledgeEntry>();
  /** In how many entries a stem stands. */
  readonly #spread = new Map<string, number>();
  readonly #uses = new Map<string, number>();

  get size(): number {
    return this.#entries.size;
  }

  entry(id: string): KnowledgeEntry | undefined {
    return this.#entries.get(id);
  }

  /** Adds an entry, or puts it in the place of the one with its id. */
  put(entry: KnowledgeEntry): void {
    this.remove(entry.id);
    this.#entries.set(entry.id, entry);
    this.#search.add(entry);
    this.#count(entry, 1);
  }

  /** A case whose answer did not help teaches nothing any more. */
  remove(id: string): void {
    const known = this.#entries.get(id);
    if (known === undefined) return;
    this.#entries.delete(id);
    this.#search.discard(id);
    this.#count(known, -1);
  }

  #count(entry: KnowledgeEntry, step: 1 | -1): void {
    const add = (counts: Map<string, number>, key: string): void => {
      counts.set(key, (counts.get(key) ?? 0) + step);
    };
    for (const word of wordsIn(entry)) add(this.#spread, word);
    for (const id of entry.sumber) add(this.#uses, id);
  }

  /** The entries that fit best, the best first; none for a text that says nothing. */
  suggest({ text, kategori, limit = 6, without }: SuggestionQuery): readonly Suggestion[] {
    // Only what is rare enough to be looked for: a long text would ask for half of the index.
    const words = this.#telling(text);
    if (words.length === 0) return [];
    const whole = words.reduce((sum, word) => sum + this.#weight(word), 0);
    return this.#search
      .search(words.join(' '), {
        tokenize: (query) => query.split(' '),
        filter: ({ id }) => id !== without,
      })
      .slice(0, 10 * limit)
      .flatMap((result) => this.#suggestion(result, whole, kategori))
      .filter(({ similarity }) => similarity >= LEAST)
      .sort((a, b) => rank(b) - rank(a))
      .slice(0, limit);
  }

  /** The words of the question that some entry has, the rarest dozen: what stands everywhere tells nothing apart. */
  #telling(text: string): string[] {
    return [...new Set(wordsOfText(text))]
      .filter((word) => (this.#spread.get(word) ?? 0) > 0)
      .sort((a, b) => this.#weight(b) - this.#weight(a))
      .slice(0, 12);
  }

  #weight(word: string): number {
    return Math.log(1 + this.#entries.size / (1 + (this.#spread.get(word) ?? 0)));
  }

  #suggestion(result: SearchResult, whole: number, kategori: string | undefined): Suggestion[] {
    const entry = this.#entries.get(String(result.id));
    if (entry === undefined) return [];
    const found = result.terms.reduce((sum, word) => sum + this.#weight(word), 0);
    const words = whole === 0 ? 0 : Math.min(1, found / whole);
    const fits = kategori !== undefined && entry.kategori.includes(kategori) ? CATEGORY_SHARE : 0;
    const similarity = words * (1 - CATEGORY_SHARE) + fits;
    return [{ entry, similarity, uses: this.#uses.get(entry.id) ?? 0 }];
  }
}

/** What was confirmed, or has served before, comes first among those that fit alike. */
function rank({ similarity, uses, entry }: Suggestion): number {
  return similarity + Math.min(0.1, 0.02 * uses) + (entry.confirmed ? 0.03 : 0);
}

function wordsIn({ judul, uraian, jawaban }: KnowledgeEntry): ReadonlySet<string> {
  return new Set(wordsOfText(`${judul}\n${uraian}\n${jawaban}`));
}
