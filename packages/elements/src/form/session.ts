import type { CSSResult } from 'lit';
import {
  isWithin,
  parentOf,
  type Field,
  type FormModel,
  type Json,
  type Locale,
  type Pointer,
  type Problem,
  type TimeZone,
} from '@lpse-konsultasi/form-schema';
import type { FormElementTexts } from '../locales/form.js';
import { fieldAt, type FieldDirective } from './field-directive.js';
import { FieldQueue } from './field-queue.js';
import { viewOf } from './field-template.js';
import type { FormPage } from './form-page.js';
import { LocalProblems } from './local-problems.js';
import { widgetNamed, widgetNameOf } from './registry.js';
import { TypedTexts } from './typed-texts.js';
import { Warnings, type FormWarning, type Warning } from './warnings.js';
import { WidgetStates } from './widget-states.js';
import type { FormContext, LocalProblem, Uploader } from './widget.js';

/** What the session needs from the element that shows it. */
export interface SessionHost {
  readonly page: FormPage;
  texts(): FormElementTexts;
  uploader(): Uploader;
  zone(): TimeZone | undefined;
  /** Resolves when everything is on the page. */
  rendered(): Promise<unknown>;
  /** Does the work while nothing is pressed: now, or when the press is over. */
  afterPress(work: () => void): void;
  /** Turns to the part of the form in which the field is; answers whether that changed what is shown. */
  reveal(pointer: Pointer): boolean;
  /** A person changed the value at the pointer. */
  changed(pointer: Pointer): void;
  /** Parts of the list or object at the pointer came, went or moved. */
  rearranged(pointer: Pointer): void;
  /** Fields appeared or disappeared outside of any field. */
  restructured(): void;
  /** A widget of the page's own failed. */
  failed(error: unknown): void;
}

/** One form on the page, from the moment its model stands: view state, and which fields have to be rendered again. */
export class FormSession implements FormContext {
  readonly model: FormModel;
  /** Grows when every field has to look different: another language, a reset. */
  epoch = 0;
  warnings = new Warnings();

  readonly #host: SessionHost;
  readonly #ids = new Map<Pointer, string>();
  readonly #fields = new FieldQueue();
  readonly #endStructure: () => void;
  readonly #watchers = new Set<() => void>();
  #states = new WidgetStates();
  #local = new LocalProblems();
  #advise: typeof import('./advice.js').advise | undefined;
  #typed: TypedTexts;
  #life = new AbortController();

