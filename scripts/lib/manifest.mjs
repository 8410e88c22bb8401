import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, runNode, tool } from './run.mjs';

const folder = resolve(root, 'packages/elements');

/**
 * Writes packages/elements/custom-elements.json, from which Storybook draws its tables and editors
 * complete tags. Returns the tags that it describes.
 */
export async function writeManifest() {
  const code = await runNode(
    tool('@custom-elements-manifest/analyzer', 'cem'),
    [
      ...['analyze', '--litelement', '--quiet', '--outdir', '.'],
      ...['--globs', 'src/**/*.ts', '--exclude', 'src/**/*.test.ts', 'src/testing/**'],
    ],
    { cwd: folder },
  );
  if (code !== 0) throw new Error('cem analyze failed');
  const file = resolve(folder, 'custom-elements.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const tags = definedTags();
  describeElements(manifest, tags);
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  return [...tags.values()];
}

/** Tags by the name of their class, from the one folder that registers elements. */
function definedTags() {
  const source = readdirSync(resolve(folder, 'src/define'))
    .map((name) => readFileSync(resolve(folder, 'src/define', name), 'utf8'))
    .join('\n');
  const calls = source.matchAll(/^define\(\s*'([a-z-]+)',\s*(\w+),?\s*\)/gm);
  return new Map([...calls].map(([, tag, className]) => [className, tag]));
}

/**
 * The analyzer sees classes but not our `define`, and lists all that is there. Here each element
 * gets its tag, and only what a page can use stays: elements, their public members, and events.
 */
function describeElements(manifest, tags) {
  const missing = new Set(tags.keys());
  for (const module of manifest.modules) {
    module.declarations = (module.declarations ?? []).filter((declaration) => {
      const tag = tags.get(declaration.name);
      declaration.members = declaration.members?.filter(isPublic);
      // The analyzer takes the arguments of any dispatched event for names; ours are in the docs block.
      declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('lpse-'));
      if (tag === undefined) return module.path.startsWith('src/events/');
      missing.delete(declaration.name);
      Object.assign(declaration, { customElement: true, tagName: tag });
      module.exports.push({
        kind: 'custom-element-definition',
        name: tag,
        declaration: { name: declaration.name, module: module.path },
      });
      return true;
    });
  }
  if (missing.size > 0) throw new Error(`Defined, but never declared: ${[...missing].join(', ')}`);
  manifest.modules = manifest.modules.filter((module) => module.declarations.length > 0);
}

function isPublic({ privacy, name }) {
  return (privacy === undefined || privacy === 'public') && !name.startsWith('#');
}
