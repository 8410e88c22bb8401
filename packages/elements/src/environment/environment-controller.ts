import { ContextConsumer, ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Backend, Drafts, Memo } from '@lpse-konsultasi/client';
import {
  LpseError,
  localeOf,
  type Actor,
  type Locale,
  type Problem,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import { LpseErrorEvent } from '../events/error.js';
import { environmentContext, publicActor, type Clock, type Environment } from './environment.js';
import { ProfileError, resolveProfile, type Audience } from './resolve-profile.js';
import { SessionError } from './session-error.js';

/** What an element may be given to work with; each part that is missing comes from the provider around it. */
export interface EnvironmentHost extends ReactiveElement {
  /** Id of a shipped profile, URL of a profile document, or a loaded profile. */
  profile?: string | Profile;
  /** Address of a server that keeps the cases. */
  endpoint?: string;
  /** The page where staff sign in at that server. */
  signIn?: string;
  backend?: Backend;
  drafts?: Drafts;
  memo?: Memo;
  session?: Actor;
  locale?: string;
  clock?: Clock;
}

const warned = new Set<string>();

/**
 * Finds an element its environment: its own, made from `profile` or `backend`, or that of the provider around it.
 * With one of its own it provides it to the elements in its shadow root and below.
 */
export class EnvironmentController implements ReactiveController {
  /** What to work with; undefined while it is being made, or after it failed. */
  current: Environment | undefined;
  failure: LpseError | undefined;
  /** What a profile breaks, when that is the failure. */
  problems: readonly Problem[] = [];
  /** Where staff sign in, when it failed because nobody has. */
  signIn: string | undefined;

  readonly #host: EnvironmentHost;
  readonly #audience: Audience;
  readonly #isForEveryone: boolean;
  readonly #consumer: ContextConsumer<typeof environmentContext, EnvironmentHost>;
  #provider: ContextProvider<typeof environmentContext, EnvironmentHost> | undefined;
  #own: Environment | undefined;
  #adapted: { readonly around: Environment; readonly environment: Environment } | undefined;
  #built:
    | { profile: unknown; backend: unknown; endpoint: unknown; locale: Locale; clock: unknown }
    | undefined;
  #endpoint: string | undefined;
  #run = 0;

  constructor(
    host: EnvironmentHost,
    {
      provides = false,
      audience = 'staff',
      isForEveryone = false,
    }: { provides?: boolean; audience?: Audience; isForEveryone?: boolean } = {},
  ) {
    this.#host = host;
    this.#audience = audience;
    this.#isForEveryone = isForEveryone;
    host.addController(this);
    this.#consumer = new ContextConsumer(host, {
      context: environmentContext,
      subscribe: true,
      callback: () => {
        this.#choose();
        host.requestUpdate();
      },
    });
    if (provides) this.#provide();
  }

  /** The language to speak before there is an environment, and after. */
  get locale(): Locale {
    const { locale } = this.#host;
    if (locale !== undefined && locale !== '') return localeOf(locale);
    return this.#consumer.value?.locale ?? 'id';
  }

  /** Makes the environment once more, after it failed. */
  readonly retry = (): void => {
    if (this.failure === undefined) return;
    this.failure = undefined;
    this.#built = undefined;
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    const before = this.current;
    if (this.#isOwn) void this.#build();
    this.#choose();
    // The host has computed its own part of this update already: with another environment it has to do so again.
    if (this.current !== before) queueMicrotask(() => this.#host.requestUpdate());
  }

  hostUpdated(): void {
    if (this.#isOwn || this.current !== undefined || this.failure !== undefined) return;
    if (insideProvider(this.#host)) return;
    this.#fail(new LpseError('LPSE_CONFIG_MISSING', { detail: this.#host.localName }));
  }

  get #isOwn(): boolean {
    const { profile, backend, endpoint } = this.#host;
    return profile !== undefined || backend !== undefined || endpoint !== undefined;
  }

  #choose(): void {
    this.current = this.#isOwn ? this.#own : this.#localised(this.#consumer.value);
    if (this.current !== undefined && !this.#isOwn) this.failure = undefined;
    this.#provider?.setValue(this.current);
  }

  /** The surrounding environment in this element's own language and session, when it has its own. */
  #localised(around: Environment | undefined): Environment | undefined {
    if (around === undefined) return undefined;
    const session = this.#host.session ?? around.session;
    const clock = this.#host.clock ?? around.clock;
    const { locale } = this;
    if (session === around.session && clock === around.clock && locale === around.locale) {
      return around;
    }
    const last = this.#adapted;
    // The same snapshot for the same parts: everything below compares environments by identity.
    if (
      last?.around !== around ||
      last.environment.session !== session ||
      last.environment.clock !== clock ||
      last.environment.locale !== locale
    ) {
      this.#adapted = { around, environment: { ...around, session, clock, locale } };
    }
    return this.#adapted?.environment;
  }

  async #build(): Promise<void> {
    const { profile, backend, endpoint, session, clock } = this.#host;
    const { locale } = this;
    const built = this.#built;
    if (
      built?.profile === profile &&
      built?.backend === backend &&
      built?.endpoint === endpoint &&
      built?.locale === locale &&
      built?.clock === clock
    ) {
      if (this.#own !== undefined && session !== undefined && this.#own.session !== session) {
        this.#publish({ ...this.#own, session });
      }
      return;
    }
    this.#built = { profile, backend, endpoint, locale, clock };
    const run = ++this.#run;
    try {
      const environment = await this.#make(locale);
      if (run === this.#run) this.#publish(environment);
    } catch (error) {
      if (run !== this.#run) return;
      this.problems = error instanceof ProfileError ? error.problems : [];
      this.signIn = error instanceof SessionError ? error.signIn : undefined;
      this.#fail(
        error instanceof LpseError
          ? error
          : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error }),
      );
    }
  }

  async #make(locale: Locale): Promise<Environment> {
    const host = this.#host;
    const clock = host.clock ?? { now: () => new Date() };
    const source =
      host.profile ?? host.backend?.profile ?? (await this.#officeOfServer()) ?? 'base';
    const profile = await resolveProfile(source, locale, this.#audience);
    const session = host.session ?? publicActor;
    if (host.backend !== undefined) {
      const notes = await this.#notesBeside(host.backend);
      return { backend: host.backend, profile, session, locale, clock, ...notes };
    }
    // A change of language keeps the storage that is open; only the words are new.
    const previous = this.#own;
    const isSame = previous?.profile.id === profile.id && this.#endpoint === host.endpoint;
    if (previous !== undefined && isSame) {
      return { ...previous, profile, session: host.session ?? previous.session, locale, clock };
    }
    this.#endpoint = host.endpoint;
    if (host.endpoint !== undefined) {
      const { openServer } = await import('./server.js');
      const served = await openServer(host.endpoint, profile, {
        audience: this.#audience,
        isForEveryone: this.#isForEveryone,
        signIn: host.signIn,
      });
      return { profile, session, locale, clock, ...served, ...(host.session && { session }) };
    }
    const { openEmbedded } = await import('./embedded.js');
    const embedded = await openEmbedded({
      profile,
      actor: () => host.session ?? publicActor,
      now: () => clock.now(),
    });
    return { ...embedded, profile, session, locale, clock };
  }

  async #officeOfServer(): Promise<string | undefined> {
    const { endpoint } = this.#host;
    if (endpoint === undefined) return undefined;
    const { profileOfServer } = await import('./server.js');
    return profileOfServer(endpoint);
  }

  /** Drafts and memo beside a backend that the page gave. They stay the same for as long as the backend does. */
  async #notesBeside(backend: Backend): Promise<Pick<Environment, 'drafts' | 'memo'>> {
    const { drafts, memo } = this.#host;
    if (drafts !== undefined && memo !== undefined) return { drafts, memo };
    const kept = this.#own?.backend === backend ? this.#own : undefined;
    const { createMemoryDrafts, createMemoryMemo } = await import('@lpse-konsultasi/client/memory');
    return {
      drafts: drafts ?? kept?.drafts ?? createMemoryDrafts(),
      memo: memo ?? kept?.memo ?? createMemoryMemo(),
    };
  }

  #publish(environment: Environment): void {
    this.#own = environment;
    this.failure = undefined;
    this.problems = [];
    this.#provide();
    this.#choose();
    this.#host.requestUpdate();
  }

  #provide(): ContextProvider<typeof environmentContext, EnvironmentHost> {
    this.#provider ??= new ContextProvider(this.#host, { context: environmentContext });
    return this.#provider;
  }

  #fail(error: LpseError): void {
    this.failure = error;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new LpseErrorEvent(error.code, error.message));
    if (warned.has(error.code)) return;
    warned.add(error.code);
    console.warn(`[lpse-konsultasi] ${error.code}: ${error.message}`);
  }
}

/**
 * Whether an environment may still be on its way: a provider stands around the element, or the element stands in the
 * shadow root of another one of ours, which makes one for it.
 */
function insideProvider(element: Element): boolean {
  const root = element.getRootNode();
  if (element.closest('lpse-provider') !== null) return true;
  if (!(root instanceof ShadowRoot)) return false;
  return root.host.localName.startsWith('lpse-') || insideProvider(root.host);
}
