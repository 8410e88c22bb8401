import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ChildPart } from 'lit/directive.js';
import { isWithin, type Field, type SectionView } from '@lpse-konsultasi/form-schema';
import type { FormElementTexts } from '../locales/form.js';
import type { FormSession } from './session.js';
import { sectionIndexStyles } from './section-index.styles.js';
import type { FormSteps } from './steps.js';
import { titleOf } from './steps-view.js';

export type IndexModule = typeof import('./section-index.js');

/** What an entry of the index says about its section. */
interface State {
  readonly problems: number;
  readonly isComplete: boolean;
}

type Arguments = [session: FormSession, steps: FormSteps, texts: FormElementTexts];

/**
 * The sections of a form as a list beside it: where one is, what is complete, what has to be mended. It looks anew when
 * a field is left, not at every key.
 */
class SectionIndex extends AsyncDirective {
  #arguments: Arguments | undefined;
  #form: HTMLFormElement | null = null;
  #unwatch: (() => void) | undefined;
  /** The section that is under the reader's eyes while all of them stand together. */
  #inView: string | undefined;
  /** All that were there when the page was last told of each. */
  readonly #standing = new Set<Element>();
  readonly #seen = new IntersectionObserver((entries) => this.#look(entries), {
    rootMargin: '-15% 0px -75% 0px',
  });

  override update(part: ChildPart, args: Arguments): unknown {
    const [session] = args;
    if (session !== this.#arguments?.[0]) {
      this.#unwatch?.();
      this.#unwatch = session.watch(() => this.#refresh());
      session.wear(sectionIndexStyles);
    }
    this.#arguments = args;
    this.#form = (part.parentNode as Element).closest('form');
    this.#observe();
    return this.render(...args);
  }

  override render(...[session, steps, texts]: Arguments): TemplateResult {
    const { sections } = steps;
    return html`<nav part="index" class="index" aria-label=${texts.index}>
      <ol>
        ${sections.map((section, index) => this.#entry(section, index, session, steps, texts))}
        ${steps.isOn ? this.#button(sections.length, texts.check, steps, nothing) : nothing}
      </ol>
    </nav>`;
  }

  protected override disconnected(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#seen.disconnect();
  }

  protected override reconnected(): void {
    this.#unwatch = this.#arguments?.[0].watch(() => this.#refresh());
    this.#observe();
  }

  #entry(
    section: SectionView,
    index: number,
    session: FormSession,
    steps: FormSteps,
    texts: FormElementTexts,
  ): TemplateResult {
    // What lies ahead was not asked for yet, whatever the page has filled in.
    const isAhead = steps.isOn && !steps.isOpen(index);
    const state = isAhead ? nothing : renderState(stateOf(section, session), texts);
    return this.#button(index, titleOf(section, index, texts), steps, state);
  }

  #button(index: number, title: string, steps: FormSteps, state: unknown): TemplateResult {
    const isHere = steps.isOn ? steps.index === index : steps.sections[index]?.id === this.#inView;
    return html`<li>
      <button
        type="button"
        data-step=${index}
        aria-current=${isHere ? (steps.isOn ? 'step' : 'location') : nothing}
        ?disabled=${steps.isOn && !steps.isOpen(index)}
      >
        <span class="index-title">${title}</span> ${state}
      </button>
    </li>`;
  }

  /** Sections come and go with the form's own rendering, which follows this one. */
  #observe(): void {
    queueMicrotask(() => {
      this.#seen.disconnect();
      this.#standing.clear();
      if (!this.isConnected) return;
      for (const section of this.#form?.querySelectorAll('.section') ?? [])
        this.#seen.observe(section);
    });
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    // In the order of the frames: a busy page is told of several at once, and of one section more than once.
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) this.#standing.add(target);
      else this.#standing.delete(target);
    const sections = [...(this.#form?.querySelectorAll('.section') ?? [])];
    const found = sections.findIndex((section) => this.#standing.has(section));
    const id = this.#arguments?.[1].sections[found]?.id;
    if (id === undefined || id === this.#inView) return;
    this.#inView = id;
    this.#refresh();
  }

  #refresh(): void {
    if (this.isConnected && this.#arguments !== undefined)
      this.setValue(this.render(...this.#arguments));
  }
}

function renderState({ problems, isComplete }: State, texts: FormElementTexts): unknown {
  if (problems > 0)
    return html`<span class="index-state bad">${texts.indexProblems(problems)}</span>`;
  return isComplete ? html`<span class="index-state good">${texts.indexComplete}</span>` : nothing;
}

/** Complete is a section in which a person has answered something and nothing is missing or wrong. */
function stateOf({ fields }: SectionView, { model, problems }: FormSession): State {
  const isHere = ({ pointer }: { readonly pointer: string }): boolean =>
    fields.some((field) => isWithin(pointer, field.pointer));
  return {
    problems: model.shownProblems.filter(isHere).length,
    isComplete: fields.some(isAnswered) && !problems.some(isHere),
  };
}

function isAnswered({ value, node }: Field): boolean {
  return value !== undefined && node.layout.calculate === undefined;
}

export const sectionIndex = directive(SectionIndex);
