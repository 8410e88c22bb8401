import {
  LpseError,
  loadTexts,
  withTexts,
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

const shipped: { readonly [id: string]: () => Promise<{ readonly profile: Profile }> } = {
  base: () => import('@lpse-konsultasi/form-schema/profiles/base'),
  batang: () => import('@lpse-konsultasi/form-schema/profiles/batang'),
};

/**
 * The profile for what a page names: the id of a shipped one, the URL of a profile document, or a profile itself, with
 * the texts of the locale in it.
 *
 * @throws {LpseError} `LPSE_PROFILE_NOT_FOUND` when there is none there, `LPSE_PROFILE_INVALID` (a `ProfileError`)
 * when it breaks a rule.
 */
export async function resolveProfile(source: string | Profile, locale: Locale): Promise<Profile> {
  if (typeof source !== 'string') return source;
  const load = Object.hasOwn(shipped, source) ? shipped[source] : undefined;
  if (load === undefined) return loadFromUrl(source);
  const [{ profile }, texts, fallback] = await Promise.all([
    load(),
    loadTexts(source, locale),
    loadTexts(source, 'id'),
  ]);
  return withTexts(withTexts(profile, 'id', fallback), locale, texts);
}

async function loadFromUrl(url: string): Promise<Profile> {
  const [{ loadProfile }, { compile }, document] = await Promise.all([
    import('@lpse-konsultasi/form-schema'),
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
