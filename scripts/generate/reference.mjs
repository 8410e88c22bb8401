import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { writeManifest } from '../lib/manifest.mjs';
import { root } from '../lib/run.mjs';

const target = resolve(root, 'docs/reference/elements.md');

const opening = `# Elements

<!-- Written by \`npm run generate\` from the classes' docs blocks; edit those. -->

Each element stands alone with \`profile\` (the embedded default keeps its cases in this browser) or \`backend\`, or takes both from an \`<lpse-provider>\` around it. Its attributes can be set as properties too; what is listed under properties only cannot be written in HTML. Events: [events](events.md). Colours and sizes: [tokens](tokens.md).
`;

/** The order in which people meet the elements; one that is not named here follows at the end. */
const order = [
  ...[
    'lpse-consultation',
    'lpse-guest-book',
    'lpse-intake',
    'lpse-status',
    'lpse-confirmation',
    'lpse-sheet',
    'lpse-form',
  ],
  ...['lpse-provider', 'lpse-desk', 'lpse-queue', 'lpse-review', 'lpse-call', 'lpse-analysis'],
  ...['lpse-solution', 'lpse-escalation', 'lpse-archive', 'lpse-timeline'],
];

/** Writes docs/reference/elements.md, or with \`check\` only tells whether it is up to date. */
export async function generateReference({ check }) {
  const page = await referencePage();
  const isCurrent = (await readFile(target, 'utf8').catch(() => '')) === page;
  if (!check && !isCurrent) await writeFile(target, page);
  return isCurrent;
}

async function referencePage() {
  await writeManifest();
  const file = resolve(root, 'packages/elements/custom-elements.json');
  const { modules } = JSON.parse(await readFile(file, 'utf8'));
  const elements = modules
    .flatMap((module) => module.declarations)
    .filter(({ customElement }) => customElement)
    // The analyzer names them in the order in which a disk answers.
    .sort((a, b) => placeOf(a.tagName) - placeOf(b.tagName) || (a.tagName < b.tagName ? -1 : 1));
  const text = [opening, ...elements.map(describe)].join('\n');
  return format(text, { ...(await resolveConfig(target)), parser: 'markdown' });
}

function placeOf(tag) {
  const place = order.indexOf(tag);
  return place < 0 ? order.length : place;
}

function describe({ tagName, description, members = [], ...element }) {
  const fields = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const methods = members.filter(({ kind }) => kind === 'method').filter(isOwnMethod);
  return [
    `## \`<${tagName}>\`\n\n${description}\n`,
    table('Attribute', element.attributes, ({ name, type, default: initial }) => [
      code(name),
      code(type?.text.replace(' | undefined', '')),
      code(initial === 'undefined' ? '' : initial),
    ]),
    table('Property', fields, ({ name, type, readonly }) => [
      code(name),
      code(type?.text.replace(' | undefined', '')),
      readonly ? 'read-only' : '',
    ]),
    table('Method', methods, ({ name, parameters = [], return: result }) => [
      code(`${name}(${parameters.map((parameter) => parameter.name).join(', ')})`),
      code(result?.type.text),
    ]),
    table('Event', element.events, ({ name }) => [`[\`${name}\`](events.md#${name})`]),
    table('Part', element.cssParts, ({ name }) => [code(name)]),
    table('Slot', element.slots, ({ name }) => [name === '' ? '(default)' : code(name)]),
    table('State', element.cssStates, ({ name }) => [code(name)]),
  ].join('\n');
}

/** What the platform calls by itself is no one's to call. */
function isOwnMethod({ name, description }) {
  return description !== undefined && !/Callback$/.test(name);
}

const furtherColumns = {
  Attribute: ['Type', 'Default'],
  Property: ['Type', ''],
  Method: ['Gives'],
};

function table(title, entries = [], cellsOf) {
  if (entries.length === 0) return '';
  const head = [title, ...(furtherColumns[title] ?? []), 'Meaning'];
  const rows = entries.map((entry) => [...cellsOf(entry), oneLine(entry.description)]);
  return (
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n') +
    '\n'
  );
}

function code(text) {
  return text ? `\`${text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')}\`` : '';
}

function oneLine(text = '') {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
