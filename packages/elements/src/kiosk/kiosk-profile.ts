import type { FormDefinition, Profile } from '@lpse-konsultasi/form-schema';

/**
 * The office's profile for a device that many people share: the browser shall neither offer what the last visitor
 * wrote nor remember what this one writes.
 */
export function kioskProfile(profile: Profile): Profile {
  const forms = Object.entries(profile.forms).map(([id, form]) => [id, withoutAutofill(form)]);
  return { ...profile, forms: Object.fromEntries(forms) as Profile['forms'] };
}

function withoutAutofill(form: FormDefinition): FormDefinition {
  const named = form.layout.sections?.flatMap(({ fields }) => fields) ?? [];
  const paths = new Set([...named, ...Object.keys(form.layout.fields ?? {})]);
  const fields = [...paths].map((path) => [
    path,
    { ...form.layout.fields?.[path], autocomplete: 'off' },
  ]);
  return { ...form, layout: { ...form.layout, fields: Object.fromEntries(fields) } };
}
