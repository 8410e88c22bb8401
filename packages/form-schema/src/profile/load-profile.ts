import type { FormDefinition, FormId, FormValidator, JsonSchema } from '../forms/form.js';
import { formIds } from '../forms/form.js';
import { catalogue } from '../generated/catalogue.js';
import { profileSchema } from '../generated/profile-schema.js';
import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import type { Problem } from '../problem.js';
import type { ValidatorOptions } from '../validation/form-validator.js';
import type { FormSource, ResolvedProfile } from './catalogue.js';
import type { ProfileDocument } from './document.js';
import { wordBreach, wordEnum } from './messages.js';
import type { Profile } from './profile.js';
import type { Breach } from './report.js';
import { resolveProfile } from './resolve.js';

export interface LoadProfileOptions {
  /** The run-time `compile` of this package; passed in, so that a page with shipped profiles does not carry it. */
  readonly compile: (schema: JsonSchema, options?: ValidatorOptions) => FormValidator;
  /** The profile that the document extends, when it is not a shipped one. */
  readonly base?: ProfileDocument;
  /** The language of the problems and of the forms' messages. Default: Indonesian. */
  readonly locale?: Locale;
}

export type LoadedProfile =
  | { readonly ok: true; readonly profile: Profile<FormId> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The profile that a document describes, ready for use, or every reason why not: what does not have the shape of a
 * profile, or what breaks a rule that no office may change. Problems point into the document. Never throws for any
 * document, whatever it holds.
 */
export function loadProfile(document: unknown, options: LoadProfileOptions): LoadedProfile {
  const { base, compile, locale = 'id' } = options;
  const checkShape = compile(profileSchema, { locale });
  const misshapen = [
    ...checkShape(document),
    ...(base === undefined ? [] : checkShape(base).map(atParent)),
  ];
  if (misshapen.length > 0)
    return { ok: false, problems: misshapen.map((problem) => withChoices(problem, locale)) };
  const profiles = { ...catalogue.profiles, ...(base && { [base.id]: plain(base) }) };
  const own = { base: catalogue.profiles['base'] as ProfileDocument };
  const resolution = resolveProfile(plain(document), {
    ...catalogue,
    profiles: { ...profiles, ...own },
  });
  if (!resolution.ok)
    return { ok: false, problems: resolution.breaches.map((breach) => worded(breach, locale)) };
  return { ok: true, profile: withValidators(resolution.profile, compile, locale) };
}

/** A copy without getters or prototypes: what was checked is what is used. */
function plain(document: unknown): ProfileDocument {
  return JSON.parse(JSON.stringify(document)) as ProfileDocument;
}

function atParent(problem: Problem): Problem {
  return { ...problem, pointer: `/extends${problem.pointer}` };
}

function worded({ pointer, rule, params }: Breach, locale: Locale): Problem {
  const message = wordBreach(rule, params, locale);
  return { pointer, keyword: rule, params, messageKey: `profile.${rule}`, message };
}

/** Whoever writes a profile sees no list to choose from, as a person before a form does: the message has it. */
function withChoices(problem: Problem, locale: Locale): Problem {
  const { allowed } = problem.params;
  return problem.keyword === 'enum' && Array.isArray(allowed)
    ? { ...problem, message: wordEnum(allowed as readonly Json[], locale) }
    : problem;
}

function withValidators(
  profile: ResolvedProfile,
  compile: LoadProfileOptions['compile'],
  locale: Locale,
): Profile<FormId> {
  const forms = formIds.map((id) => [id, definition(id, profile, compile, locale)] as const);
  return { ...profile, forms: Object.fromEntries(forms) as Profile<FormId>['forms'] };
}

function definition(
  id: FormId,
  { forms, locales }: ResolvedProfile,
  compile: LoadProfileOptions['compile'],
  locale: Locale,
): FormDefinition {
  const { schema, layout, texts }: FormSource = forms[id];
  const spoken = Object.fromEntries(locales.map((language) => [language, texts[language]]));
  return {
    id,
    schema,
    layout: { ...layout, texts: spoken },
    validate: compile(schema, { locale }),
  };
}
