import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { maySee, type KnowledgeEntry } from '@lpse-konsultasi/form-schema';
import { optionLabel } from '../desk/read-form.js';
import type { Environment } from '../environment/environment.js';
import { LpseInsertEvent } from '../events/insert.js';
import { formatDate } from '../i18n/format.js';
import { TextsController } from '../i18n/texts.js';
import { knowledgeTexts } from '../locales/knowledge.js';
import { LpseElement } from '../panel/lpse-element.js';
import type { KnowledgeFeed } from './knowledge-feed.js';
import type { Suggestion } from './knowledge-index.js';
import { knowledge } from './knowledge.styles.js';

/** How long nobody types before a search begins. */
const PAUSE_MS = 150;

/**
 * Answers that may serve again, found while an officer writes: those that the office keeps ready and those of earlier
 * cases, without their people. What is chosen is told to the page, which puts it where it is written.
 *
 * @summary Suggests earlier and prepared answers.
 * @status experimental
 * @since 0.2.0
 * @fires {LpseInsertEvent} lpse-insert - The officer chose an answer to be put into the text.
 * @fires {LpseErrorEvent} lpse-error - The element cannot work.
 * @csspart base - The element.
 * @csspart heading - Its heading.
 * @csspart suggestion - One suggested answer.
 */
