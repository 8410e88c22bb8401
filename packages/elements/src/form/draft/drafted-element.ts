import { nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Drafts } from '@lpse-konsultasi/client';
import { localeOf, type Json } from '@lpse-konsultasi/form-schema';
import { AssociatedElement } from '../associated-element.js';
import type { FormPage } from '../form-page.js';
import type { FormDraft } from './form-draft.js';

/**
 * What lets a form survive a crash, a reload and a closed tab: what is typed is kept in the browser until it is handed
 * on. Nothing of it is loaded for a form without a `draft`.
 */
export abstract class DraftedElement extends AssociatedElement {
  /**
   * Keeps what is typed under this name, in this browser, until the form is handed on; fields that are `writeOnly` are
   * never kept. The name is the page's own: two forms with one name share a draft.
   */
  @property() draft?: string;
  /** Where drafts are kept. Default: the browser's database. */
  @property({ attribute: false }) drafts?: Drafts;

  #keeper: FormDraft | undefined;
  #loading: Promise<void> | undefined;

  /** Everything that may be kept. */
  protected abstract get storable(): Json;
  abstract locale: string;
  abstract get dirty(): boolean;
  protected abstract get page(): FormPage;
  /** Back to the value that the page gave, whatever is kept. */
  protected abstract restart(): void;

  /** Back to the value that the page gave, nothing touched, no problem shown, no draft kept. */
  override reset(): void {
    this.restart();
    void this.discardDraft();
  }

  /** Forgets what is kept of this form: for a page that cancels `lpse-submit` and hands the value on itself. */
  async discardDraft(): Promise<void> {
    // With the keeper here it lets go at once: a value that the page sets next counts.
    if (this.#keeper === undefined) await this.#loading;
    await this.#keeper?.discard();
  }

  /** Loads what a draft needs, when one is asked for. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#open();
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('draft')) this.#open();
    super.update(changed);
  }

  /** Resolves when the draft was looked for. */
  protected get draftReady(): Promise<void> | undefined {
    return this.#loading?.then(() => this.#keeper?.looked);
  }

  /** Whether what stands in the form came back as a draft: a person typed it, so a value of the page does not undo it. */
  protected get isDraftBack(): boolean {
    return this.#keeper?.isBack ?? false;
  }

  /** That a draft came back. */
  protected get draftNotice(): unknown {
    return this.#keeper?.notice() ?? nothing;
  }

  /** That what is typed is kept, or is not. */
  protected get draftStatus(): unknown {
    return this.#keeper?.status() ?? nothing;
  }

  #open(): void {
    if (this.draft === undefined) return;
    this.#loading ??= import('./form-draft.js').then(
      ({ FormDraft }) => {
        this.#keeper = new FormDraft(this, {
          entered: () => this.storable,
          resume: (entered) => this.resume(entered),
          restart: () => this.restart(),
          page: this.page,
          locale: () => localeOf(this.locale),
        });
        this.requestUpdate();
      },
      // Without it the form works as one that keeps nothing.
      () => undefined,
    );
  }
}