  constructor(model: FormModel, host: SessionHost) {
    this.model = model;
    this.#host = host;
    this.#typed = new TypedTexts((pointer) => model.get(pointer));
    this.#endStructure = model.subscribe('', (change) => {
      if (change === 'structure') host.restructured();
    });
  }

  get locale(): Locale {
    return this.model.locale;
  }

  get texts(): FormElementTexts {
    return this.#host.texts();
  }

  get zone(): TimeZone | undefined {
    return this.#host.zone();
  }

  get uploader(): Uploader {
    return this.#host.uploader();
  }

  get signal(): AbortSignal {
    return this.#life.signal;
  }

  /** Resolves when every queued field is on the page, with the code of its widget. */
  get settled(): Promise<void> {
    return this.#fields.settle();
  }

  wear(styles: CSSResult): void {
    this.#host.page.wear(styles);
  }

  waitFor(work: Promise<unknown>): void {
    this.#fields.waitFor(work);
  }

  afterPress(work: () => void): void {
    this.#host.afterPress(work);
  }

  /** All problems of the value and of the page, shown or not. A problem of the page stands in place of the model's. */
  get problems(): Problem[] {
    return this.#withLocal(this.model.problems);
  }

  #withLocal(problems: readonly Problem[]): Problem[] {
    const local = this.#local.pointers
      .filter((pointer) => this.model.field(pointer) !== undefined)
      .flatMap((pointer) => this.#local.at(pointer, this.texts) ?? []);
    const others = problems.filter(
      ({ pointer }) => !local.some((problem) => problem.pointer === pointer),
    );
    return [...others, ...local];
  }

  /** Whether nothing keeps the form from being sent; asked at each keystroke, so nothing is worded for it. */
  get isValid(): boolean {
    const { model } = this;
    return model.isValid && this.#local.pointers.every((at) => model.field(at) === undefined);
  }

  idOf(pointer: Pointer): string {
    let id = this.#ids.get(pointer);
    if (id === undefined) {
      id = `f${this.#ids.size}`;
      this.#ids.set(pointer, id);
    }
    return id;
  }

  render(pointer: Pointer, template?: () => unknown): unknown {
    return fieldAt(this, pointer, this.epoch, template);
  }

  refresh(pointer: Pointer): void {
    this.#fields.refresh(pointer);
  }

  state<T extends object>(pointer: Pointer, create: () => T): T {
    return this.#states.at(pointer, create);
  }

  forgetRows(list: Pointer): readonly string[] {
    const { pointers, ended } = this.#states.forgetRows(list);
    for (const pointer of pointers) this.refresh(pointer);
    this.#local.forgetRows(list);
    return ended;
  }

  edit(pointer: Pointer, value: Json | undefined): void {
    this.set(pointer, value);
    this.#host.changed(pointer);
  }

  /** An edit by typing: the text stays as it was typed, whatever value the model makes of it. */
  enter(pointer: Pointer, value: Json | undefined, text: string): void {
    this.#local.set(pointer, undefined);
    this.model.set(pointer, value, 'typed');
    this.#typed.remember(pointer, text);
    this.#host.changed(pointer);
  }

  edited(pointer: Pointer): void {
    this.#typed.forget(pointer);
    this.#host.rearranged(pointer);
    this.#host.changed(pointer);
  }

  /** A value that the page sets; not an event. */
  set(pointer: Pointer, value: Json | undefined): void {
    this.#local.set(pointer, undefined);
    this.#typed.forget(pointer);
    this.model.set(pointer, value);
  }

  entered(pointer: Pointer, text: string): string {
    return this.#typed.shown(pointer, text);
  }

  /** Whether this text was already taken from the control. */
  hasEntered(pointer: Pointer, text: string): boolean {
    return this.#typed.isKnown(pointer, text);
  }

  problem(field: Field): Problem | undefined {
    return this.#local.at(field.pointer, this.texts) ?? field.problem;
  }

  warning(field: Field): Warning | undefined {
    return this.warnings.at(field);
  }

  /** All warnings that are shown now. */
  get allWarnings(): FormWarning[] {
    return this.warnings.pointers.flatMap((pointer) => {
      const field = this.model.field(pointer);
      const warning = field && this.warning(field);
      return warning === undefined
        ? []
        : [{ pointer, key: warning.key, message: warning.message(this.locale) }];
    });
  }

  setLocalProblem(pointer: Pointer, problem: LocalProblem | undefined): void {
    if (this.#local.set(pointer, problem)) this.refresh(pointer);
  }

  blockSubmit(pointer: Pointer, problem: LocalProblem | undefined): void {
    if (this.#local.block(pointer, problem)) this.refresh(pointer);
  }

  /** The person has left the field: it now shows its problem, and says it once. */
  touch(pointer: Pointer): void {
    const before = this.#problemAt(pointer);
    this.#typed.keepThrough(() => this.model.touch(pointer));
    this.#settleText(pointer);
    this.#lookAt(pointer);
    const after = this.#problemAt(pointer);
    if (after !== undefined && before === undefined) this.announce(after.message);
    this.#tellWatchers();
  }

  #tellWatchers(): void {
    for (const watcher of this.#watchers) watcher();
  }

  /** What was typed gives way to the usual spelling of its value, where the widget has one. */
  #settleText(pointer: Pointer): void {
    const view = viewOf(this, pointer);
    if (view === undefined || !widgetNamed(widgetNameOf(view.field))?.settles?.(view)) return;
    this.#typed.forget(pointer);
    this.refresh(pointer);
  }

  /** Looks at a text once more when its field is left. The code for it comes with the first one. */
  #lookAt(pointer: Pointer): void {
    const field = this.model.field(pointer);
    if (typeof field?.value !== 'string' || field.choices !== undefined) return;
    if (this.#advise !== undefined) return void this.#advise(this, pointer);
    this.waitFor(
      import('./advice.js').then(
        ({ advise }) => {
          this.#advise = advise;
          this.afterPress(() => advise(this, pointer));
        },
        // Advice that cannot be loaded (offline) is not given; what is wrong is said all the same.
        () => undefined,
      ),
    );
  }

  /** Goes to a secret that nobody has been told about, if there is one: a form is not sent before they have been. */
  goToUnseenSecret(): boolean {
    const advise = this.#advise;
    const secret = advise && this.#fields.shown.find((pointer) => advise(this, pointer));
    if (secret !== undefined) this.goTo(secret);
    return secret !== undefined;
  }

  /** Calls the listener whenever a field was left or problems were shown; the returned function ends it. */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  /** Shows every problem in its place, and answers them. */
  validate(): Problem[] {
    for (const pointer of this.#local.showBlocks()) this.refresh(pointer);
    const problems = this.#typed.keepThrough(() => this.model.validate());
    this.#tellWatchers();
    return this.#withLocal(problems);
  }

  /** Shows the problems of a part of the form in their places, and answers them. */
  validatePart(holds: (pointer: Pointer) => boolean): Problem[] {
    const problems = this.problems.filter(({ pointer }) => holds(pointer));
    this.#typed.keepThrough(() => {
      for (const { pointer } of problems) this.model.touch(pointer);
    });
    this.#tellWatchers();
    return this.problems.filter(({ pointer }) => holds(pointer));
  }

  /** The same problems in the words of the locale; those that are nobody's here keep the words that they came with. */
  reworded(problems: readonly Problem[]): readonly Problem[] {
    const known = [...this.problems, ...this.model.shownProblems];
    return problems.map(
      (problem) =>
        known.find(
          (other) => other.pointer === problem.pointer && other.keyword === problem.keyword,
        ) ?? problem,
    );
  }

  /** The same problems, those of a list or object whose parts have other places now as they are told there. */
  renewed(problems: readonly Problem[], around: Pointer): readonly Problem[] {
    const isOutside = ({ pointer }: Problem): boolean => !isWithin(pointer, around);
    const first = problems.findIndex((problem) => !isOutside(problem));
    if (first < 0) return problems;
    const told = this.model.shownProblems.filter((problem) => !isOutside(problem));
    const others = problems.filter(isOutside);
    return [...others.slice(0, first), ...told, ...others.slice(first)];
  }

  /** The field of the pointer, or the nearest one around it that a person can see. */
  nearestShown(pointer: Pointer): Pointer | undefined {
    for (let nearest = pointer; nearest !== ''; nearest = parentOf(nearest)) {
      const field = this.model.field(nearest);
      if (field !== undefined && field.node.layout.hidden !== true) return nearest;
    }
    return undefined;
  }

  announce(message: string): void {
    this.#host.page.announce(message);
  }

  focus(pointer: Pointer, selector?: string): void {
    void this.#host.rendered().then(() => {
      const { page } = this.#host;
      const target =
        selector === undefined
          ? page.control(pointer, this.idOf(pointer))
          : page.wrapper(pointer)?.querySelector<HTMLElement>(selector);
      target?.focus();
    });
  }

  /** Brings the field, or the one around it that can be seen, into view and the focus to it. */
  goTo(pointer: Pointer): void {
    const shown = this.nearestShown(pointer);
    if (shown === undefined) return;
    const { page } = this.#host;
    const go = (): void => {
      page.wrapper(shown)?.scrollIntoView({ block: 'nearest' });
      page.control(shown, this.idOf(shown))?.focus();
    };
    if (this.#host.reveal(shown)) void this.#host.rendered().then(go);
    else go();
  }

  failed(error: unknown): void {
    this.#host.failed(error);
  }

  /** Starts the form anew, without a value as it first started: what was typed, and what widgets remember, is gone. */
  restart(value: Json | undefined): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#states = new WidgetStates();
    this.#local = new LocalProblems();
    this.warnings = new Warnings();
    this.#typed = new TypedTexts((pointer) => this.model.get(pointer));
    this.model.reset(value);
    this.epoch += 1;
  }

  dispose(): void {
    this.#life.abort();
    this.#endStructure();
    this.#fields.clear();
  }

  enlist(pointer: Pointer, directive: FieldDirective): void {
    this.#fields.enlist(pointer, directive);
  }

  dismiss(pointer: Pointer, directive: FieldDirective): void {
    this.#fields.dismiss(pointer, directive);
  }

  queue(directive: FieldDirective): void {
    this.#fields.add(directive);
  }

  #problemAt(pointer: Pointer): Problem | undefined {
    const field = this.model.field(pointer);
    return field === undefined ? undefined : this.problem(field);
  }
}
