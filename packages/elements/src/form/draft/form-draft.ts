import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Drafts } from '@lpse-konsultasi/client';
import type { Json, JsonObject, Locale } from '@lpse-konsultasi/form-schema';
import { DraftController } from '../../controllers/draft-controller.js';
import { formatDate, formatTime } from '../../i18n/format.js';
import { TextsController } from '../../i18n/texts.js';
import { draftTexts } from '../../locales/draft.js';
import type { FormPage } from '../form-page.js';
import { sameJson } from '../same-json.js';
import { draftStyles } from './draft.styles.js';
import { withoutFiles } from './kept-value.js';

export interface DraftedForm extends ReactiveControllerHost, HTMLElement {
  readonly draft?: string;
  readonly drafts?: Drafts;
  readonly form: HTMLFormElement | null;
  readonly files: ReadonlyMap<string, File>;
  readonly dirty: boolean;
}

export interface DraftSource {
  /** Everything that may be kept. */
  entered(): Json;
  resume(entered: Json): void;
  restart(): void;
  readonly page: FormPage;
  locale(): Locale;
}

/** What came back, and what became of it: it was put back, is offered, or was put away. */
interface Recovery {
  readonly state: 'restored' | 'offered' | 'emptied';
  readonly savedAt: string;
  readonly value: Json;
  readonly lost: readonly string[];
}

/** Keeps what is typed in a form as a draft, brings it back, and says both. */
export class FormDraft implements ReactiveController {
  readonly #host: DraftedForm;
  readonly #source: DraftSource;
  readonly #controller: DraftController;
  readonly #texts: TextsController<typeof draftTexts.id>;
  readonly #drafts: Drafts;
  #recovery: Recovery | undefined;
  #look: Look | undefined;
  #page: Node | undefined;

