// Reads what the generated modules are made from: the JSON documents, and the rules that settle a profile.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { runnerImport } from 'vite';

/**
 * The rules of the package themselves, run from their TypeScript, so that a profile that is generated here and one that
 * is loaded at run time are settled by the same code.
 */
export async function loadRules(packageRoot) {
  const load = async (file) => {
    const { module } = await runnerImport(path.join(packageRoot, 'src', file), {
      configFile: false,
      root: packageRoot,
      logLevel: 'error',
    });
    return module;
  };
  const { resolveProfile } = await load('profile/resolve.ts');
  const { wordBreach } = await load('profile/messages.ts');
  const { publicFormIds } = await load('profile/profile.ts');
  const { formIds } = await load('forms/form.ts');
  const { locales } = await load('locale.ts');
  const { inlineRefs } = await load('schema/refs.ts');
  const { isPlainSchema } = await load('schema/plain.ts');
  return {
    resolveProfile,
    wordBreach,
    publicFormIds,
    formIds,
    locales,
    inlineRefs,
    isPlainSchema,
  };
}

export async function readCatalogue(packageRoot, formIds) {
  const json = async (file) => JSON.parse(await readFile(path.join(packageRoot, file), 'utf8'));
  const forms = {};
  for (const id of formIds)
    forms[id] = {
      schema: await json(`schemas/${id}.schema.json`),
      layout: await json(`layouts/${id}.layout.json`),
      texts: { id: await json(`texts/${id}.id.json`), en: await json(`texts/${id}.en.json`) },
    };
  const { document, steps } = await json('sop/sop-lpse-btg-008.json');
  const profiles = {};
  for (const file of (await readdir(path.join(packageRoot, 'profiles'))).sort()) {
    if (!file.endsWith('.json')) continue;
    const profile = await json(`profiles/${file}`);
    if (`${profile.id}.json` !== file)
      throw new Error(`profiles/${file} has the id "${profile.id}"; name the file after it`);
    profiles[profile.id] = profile;
  }
  return { forms, sop: { document, steps }, profiles };
}
