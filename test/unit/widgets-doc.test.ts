import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const page = read('docs/reference/widgets.md');

describe('the reference of widgets', () => {
  it('names every widget, and says which come on demand', () => {
    const source = read('packages/elements/src/form/widgets/index.ts');
    const builtIn = /const builtIn = \{\n(.*?)\n\};/s.exec(source)?.[1] ?? '';
    const onDemand = /const onDemand[^{]*\{[^{]*\{\n(.*?)\n\};/s.exec(source)?.[1] ?? '';
    const expected = [
      ...[...builtIn.matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => [name, '']),
      ...[...onDemand.matchAll(/^ {2}(\w+): \{$/gm)].map(([, name]) => [name, 'yes']),
    ];
    const table = page.split('\n## ')[0] ?? '';
    const rows = [...table.matchAll(/^\| `(\w+)` *\|[^|]*\|([^|]*)\|/gm)];
    const said = rows.map(([, name, when = '']) => [name, when.trim()]);
    expect(expected.length).toBeGreaterThan(15);
    expect(said.sort()).toEqual(expected.sort());
  });

  it('shows a widget of a portal that is tested word for word', () => {
    const shown = /```ts\n(.*?)```/s.exec(page)?.[1] ?? 'none';
    expect(read('packages/elements/src/form/plug-in.browser.test.ts')).toContain(shown);
    expect(read('stories/form/fields.stories.ts')).toContain(shown);
  });
});