  constructor(host: DraftedForm, source: DraftSource) {
    this.#host = host;
    this.#source = source;
    this.#drafts = host.drafts ?? browserDrafts();
    this.#texts = new TextsController(host, draftTexts, () => source.locale());
    this.#controller = new DraftController(host, () => ({
      drafts: host.drafts ?? this.#drafts,
      key: this.#key,
    }));
    source.page.wear(draftStyles);
    host.addEventListener('lpse-change', this.#handleChange);
    host.addEventListener('lpse-submitted', this.#handleSubmitted);
    host.addController(this);
  }

  /** Resolves when the draft of the present name was looked for. */
  get looked(): Promise<void> | undefined {
    return this.#look?.finished;
  }

  /** Whether the draft that was found stands in the form. */
  get isBack(): boolean {
    return this.#recovery?.state === 'restored';
  }

  hostConnected(): void {
    // A surrounding form is handed in where its own page can see it, and no further.
    this.#page = this.#host.getRootNode();
    this.#page.addEventListener('submit', this.#handleSubmit);
  }

  hostDisconnected(): void {
    this.#page?.removeEventListener('submit', this.#handleSubmit);
  }

  hostUpdate(): void {
    const key = this.#key;
    if (key !== this.#look?.key) {
      this.#look?.finish();
      this.#recovery = undefined;
      this.#look = key === undefined ? undefined : new Look(key);
    }
    if (this.#controller.ready && this.#look?.isFinished === false) this.#take(this.#look);
  }

  /** Stores what was typed last, then forgets all of it. */
  async discard(): Promise<void> {
    this.#recovery = undefined;
    if (this.#key !== undefined) await this.#controller.discard(this.#key);
    this.#host.requestUpdate();
  }

  /** That something came back: how old it is, what is missing, and the way to begin anew. */
  notice(): unknown {
    const recovery = this.#recovery;
    if (recovery === undefined) return nothing;
    const texts = this.#texts.current;
    const button = { restored: texts.startOver, offered: texts.takeUp, emptied: texts.undo };
    return html`<div class="draft-notice alert" part="draft">
      ${this.#words(recovery).map((words) => html`<p>${words}</p>`)}
      <p>
        <button type="button" class="button button-small" @click=${this.#handleTurn}>
          ${button[recovery.state]}
        </button>
      </p>
    </div>`;
  }

  /** One quiet line, which keeps its place while it is empty; aloud only when nothing can be kept. */
  status(): unknown {
    const { failed, savedAt } = this.#controller;
    const texts = this.#texts.current;
    if (failed) return html`<p class="alert alert-warn" role="status">${texts.saveFailed}</p>`;
    const words =
      savedAt === undefined ? nothing : texts.saved(formatTime(savedAt, this.#source.locale()));
    return html`<p class="draft-status hint">${words}</p>`;
  }

  get #key(): string | undefined {
    const { draft } = this.#host;
    return draft === undefined ? undefined : `form/${draft}`;
  }

  /** Puts back what was found; who has begun to type meanwhile is asked. */
  #take(look: Look): void {
    look.finish();
    const { found } = this.#controller;
    const entered = found?.value['entered'];
    if (found === undefined || entered === undefined) return;
    const lost = found.value['lost'];
    const recovery = {
      savedAt: found.savedAt,
      value: entered,
      lost: Array.isArray(lost) ? lost.map(String) : [],
    };
    // The browser may have put the same back already, on a way back to this page.
    const isOther = this.#host.dirty && !sameJson(entered, this.#source.entered());
    if (isOther) this.#recovery = { ...recovery, state: 'offered' };
    else this.#restore(recovery);
  }

  #restore(recovery: Omit<Recovery, 'state'>): void {
    this.#recovery = { ...recovery, state: 'restored' };
    this.#source.resume(recovery.value);
    this.#say();
  }

  #say(): void {
    const recovery = this.#recovery;
    if (recovery === undefined) return;
    void this.#host.updateComplete.then(() =>
      this.#source.page.announce(this.#words(recovery).join(' ')),
    );
  }

  #words({ state, savedAt, lost }: Recovery): string[] {
    const texts = this.#texts.current;
    if (state === 'emptied') return [texts.startedOver];
    const locale = this.#source.locale();
    const [day, today] = [savedAt, new Date().toISOString()].map((at) => formatDate(at, locale));
    const time = formatTime(savedAt, locale);
    const when = day === today ? texts.at(time) : texts.on(day ?? '', time);
    const words = state === 'restored' ? texts.restored(when) : texts.offered(when);
    return lost.length === 0 ? [words] : [words, texts.filesLost(lost.join(', '))];
  }

  #keep(): void {
    // Read when it is stored and not at each keystroke: what is typed meanwhile is in it already.
    this.#controller.keep(() => {
      const { value, lost } = withoutFiles(this.#source.entered(), this.#host.files);
      return { entered: value, ...(lost.length > 0 && { lost }) } satisfies JsonObject;
    });
  }

  readonly #handleChange = (event: Event): void => {
    if (event.target === this.#host) this.#keep();
  };

  readonly #handleSubmitted = (event: Event): void => {
    if (event.target === this.#host) void this.discard();
  };

  readonly #handleSubmit = (event: Event): void => {
    if (event.target === this.#host.form && !event.defaultPrevented) void this.discard();
  };

  readonly #handleTurn = (): void => {
    const recovery = this.#recovery;
    if (recovery === undefined) return;
    if (recovery.state === 'restored') {
      // What stands in the form now, with what was typed since.
      const value = this.#source.entered();
      this.#source.restart();
      void this.#controller.discard(this.#key ?? '');
      this.#recovery = { ...recovery, value, state: 'emptied' };
      this.#say();
    } else {
      this.#restore(recovery);
      this.#keep();
    }
    this.#host.requestUpdate();
  };
}

/** A look for the draft of a name. */
class Look {
  readonly key: string;
  readonly finished: Promise<void>;
  isFinished = false;
  #resolve: () => void = () => undefined;

  constructor(key: string) {
    this.key = key;
    this.finished = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  finish(): void {
    this.isFinished = true;
    this.#resolve();
  }
}

/** The browser's database, asked anew at every use: where it refuses, that is said, and the form goes on. */
function browserDrafts(): Drafts {
  const drafts = import('./browser-drafts.js').then((module) => module.createIndexedDbDrafts());
  return {
    load: async (key) => (await drafts).load(key),
    save: async (key, value) => (await drafts).save(key, value),
    remove: async (key) => (await drafts).remove(key),
  };
}
