import type { FormId, FormTexts, Layout } from '../forms/form.js';
import type { JsonObject } from '../json.js';
import type { Locale } from '../locale.js';
import type { SopDocument, Step } from '../procedure/procedure.js';
import type { ProfileDocument } from './document.js';
import type { Profile } from './profile.js';

/** One form as data: what `schemas/`, `layouts/` and `texts/` say of it. */
export interface FormSource {
  readonly schema: JsonObject;
  readonly layout: Omit<Layout, 'texts'>;
  readonly texts: { readonly [locale in Locale]: FormTexts };
}

/** Everything that a profile is made from. */
export interface Catalogue {
  readonly forms: { readonly [id in FormId]: FormSource };
  readonly sop: { readonly document: SopDocument; readonly steps: readonly Step[] };
  /** The profiles that are shipped, by id. `base` is one of them. */
  readonly profiles: { readonly [id: string]: ProfileDocument };
}

/** A profile with everything settled, before its forms have validators. */
export interface ResolvedProfile extends Omit<Profile, 'forms'> {
  readonly forms: { readonly [id in FormId]: FormSource };
}
