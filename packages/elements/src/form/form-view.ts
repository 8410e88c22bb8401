import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ErrorCode, FormValidator, Problem, SectionView } from '@lpse-konsultasi/form-schema';
import type { FormElementTexts } from '../locales/form.js';
import { developerNotices } from './developer-notices.js';
import { hasMembers, isLeftEmpty, wholeTemplate } from './field-template.js';
import type { FormEvents } from './form-events.js';
import { widgetNameOf } from './registry.js';
import type { FormSession } from './session.js';
import { renderBack, renderChange, renderIndex, renderProgress, titleOf } from './steps-view.js';
import type { FormSteps } from './steps.js';

interface FormSettings {
  readonly headingLevel: number;
  readonly noHeading: boolean;
  readonly noNotices: boolean;
  readonly busy: boolean;
  readonly validator?: FormValidator;
}

export interface FormViewOptions {
  readonly session: FormSession;
  readonly events: FormEvents;
  readonly texts: FormElementTexts;
  /** What the page asked of the form as a whole. */
  readonly form: FormSettings;
  readonly noSubmit: boolean;
  readonly disabled: boolean;
  readonly summary: readonly Problem[];
  readonly draftNotice: unknown;
  readonly draftStatus: unknown;
  readonly steps: FormSteps;
}

/** The whole form: heading, summary of problems, sections, actions. */
export function formTemplate(options: FormViewOptions): TemplateResult {
  const { form, session, events, texts, disabled, steps } = options;
  const { model } = session;
  const { sections } = model;
  const present = steps.leads ? steps.index : undefined;
  const last = sections.length - 1;
  const title = form.noHeading ? '' : (model.texts.title ?? '');
  const level = title === '' ? form.headingLevel : form.headingLevel + 1;
  return html`<form
    part="base"
    class=${steps.hasIndex ? 'with-index' : nothing}
    lang=${session.locale}
    novalidate
    aria-busy=${form.busy ? 'true' : nothing}
    aria-labelledby=${title === '' ? nothing : 'title'}
    @submit=${events}
    @input=${events}
    @change=${events}
    @focusin=${events}
    @focusout=${events}
    @click=${events}
    @keydown=${events}
    @paste=${events}
    @dragover=${events}
    @drop=${events}
  >
    ${title === '' ? nothing : renderHead(title, model.texts.description, form.headingLevel)}
    ${options.draftNotice} ${renderIndex(steps, session, texts)} ${renderProgress(steps, texts)}
    ${options.summary.length === 0 ? nothing : renderSummary(options, level)}
    <fieldset class="all" role="none" ?disabled=${disabled}>
      ${hasOptional(sections) ? html`<p class="note">${texts.allRequired}</p>` : nothing}
      ${(present ?? 0) === 0 ? renderWhole(session, 'variants') : nothing}
      ${repeat(
        sections,
        ({ id }) => id,
        (section, index) =>
          renderSection(options, section, {
            index,
            level,
            away: present !== undefined && present !== index,
            far: isFar(sections, index),
          }),
      )}
      ${(present ?? last) === last ? renderWhole(session, 'record') : nothing}
    </fieldset>
    <p class="quiet" id="status" role="status"></p>
    <div part="actions" class="actions">
      ${options.noSubmit ? nothing : renderSubmit(options)} ${renderBack(steps, texts)}
      <slot name="actions"></slot>
    </div>
    ${options.draftStatus}
    ${form.noNotices || form.validator?.isPlain === true ? nothing : developerNotices(model.schema, session.locale)}
  </form>`;
}

/** What is asked about the form as a whole: of which shape it is, and members that a person names. */
function renderWhole(session: FormSession, name: 'variants' | 'record'): unknown {
  const { model } = session;
  const form = model.field('');
  if (form?.node.kind !== 'object' || widgetNameOf(form) !== name) return nothing;
  return html`<div class="section">${session.render('', () => wholeTemplate(session))}</div>`;
}

/** Until the form is here. */
export function loadingTemplate(texts: FormElementTexts): TemplateResult {
  return html`<p part="base" class="hint" role="status">${texts.loading}</p>`;
}

/** Why there is no form. */
export interface FormFailure {
  readonly code: ErrorCode;
  /** For whoever made the form; nothing that a person entered. */
  readonly message: string;
}

/** In place of a form whose description cannot be used. */
export function failureTemplate(
  texts: FormElementTexts,
  { code, message }: FormFailure,
): TemplateResult {
  return html`<div part="base" class="alert alert-bad" role="alert">
    <p class="alert-title">${texts.unusable}</p>
    <p>${texts.unusableHint} <code>${code}</code></p>
    <details class="help">
      <summary>${texts.developer}</summary>
      <p>${message}</p>
    </details>
  </div>`;
}

function renderHead(title: string, description: string | undefined, level: number): TemplateResult {
  return html`<div class="head">
    ${heading(level, 'title', 'title', title)}
    ${description === undefined ? nothing : lead(description)}
  </div>`;
}

/** What a form or a section says of itself. */
function lead(words: string): TemplateResult {
  return html`<p class="lead">${words}</p>`;
}

