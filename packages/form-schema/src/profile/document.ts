import type { FieldLayout, FieldPath, FormId, FormTexts } from '../forms/form.js';
import type { JsonObject } from '../json.js';
import type { Locale } from '../locale.js';
import type { SopDocument, Step, StepNumber } from '../procedure/procedure.js';
import type {
  BoardRules,
  CallingRules,
  CannedAnswer,
  Escalation,
  Office,
  Procedure,
  Retention,
  Survey,
  VoiceRules,
} from './profile.js';

/**
 * What an office changes of one form. Every verb adds or narrows, so that an overlay cannot drop the national core by
 * construction. They are applied in the order in which they stand here.
 */
export interface FormOverlay {
  /** Fields that the form offers but that are off in the core (`/nik`). */
  readonly show?: readonly FieldPath[];
  /** Values that the form knows but that are off in the core, by field (`video/mp4`). */
  readonly allow?: { readonly [path: FieldPath]: readonly string[] };
  /** Required fields that the core lets an office do without (`/npwp`). */
  readonly relax?: readonly FieldPath[];
  /** The office's own fields, by key; their values lie under `/x-daerah`. */
  readonly add?: { readonly [key: string]: JsonObject };
  /** Optional fields that the office does not ask for. */
  readonly hide?: readonly FieldPath[];
  /** Optional fields that the office needs. */
  readonly require?: readonly FieldPath[];
  /** Narrower limits: `{ "/judul": { "maxLength": 80 } }`. */
  readonly tighten?: { readonly [path: FieldPath]: JsonObject };
  /** The fields of a section in the office's order; those left out follow. */
  readonly order?: { readonly [sectionId: string]: readonly FieldPath[] };
  readonly layout?: { readonly [path: FieldPath]: FieldLayout };
  readonly texts?: { readonly [locale in Locale]?: FormTexts };
}

/** What an office changes of a step: its words and its time limit, never its place in the procedure. */
export type StepOverlay = Partial<
  Pick<Step, 'uraianKegiatan' | 'perlengkapan' | 'waktu' | 'output' | 'ket' | 'minutes'>
>;

export interface ProcedureOverlay extends Partial<
  Pick<
    Procedure,
    | 'maxCalls'
    | 'reopenDays'
    | 'checklist'
    | 'priority'
    | 'roles'
    | 'views'
    | 'numbers'
    | 'kiosk'
    | 'paperDays'
    | 'numberedFields'
  >
> {
  readonly calling?: Partial<Omit<CallingRules, 'priority'>> & {
    readonly priority?: Partial<CallingRules['priority']>;
  };
  readonly board?: Partial<Omit<BoardRules, 'voice'>> & { readonly voice?: Partial<VoiceRules> };
  readonly steps?: { readonly [no in StepNumber]?: StepOverlay };
}

/** A profile as it is written: `schemas/profile.schema.json` describes it. */
export interface ProfileDocument {
  readonly $schema?: string;
  readonly $comment?: string;
  readonly id: string;
  /** Default: `base`, the national core. */
  readonly extends?: string;
  readonly office?: Partial<Office>;
  readonly document?: Partial<SopDocument>;
  readonly forms?: { readonly [id in FormId]?: FormOverlay };
  readonly procedure?: ProcedureOverlay;
  readonly escalation?: Partial<Escalation>;
  readonly retention?: Retention;
  readonly answers?: readonly CannedAnswer[];
  readonly survey?: Survey;
  readonly locales?: readonly Locale[];
  readonly messages?: { readonly [locale in Locale]?: { readonly [key: string]: string } };
}
