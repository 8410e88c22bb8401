import type { FormDefinition, FormId, FormTexts } from '../forms/form.js';
import type { ShippedId } from '../generated/shipped.js';
import {
  importDeskTexts,
  importProfile,
  importPublicProfile,
  importPublicTexts,
  shippedIds,
} from '../generated/shipped.js';
import type { Locale } from '../locale.js';
import type { Profile } from './profile.js';

export { shippedIds, type ShippedId };

/** Whether a profile of this name is shipped, so that no request is needed for it. */
export function isShipped(id: string): id is ShippedId {
  return (shippedIds as readonly string[]).includes(id);
}

/** A shipped profile with the texts of one language; further ones are added by `withTexts`. */
export async function loadShipped(id: ShippedId, locale: Locale): Promise<Profile<FormId>> {
  const [{ profile }, texts] = await Promise.all([importProfile[id](), loadTexts(id, locale)]);
  return withTexts(profile, locale, texts);
}

/** The same, with the forms of the public only: a public page loads nothing of the desk. */
export async function loadShippedPublic(id: ShippedId, locale: Locale): Promise<Profile> {
  const [{ profile }, { texts }] = await Promise.all([
    importPublicProfile[id](),
    importPublicTexts[id][locale](),
  ]);
  return withTexts(profile, locale, texts);
}

/** All texts of a shipped profile in one language. */
export async function loadTexts(
  id: ShippedId,
  locale: Locale,
): Promise<{ readonly [id in FormId]: FormTexts }> {
  const [forPublic, forDesk] = await Promise.all([
    importPublicTexts[id][locale](),
    importDeskTexts[id][locale](),
  ]);
  return { ...forPublic.texts, ...forDesk.texts };
}

/** The profile whose forms also speak this language; the profile given stays as it is. */
export function withTexts<Forms extends FormId>(
  profile: Profile<Forms>,
  locale: Locale,
  texts: { readonly [id in NoInfer<Forms>]: FormTexts },
): Profile<Forms> {
  const forms = (Object.entries(profile.forms) as [Forms, FormDefinition][]).map(([id, form]) => {
    const layout = { ...form.layout, texts: { ...form.layout.texts, [locale]: texts[id] } };
    return [id, { ...form, layout }] as const;
  });
  return { ...profile, forms: Object.fromEntries(forms) as Profile<Forms>['forms'] };
}