/** A longer list of problems is no summary any more; those beyond it are met below, each at its field. */
const listed = 50;

function renderSummary(
  { summary, texts, session }: FormViewOptions,
  level: number,
): TemplateResult {
  const rest = summary.length - listed;
  const hasField = ({ pointer }: Problem): boolean => session.nearestShown(pointer) !== undefined;
  // What a server says of the form as a whole leads to no field.
  const leads = summary.some(hasField);
  const title = leads ? texts.summary(summary.length) : texts.summaryOfForm;
  return html`<div
    part="summary"
    class="summary alert alert-bad"
    id="summary"
    tabindex="-1"
    role="group"
    aria-labelledby="summary-title"
  >
    ${heading(level, 'alert-title', 'summary-title', title)}
    ${leads ? html`<p>${texts.summaryHint}</p>` : nothing}
    <ul>
      ${summary.slice(0, listed).map((problem) =>
        hasField(problem)
          ? html`<li>
              <a href="#summary" data-goto=${problem.pointer}>${problem.message}</a>
            </li>`
          : html`<li>${problem.message}</li>`,
      )}
    </ul>
    ${rest > 0 ? html`<p>${texts.summaryMore(rest)}</p>` : nothing}
  </div>`;
}

/** From so many fields on, what follows is far below what is seen first. */
const near = 24;

function isFar(sections: readonly SectionView[], index: number): boolean {
  const before = sections.slice(0, index).map(({ fields }) => fields.length);
  return before.reduce((sum, count) => sum + count, 0) >= near;
}

interface SectionPlace {
  readonly index: number;
  readonly level: number;
  /** Another step is shown. */
  readonly away: boolean;
  /** Far below what is seen first. */
  readonly far: boolean;
}

function renderSection(
  { session, steps, texts }: FormViewOptions,
  section: SectionView,
  { index, level, away, far }: SectionPlace,
): unknown {
  const { length } = section.fields;
  const fields = repeat(
    section.fields,
    ({ pointer }) => pointer,
    // `repeat` takes an item from the page without a word to a directive that is the item itself: it is within one.
    ({ pointer }) => [session.render(pointer)],
  );
  const title = steps.isOn ? titleOf(section, index, texts) : section.title;
  const state = [
    ...(far ? [' far'] : []),
    ...(section.fields.every(isLeftEmpty) ? [' empty'] : []),
    ...(isNamedAlike(section) ? [' alike'] : []),
  ].join('');
  if (title === '')
    return html`<div class=${`section${state}`} ?hidden=${away}>
      <div class="fields" data-count=${length}>${fields}</div>
    </div>`;
  const id = `section-${section.id.replace(/\s/g, '-')}`;
  return html`<section
    class=${`section titled${state}`}
    role="group"
    aria-labelledby=${id}
    ?hidden=${away}
  >
    <div class="section-head">
      ${heading(level, 'section-title', id, title)} ${renderChange(steps, section, index, texts)}
    </div>
    ${section.description === '' ? nothing : lead(section.description)}
    <div class="fields" data-count=${length}>${fields}</div>
  </section>`;
}

/** A section with nothing but a group of its own name: that is said once. */
function isNamedAlike({ fields: [only, ...others], title }: SectionView): boolean {
  return only !== undefined && others.length === 0 && only.label === title && hasMembers(only);
}

function renderSubmit({ form, session, steps, texts, disabled }: FormViewOptions): TemplateResult {
  const words = session.model.texts.submit ?? texts.submit;
  const { leads } = steps;
  const next = leads && steps.next + 1 === steps.count ? texts.check : texts.next;
  // Not the `disabled` attribute while sending: it would take the focus away from the person who pressed it.
  return html`<button
    part="submit"
    type="submit"
    class="button button-primary"
    ?disabled=${disabled}
    aria-disabled=${form.busy ? 'true' : nothing}
  >
    ${form.busy ? texts.busy : leads ? next : words}
  </button>`;
}

function hasOptional(sections: readonly SectionView[]): boolean {
  return sections.some(({ fields }) =>
    fields.some(
      ({ required, locked, node }) => !required && !locked && node.layout.hidden !== true,
    ),
  );
}

/** A heading of the level that the page around the form leaves for it. */
function heading(level: number, name: string, id: string, words: string): unknown {
  const content = { 2: h2, 3: h3, 4: h4, 5: h5 }[level] ?? h6;
  return keyed(level, content(name, id, words));
}

type Heading = (name: string, id: string, words: string) => TemplateResult;
const h2: Heading = (name, id, words) => html`<h2 class=${name} id=${id}>${words}</h2>`;
const h3: Heading = (name, id, words) => html`<h3 class=${name} id=${id}>${words}</h3>`;
const h4: Heading = (name, id, words) => html`<h4 class=${name} id=${id}>${words}</h4>`;
const h5: Heading = (name, id, words) => html`<h5 class=${name} id=${id}>${words}</h5>`;
const h6: Heading = (name, id, words) => html`<h6 class=${name} id=${id}>${words}</h6>`;
