import { readFileSync } from 'node:fs';

/**
 * The floor rule: imports go down only, and only through the doors that the lower package's
 * `exports` opens. What each package may import is read from its own package.json, so adding a
 * dependency there is the one step that allows it.
 */
const scope = '@lpse-konsultasi/';

/** Packages by floor, from the ground up; a package may know those of lower floors, never its neighbours. */
const floors = [['form-schema'], ['client'], ['elements', 'server']];

const floorOf = (name) => floors.findIndex((packages) => packages.includes(name));

/** Dependencies that must stay out of the first load: only `import()` may reach them. */
const lazyOnly = ['signature_pad'];

const readManifest = (name) =>
  JSON.parse(readFileSync(new URL(`../../packages/${name}/package.json`, import.meta.url), 'utf8'));

const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** A regular expression source for every specifier under which `name` may be imported. */
function publicEntries(name) {
  const entries = Object.keys(readManifest(name).exports)
    .filter((entry) => !entry.endsWith('.json'))
    .map((entry) => escape(entry.slice(1)).replaceAll(String.raw`\*`, '.+'));
  return `${escape(scope + name)}(?:${entries.join('|')})$`;
}

function lowerFloors(name) {
  return floors.slice(0, floorOf(name)).flat();
}

/** Packages that run under Node only. */
const underNode = ['server'];

/** `patterns` of no-restricted-imports for the sources of package `name`. */
export function floorPatterns(name) {
  const own = Object.keys(readManifest(name).dependencies ?? {}).filter(
    (dependency) => !dependency.startsWith(scope) && !lazyOnly.includes(dependency),
  );
  const allowed = [
    String.raw`\.{1,2}\/`,
    ...lowerFloors(name).map(publicEntries),
    ...own.map((dependency) => `${escape(dependency)}(?:$|\\/)`),
    ...(underNode.includes(name) ? ['node:'] : []),
  ];
  return [
    {
      regex: `^(?!${allowed.join('|')})`,
      message: `packages/${name} may import its own files, the public entries of the floors below, and the dependencies in its package.json.`,
    },
    escapePattern,
  ];
}

/** The same for its tests, which may use development tools but still look down only. */
export function testFloorPatterns(name) {
  const allowed = [...lowerFloors(name), name].map(publicEntries);
  return [
    {
      regex: `^${escape(scope)}(?!${allowed.map((entry) => entry.slice(escape(scope).length)).join('|')})`,
      message: `Tests of packages/${name} may import the public entries of their own floor and below.`,
    },
    escapePattern,
  ];
}

/** A selector for `import()` of a package that `name` must not know, which no-restricted-imports does not see. */
export function upwardImport(name) {
  const within = [...lowerFloors(name), name];
  const others = floors
    .flat()
    .filter((other) => !within.includes(other))
    .join('|');
  return [
    {
      selector: `ImportExpression[source.value=/^@lpse-konsultasi\\u002F(${others})/]`,
      message: 'Imports go down only.',
    },
  ];
}

/** Nobody reaches into another package by path, nor up into the folders that use the packages. */
const escapePattern = {
  regex: String.raw`^(\.\.\/)+(packages|stories|test|bench|examples|scripts|form-schema|client|elements|server)\/`,
  message: 'Import other packages by their name; nothing imports stories, test, bench, examples.',
};