export class LpseKnowledge extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, knowledge];

  /** What the matter is about, and what is being written: answers are looked for by this. */
  @property({ attribute: false }) matter = '';
  /** The category of the case; answers of the same one fit better. */
  @property() kategori?: string;
  /** The case itself, whose own answer is no suggestion. */
  @property({ attribute: 'consultation-id' }) consultationId?: string;

  @state() private words = '';
  @state() private found: readonly Suggestion[] = [];
  @state() private open: string | undefined;
  @state() private reading: 'no' | 'yes' | 'failed' = 'no';
  @state() private said = '';

  readonly #texts = new TextsController(this, knowledgeTexts, () => this.language);
  #feed: KnowledgeFeed | undefined;
  #leaving = new AbortController();
  #pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#feed = undefined;
    clearTimeout(this.#pause);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { environment } = this;
    // An update that was due when the element left its page is still carried out.
    if (environment === undefined || !isFor(environment) || !this.isConnected) return;
    if (this.#feed === undefined) void this.#begin(environment);
    else if (changed.has('matter') || changed.has('kategori')) this.#searchSoon();
  }

  /** The library and the index come when the first suggestion is wanted. */
  async #begin({ backend }: Environment): Promise<void> {
    const { signal } = this.#leaving;
    const { feedOf } = await import('./knowledge-feed.js');
    if (signal.aborted || this.#feed !== undefined) return;
    const feed = feedOf(backend);
    this.#feed = feed;
    this.#search();
    this.reading = 'yes';
    try {
      await feed.refresh(signal, () => this.#searchQuietly());
      this.reading = 'no';
    } catch {
      // What was read serves all the same, above all the answers that are kept ready.
      if (!signal.aborted) this.reading = 'failed';
    }
  }

  #searchSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#search(), PAUSE_MS);
  }

  /** More answers were read: the list does not move under whoever is choosing from it. */
  #searchQuietly(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      if (!this.shadowRoot?.activeElement?.closest('.found')) this.#search();
    }, PAUSE_MS);
  }

  #search(): void {
    const { kategori, consultationId } = this;
    this.found =
      this.#feed?.index.suggest({
        text: this.words.trim() === '' ? this.matter : this.words,
        ...(kategori !== undefined && { kategori }),
        ...(consultationId !== undefined && { without: `kasus:${consultationId}` }),
      }) ?? [];
  }

  protected override renderReady(environment: Environment): unknown {
    if (!isFor(environment)) return nothing;
    const texts = this.#texts.current;
    return html`
      <section
        part="base"
        class="base knowledge"
        aria-labelledby="heading"
        @keydown=${this.#handleKey}
      >
        <h3 id="heading" part="heading">${texts.heading}</h3>
        <label class="search">
          <span>${texts.search}</span>
          <input
            class="control"
            type="search"
            autocomplete="off"
            .value=${this.words}
            @input=${this.#handleWords}
          />
        </label>
        ${this.#renderFound(environment)}
        <p class="hint" role="status">${this.said || this.#state()}</p>
      </section>
    `;
  }

  #state(): string {
    const texts = this.#texts.current;
    if (this.reading === 'yes') return texts.reading;
    if (this.reading === 'failed') return texts.failed;
    return this.found.length === 0 ? texts.nothing : texts.count(this.found.length);
  }

  #renderFound(environment: Environment): TemplateResult | typeof nothing {
    if (this.found.length === 0) return nothing;
    return html`<ol class="found">
      ${repeat(
        this.found,
        ({ entry }) => entry.id,
        (each) => this.#renderSuggestion(each, environment),
      )}
    </ol>`;
  }

  #renderSuggestion(suggestion: Suggestion, environment: Environment): TemplateResult {
    const { entry } = suggestion;
    const isOpen = this.open === entry.id;
    return html`<li part="suggestion" class="suggestion">
      <button
        type="button"
        class="choose"
        aria-expanded=${isOpen}
        aria-controls=${isOpen ? 'preview' : nothing}
        data-entry=${entry.id}
        @click=${() => this.#toggle(entry.id)}
      >
        <span class="title">${entry.judul || shorten(entry.uraian)}</span>
        <span class="about">${this.#about(suggestion, environment)}</span>
      </button>
      ${isOpen ? this.#renderPreview(entry) : nothing}
    </li>`;
  }

  /** "Sangat mirip (86 %) · Unggah dokumen · dipakai 3 kali" */
  #about({ entry, similarity, uses }: Suggestion, { profile, locale }: Environment): string {
    const texts = this.#texts.current;
    const form = profile.forms['consultation-form'];
    const kinds = entry.kategori.map((each) => optionLabel(form, '/kategori', each, locale));
    return [
      texts.similar(similarity),
      entry.kind === 'siap' ? texts.canned : texts.earlier,
      kinds.slice(0, 2).join(', '),
      entry.at === undefined ? '' : formatDate(entry.at, locale, profile.office.zonaWaktu),
      uses > 0 ? texts.uses(uses) : '',
      entry.confirmed ? texts.confirmed : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  #renderPreview(entry: KnowledgeEntry): TemplateResult {
    const texts = this.#texts.current;
    return html`<div id="preview" class="preview">
      ${entry.uraian === '' ? nothing : html`<p class="matter">${entry.uraian}</p>`}
      <p class="answer">${entry.jawaban}</p>
      ${
        entry.rujukan.length === 0
          ? nothing
          : html`<p class="hint">${texts.references(entry.rujukan.join('; '))}</p>`
      }
      <p>
        <button
          type="button"
          class="button button-small insert"
          @click=${() => this.#insert(entry)}
        >
          ${texts.insert}
        </button>
        <span class="hint">${texts.insertHint}</span>
      </p>
    </div>`;
  }

  #toggle(id: string): void {
    this.open = this.open === id ? undefined : id;
  }

  #insert(entry: KnowledgeEntry): void {
    this.said = this.#texts.current.inserted;
    this.dispatchEvent(new LpseInsertEvent(entry));
  }

  readonly #handleWords = (event: Event): void => {
    this.words = (event.currentTarget as HTMLInputElement).value;
    this.said = '';
    this.#searchSoon();
  };

  /** Up and down between the suggestions, from the search too; Ctrl and Enter puts in the one that has the focus. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    const choices = [...this.renderRoot.querySelectorAll<HTMLElement>('.choose')];
    const focused = this.shadowRoot?.activeElement;
    const index = choices.findIndex((choice) => choice === focused);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const entry = this.found[index]?.entry;
      if (entry === undefined) return;
      event.preventDefault();
      this.#insert(entry);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || (index < 0 && step < 0)) return;
    const next = choices[index + step];
    if (next === undefined && index + step >= 0) return;
    event.preventDefault();
    (next ?? this.renderRoot.querySelector<HTMLElement>('input'))?.focus();
  };
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}

/** Suggestions are made of other people's cases. */
function isFor({ profile, session }: Environment): boolean {
  return (['riwayat', 'daftar'] as const).every((view) => maySee(profile, session.role, view));
}
