import type { CSSResult, nothing } from 'lit';
import type { AttachmentRef } from '@lpse-konsultasi/client';
import type {
  Field,
  FormModel,
  Json,
  Locale,
  Pointer,
  Problem,
  TimeZone,
} from '@lpse-konsultasi/form-schema';
import type { FormElementTexts } from '../locales/form.js';
import type { Warning } from './warnings.js';

/** Takes a file's bytes to where they are kept and answers their reference. `onProgress` takes 0 to 1. */
export type Uploader = (
  file: File,
  options: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
) => Promise<AttachmentRef>;

/** A problem that only the page can see (half a date, a file on its way). Worded when shown, so that it follows the locale. */
export interface LocalProblem {
  readonly keyword: string;
  readonly message: (texts: FormElementTexts) => string;
}

/** What a widget may ask of the form around it. */
export interface FormContext {
  readonly model: FormModel;
  readonly locale: Locale;
  /** The office's time zone; without one, times are those of this browser. */
  readonly zone: TimeZone | undefined;
  readonly texts: FormElementTexts;
  readonly uploader: Uploader;
  /** Fires when the form is gone or starts anew: end what is under way. */
  readonly signal: AbortSignal;

  /** A short id, unique in the form and stable for the pointer. Pointers themselves may hold spaces. */
  idOf(pointer: Pointer): string;
  /**
   * The field at a pointer, which from then on renders itself whenever it changes. A widget that shows the parts of
   * its field in its own way gives the template for a part.
   */
  render(pointer: Pointer, template?: () => unknown): unknown;
  /** Renders the field at the pointer again, because something besides its model has changed. */
  refresh(pointer: Pointer): void;
  /** What a widget remembers about a field besides its value, made at the first call and gone with a reset. */
  state<T extends object>(pointer: Pointer, create: () => T): T;
  /**
   * Forgets what widgets remember about the parts of a list whose rows have other places now, and ends what is under way
   * in them: it would come back in another row. A remembered object may have an `end` method, called then, which names
   * what did not come to its end; these names are answered.
   */
  forgetRows(list: Pointer): readonly string[];
  /** Sets a value because a person did something: tells the page. */
  edit(pointer: Pointer, value: Json | undefined): void;
  /** Tells the page that a person changed the list or object at the pointer through the model itself. */
  edited(pointer: Pointer): void;
  /** What to show in a text control: what was typed, as long as it still means the value; else `text`. */
  entered(pointer: Pointer, text: string): string;
  problem(field: Field): Problem | undefined;
  /** What the person is asked to look at again in this field. */
  warning(field: Field): Warning | undefined;
  setLocalProblem(pointer: Pointer, problem: LocalProblem | undefined): void;
  /** Keeps the form from being sent, and says why when somebody tries. */
  blockSubmit(pointer: Pointer, problem: LocalProblem | undefined): void;
  /** Takes on what a widget wears. */
  wear(styles: CSSResult): void;
  /** The form is not complete on the page until this is settled. */
  waitFor(work: Promise<unknown>): void;
  /**
   * Does the work while nothing is pressed: now, or when the press is over. For what shows something of its own accord
   * (an upload that failed): it must not take a button away from under the pointer.
   */
  afterPress(work: () => void): void;
  /** A widget failed: tells the page, and lets the rest of the form go on. */
  failed(error: unknown): void;
  /** Says it to those who do not see it, without moving the focus. */
  announce(message: string): void;
  /** Moves the focus to what the selector finds in the field, once everything is on the page. */
  focus(pointer: Pointer, selector?: string): void;
}

/** A field, and the form that it stands in. */
export type Asked = Pick<FieldView, 'field' | 'form'>;

/** A field about to be rendered. */
export interface FieldView {
  readonly field: Field;
  readonly form: FormContext;
  /** For the native control; with a suffix for further ones. */
  readonly id: string;
  /** How to answer, as it stands between the field's name and its control; '' where nothing is said. */
  readonly hint: string;
  /** Ids of hint, error and warning, for `aria-describedby`. */
  readonly describedBy: string | typeof nothing;
  readonly problem: Problem | undefined;
  readonly warning: Warning | undefined;
}

/**
 * How a kind of field is asked for. A widget is a set of functions without state of its own: the form's root holds
 * the only event listeners and hands each event to the widget of the field that it happened in.
 */
export interface Widget {
  /**
   * Who names the control: a `label` for the control with the view's `id`, the legend of a `group` (a `radiogroup`
   * for a choice of one), or the widget itself (`own`).
   */
  readonly labelling: 'label' | 'group' | 'radiogroup' | 'own';
  /** The widget shows locked fields itself, because parts of it may be open. Default: the form shows the value as text. */
  readonly showsLocked?: boolean;
  /** What only this widget wears; the form takes it on when it first shows one. */
  readonly styles?: CSSResult;
  /** What the hint of such a field says besides the field's own words: how a value is typed, say. */
  how?(asked: Asked): string | undefined;
  /** The control, without label, hint and error. */
  render(view: FieldView): unknown;
  /**
   * Whether the control now shows its value in its usual spelling instead of what was typed: asked for when the field
   * is left, with the value in its normal form. Default: what was typed stays.
   */
  settles?(view: FieldView): boolean;
  /** Whether a control holds the field's value; one that does not is not read. Default: every control does. */
  reads?(control: Element, view: FieldView): boolean;
  /** The value that a native control holds, asked for on `input` and `change`. */
  read?(control: Element, view: FieldView): Json | undefined;
  /**
   * The focus has left a control: what was typed there can be taken, or told to be none. While a press is on its way it
   * is not asked, so that nothing moves from under the pointer; before the form is sent it is.
   */
  leave?(control: Element, view: FieldView): void;
  /** Any of the delegated events, before `read`. `preventDefault()` on `input` or `change` skips it. */
  handle?(event: Event, view: FieldView): void;
}
