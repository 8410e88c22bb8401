import {
  LpseError,
  isShipped,
  loadShipped,
  loadShippedPublic,
  type FormId,
  type Locale,
  type Problem,
  type Profile,
} from '@lpse-konsultasi/form-schema';

/** A profile document breaks a rule; `problems` say where and why. */
export class ProfileError extends LpseError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('LPSE_PROFILE_INVALID', {
      detail: problems.map(({ pointer, message }) => `${pointer || '/'}: ${message}`).join('; '),
    });
    this.problems = problems;
  }
}

/** For whom a page loads a profile: a public page leaves the forms of the desk where they are. */
export type Audience = 'public' | 'staff';

/**
 * The profile for what a page names: the id of a shipped one, the URL of a profile document, or a profile itself, with
 * the texts of the locale in it, and the Indonesian ones that the official sheet needs.
 *
 * @throws {LpseError} `LPSE_PROFILE_NOT_FOUND` when there is none there, `LPSE_PROFILE_INVALID` (a `ProfileError`)
 * when it breaks a rule.
 */
export async function resolveProfile(
  source: string | Profile,
  locale: Locale,
  audience: Audience,
): Promise<Profile> {
  if (typeof source !== 'string') return source;
  if (!isShipped(source)) return loadFromUrl(source);
  // A visitor's commands, and every rule that judges them, use the public forms only; the roles of a profile see to it.
  const load = (language: Locale): Promise<Profile> =>
    audience === 'staff' ? loadShipped(source, language) : loadShippedPublic(source, language);
  const [profile, indonesian] = await Promise.all([load(locale), load('id')]);
  return locale === 'id' ? profile : withTextsOf(profile, indonesian);
}

/** The profile, speaking also the languages of another copy of it. */
function withTextsOf(profile: Profile, other: Profile): Profile {
  const forms = Object.entries(profile.forms).map(([id, form]) => {
    const texts = { ...other.forms[form.id as FormId]?.layout.texts, ...form.layout.texts };
    return [id, { ...form, layout: { ...form.layout, texts } }] as const;
  });
  return { ...profile, forms: Object.fromEntries(forms) as Profile['forms'] };
}

async function loadFromUrl(url: string): Promise<Profile> {
  const [{ loadProfile }, { compile }, document] = await Promise.all([
    import('@lpse-konsultasi/form-schema/load-profile'),
    import('@lpse-konsultasi/form-schema/compile'),
    fetchDocument(url),
  ]);
  const result = loadProfile(document, { compile });
  if (!result.ok) throw new ProfileError(result.problems);
  return result.profile;
}

async function fetchDocument(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return (await response.json()) as unknown;
  } catch (cause) {
    throw new LpseError('LPSE_PROFILE_NOT_FOUND', { detail: url, cause });
  }
}
