import type { JsonObject } from '../json.js';
import type { Locale } from '../locale.js';
import type { Pointer } from '../pointer.js';
import type { Validate } from '../problem.js';
import type { Expression } from '../rules/language.js';

/** One form for each command of the procedure that asks a person for something, and the survey after it. The key names its schema file. */
export const formIds = [
  'guest-book',
  'consultation-form',
  'review',
  'call',
  'attendance',
  'analysis',
  'solution',
  'escalation',
  'copy-archive',
  'external-number',
  'reminder',
  'revocation',
  'lkpp-reply',
  'reopening',
  'cancellation',
  'deviation',
  'survey',
] as const;

export type FormId = (typeof formIds)[number];

/** A JSON Schema, 2020-12 as people write it. */
export type JsonSchema = boolean | JsonObject;

// A data pointer, with `*` in place of every array index: /lampiran/*/jenis is the kind of any attachment.
export type FieldPath = string;

/** What a field is called and how it is explained, in one language. */
export interface FieldTexts {
  /** A question's noun, e.g. "Nama lengkap". */
  readonly label?: string;
  /** How to answer, one sentence. */
  readonly hint?: string;
  /** A right value, shown in the hint and in error messages, e.g. "0812 3456 7890". */
  readonly example?: string;
  /** What some people need to know and most do not: it opens on demand. */
  readonly help?: string;
  /** Names of the choices by their value (`String(value)`). */
  readonly options?: { readonly [value: string]: string };
  /** For a list: the name of one row ("Lampiran") and of the button that adds one ("Tambah lampiran"). */
  readonly item?: string;
  readonly add?: string;
  /**
   * Messages that replace the general ones, by `Problem.messageKey`. May name `{params}`, and choose by a number:
   * `{limit|entry|entries}` says "entry" for one.
   */
  readonly messages?: { readonly [messageKey: string]: string };
}

/** All texts of one form in one language. */
export interface FormTexts {
  readonly title?: string;
  readonly description?: string;
  /** The button that sends the form. */
  readonly submit?: string;
  readonly sections?: {
    readonly [sectionId: string]: { readonly title?: string; readonly description?: string };
  };
  readonly fields?: { readonly [path: FieldPath]: FieldTexts };
}

/** How a field is shown. It never changes what is valid. */
export interface FieldLayout {
  /** A widget of the registry, when the one that follows from the schema is not the best. */
  readonly widget?: string;
  /** Options that the widget understands, e.g. `{ rows: 6 }`. */
  readonly options?: JsonObject;
  /** How much of the row it takes where there is room. Default `full`. */
  readonly width?: 'full' | 'half' | 'third';
  /** The HTML `autocomplete` token, e.g. `name`, `tel`, `email`. */
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  /** Part of the value, but not shown: set by the page or by a panel. */
  readonly hidden?: boolean;
  /** Whether the value stays when a condition hides the field. Default: it is cleared from what is submitted. */
  readonly whenHidden?: 'clear' | 'keep';
  /** The field shows while this holds. A rule never changes what is valid: a required field that it hides is missing. */
  readonly visible?: Expression;
  /** The field's value is what this yields: shown, not to be edited, kept in the value. */
  readonly calculate?: Expression;
  /** For a group, and under the path `''` for the form: its members in this order, those not named after them. */
  readonly order?: readonly string[];
}

export interface SectionLayout {
  readonly id: string;
  /** The fields in their order. A pointer of an object stands for all its fields. */
  readonly fields: readonly Pointer[];
  /** The section, and every field that it names, shows while this holds. */
  readonly visible?: Expression;
}

/** The order, grouping and widgets of a form: a second document beside the schema, never mixed into it. */
export interface Layout {
  /** Fields that no section names follow in a last section of their own, so that none is lost. */
  readonly sections?: readonly SectionLayout[];
  /**
   * Sections come one at a time, and at the end all answers once more: where the form is narrow (`true` or `narrow`),
   * or on every screen (`always`). Where they stand together and there is room, an index of them stands beside.
   */
  readonly steps?: boolean | 'narrow' | 'always';
  readonly fields?: { readonly [path: FieldPath]: FieldLayout };
  /** Texts by language. Where a text is missing, the schema's `title`, `description` and `examples` serve. */
  readonly texts?: { readonly [locale in Locale]?: FormTexts };
}

/** A condition of the schema (the `if` of an `if/then/else`) as a predicate over the value that it applies to. */
export type Condition = (value: unknown) => boolean;

/**
 * A validator and the conditions that decide which fields apply. Generated at build time for forms that are known then
 * (strict CSP, no `eval`), interpreted at run time for all others; both are one interface.
 */
export interface FormValidator extends Validate {
  /**
   * Each `if` of the schema, by the JSON Pointer of the schema that holds it (`''`, `/allOf/2`, …); and where the
   * validator can say it, each branch of a `oneOf` or `anyOf`, by its pointer with a slash behind it.
   */
  readonly conditions?: { readonly [schemaPointer: string]: Condition };
  /** That the schema was found to be plain (`isPlainSchema`) when the validator was made: a page does not look again. */
  readonly isPlain?: boolean;
}

/** A form as a profile offers it: what is valid, how it is shown, how it is checked. */
export interface FormDefinition {
  readonly id: string;
  readonly schema: JsonSchema;
  readonly layout: Layout;
  readonly validate: FormValidator;
}
