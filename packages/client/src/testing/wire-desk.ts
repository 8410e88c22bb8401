import type { Actor, Profile } from '@lpse-konsultasi/form-schema';
import type { Backend, Change } from '../backend.js';
import { createMemoryBackend } from '../memory/index.js';
import { samplePeople } from '../samples/people.js';
import { isToken, tokenHash } from '../wire/index.js';
import { TamperedStore } from './tampered-store.js';
import { No } from './wire-answers.js';

export const user: Actor = samplePeople.user;
const staff = Object.values(samplePeople).filter(({ role }) => role !== 'user');

export interface Caller {
  readonly actor: Actor;
  /** The case of a token; undefined for staff, and for a token that is bound to none yet. */
  readonly caseId?: string | undefined;
  readonly hash?: string;
}

/** What the server of the tests has behind it: one desk in memory, its people and the tokens of the public. */
export class WireDesk {
  readonly profile: Profile;
  readonly staffTokens = new Map(staff.map(({ id }) => [id, `staff-${id}-0123456789abcdef`]));
  /** Everything that has happened; a position is how much of it one has heard. */
  readonly changes: Change[] = [];
  readonly #now: () => Date;
  readonly #store = new TamperedStore();
  readonly #actors = new Map(staff.map((actor) => [this.staffTokens.get(actor.id) ?? '', actor]));
  readonly #backends = new Map<string, Backend>();
  readonly #tokens = new Map<string, string>();
  readonly #owners = new Map<string, Set<string>>();
  readonly #listeners = new Set<() => void>();

  constructor(profile: Profile, now: () => Date) {
    this.profile = profile;
    this.#now = now;
    this.#store.subscribe((change) => {
      this.changes.push(change);
      for (const listener of this.#listeners) listener();
    });
  }

  get position(): string {
    return String(this.changes.length);
  }

  backendOf(actor: Actor): Backend {
    const known = this.#backends.get(actor.id);
    if (known !== undefined) return known;
    const { profile } = this;
    const backend = createMemoryBackend({
      ...{ profile, store: this.#store, now: this.#now, actor: () => actor },
    });
    this.#backends.set(actor.id, backend);
    return backend;
  }

  callerOf(request: Request): Caller {
    const [, token] = /^Bearer (.+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
    if (token === undefined) throw new No('LPSE_SESSION_REQUIRED');
    const actor = this.#actors.get(token);
    if (actor !== undefined) return { actor };
    if (!isToken(token)) throw new No('LPSE_TOKEN_MALFORMED');
    const hash = tokenHash(token);
    return { actor: user, hash, caseId: this.#tokens.get(hash) };
  }

  /** The backend of whoever sends a request, if they belong to the staff. */
  staffBackend(request: Request): Backend {
    const { actor } = this.callerOf(request);
    if (actor === user) throw new No('LPSE_ACCESS_DENIED');
    return this.backendOf(actor);
  }

  /** Ties a token to the case that was registered with it. */
  bind(hash: string, id: string): void {
    this.#tokens.set(hash, id);
  }

  /** Whose case a file came with. */
  own(sha256: string, caseId: string): void {
    this.#owners.set(sha256, (this.#owners.get(sha256) ?? new Set()).add(caseId));
  }

  owns(sha256: string, caseId: string | undefined): boolean {
    return this.#owners.get(sha256)?.has(caseId ?? '') === true;
  }

  damage(id: string): void {
    this.#store.damage(id);
  }

  /** Calls `listener` behind each change. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
