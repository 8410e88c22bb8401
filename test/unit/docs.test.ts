import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes, refusalCodes } from '@lpse-konsultasi/form-schema';
import { compile } from '@lpse-konsultasi/form-schema/compile';
import { loadProfile } from '@lpse-konsultasi/form-schema/load-profile';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(resolve(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The code of a page's blocks in one language. */
function blocks(page: string, language: string): string[] {
  const found = read(page).matchAll(new RegExp(`^\\s*\`\`\`${language}\\n(.*?)^\\s*\`\`\``, 'gms'));
  return [...found].map(([, code = '']) => code);
}

/** The codes in the first column of the table under a heading. */
function codesUnder(heading: string): string[] {
  const section = read('docs/reference/errors.md').split(`## ${heading}\n`)[1]?.split('\n## ')[0];
  return [...(section ?? '').matchAll(/^\| `(LPSE_\w+)`/gm)].map(([, code = '']) => code);
}

describe('the reference of errors', () => {
  it('names every error code, and none that does not exist', () => {
    expect(codesUnder('Errors').sort()).toEqual(Object.keys(errorCodes).sort());
  });

  it('names every refusal code, and none that does not exist', () => {
    expect(codesUnder('Refusals').sort()).toEqual([...refusalCodes].sort());
  });
});

describe('the reference of events', () => {
  const folder = 'packages/elements/src/events';
  const classes = readdirSync(resolve(root, folder)).flatMap((name) =>
    read(`${folder}/${name}`)
      .split('export class ')
      .slice(1)
      .map((source) => ({
        name: /super\('([a-z-]+)'/.exec(source)?.[1] ?? '',
        className: /^\w+/.exec(source)?.[0] ?? '',
        fields: [...source.matchAll(/^ {2}readonly (\w+):/gm)].map(([, field = '']) => field),
        isCancelable: source.includes('cancelable: true'),
      })),
  );
  const chapters = read('docs/reference/events.md').split('\n## ').slice(1);

  it('has a chapter for every event, and none for one that does not exist', () => {
    const titles = chapters.map((chapter) => chapter.split('\n')[0]);
    expect(titles.sort()).toEqual(classes.map(({ name }) => name).sort());
  });

  it.each(classes)(
    'says of $name its class, its fields and whether it can be cancelled',
    (event) => {
      const chapter = chapters.find((text) => text.startsWith(`${event.name}\n`)) ?? '';
      expect(chapter).toContain(`\`${event.className}\``);
      expect(chapter.includes('**cancelable**')).toBe(event.isCancelable);
      const fields = [...chapter.matchAll(/^\| `(\w+)`/gm)].map(([, field]) => field);
      expect(fields).toEqual(event.fields);
    },
  );
});

describe('the pages', () => {
  it.each(pages)('%s links to files that exist', (page) => {
    const links = [...read(page).matchAll(/(?:\]\(|src=")([^)":#\s]+)(?:#[^)\s]*)?[)"]/g)]
      .map(([, link = '']) => link)
      .filter((link) => !link.startsWith('/') && !link.includes('…'));
    const lost = links.filter((link) => !existsSync(resolve(root, dirname(page), link)));
    expect(lost).toEqual([]);
  });

  it.each(pages)('%s imports only what the packages export', async (page) => {
    const imports = blocks(page, 'js').flatMap((code) => [
      ...code.matchAll(/import \{ ([^}]+) \} from '(@lpse-konsultasi\/[^']+)'/g),
    ]);
    for (const [, names = '', module = ''] of imports) {
      const exported = (await import(/* @vite-ignore */ module)) as object;
      for (const name of names.split(', ')) expect(exported, module).toHaveProperty(name);
    }
  });

  it.each(['README.md', 'docs/reference/profile.md'])('%s shows profiles that load', (page) => {
    const documents = blocks(page, 'json').map((code) => JSON.parse(code) as unknown);
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents)
      expect(loadProfile(document, { compile })).toMatchObject({ ok: true });
  });
});
