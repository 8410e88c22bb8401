import axe from 'axe-core';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { createPortalServer } from '../../scripts/serve.mjs';
import { goToEnd } from './support/test.js';

const folder = resolve(import.meta.dirname, '../../storybook-static');
const index = resolve(folder, 'index.json');

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly type: 'story' | 'docs';
}

/** What Storybook's preview offers inside its frame. */
interface Preview {
  onSetCurrentStory(selection: { storyId: string; viewMode: string }): void;
  readonly currentRender?: { readonly id?: string; readonly phase?: string };
}

const entries = existsSync(index)
  ? Object.values((JSON.parse(readFileSync(index, 'utf8')) as { entries: object }).entries)
  : [];
const stories = (entries as Entry[]).filter(({ type }) => type === 'story');
const titles = [...new Set(stories.map(({ title }) => title))];

const test = base.extend<object, { readonly storybook: string }>({
  storybook: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const server = await createPortalServer({ mounts: [{ prefix: '/', folder }] });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

// Storybook's own frame has inline styles and scripts; the elements' policy is tested on the portal.
test.use({ bypassCSP: true, trace: 'off' });

/** Goes to a story inside the frame that is open, which is many times faster than a new one. */
async function show(page: Page, id: string): Promise<void> {
  await page.evaluate((storyId) => {
    const preview = (window as unknown as { __STORYBOOK_PREVIEW__: Preview }).__STORYBOOK_PREVIEW__;
    preview.onSetCurrentStory({ storyId, viewMode: 'story' });
  }, id);
  await settled(page, id);
}

/** The story is drawn, what it plays is played, and none of its elements is still loading. */
async function settled(page: Page, id: string): Promise<void> {
  await page.waitForFunction((storyId) => {
    const preview = (window as unknown as { __STORYBOOK_PREVIEW__?: Preview })
      .__STORYBOOK_PREVIEW__;
    const { id: shown, phase } = preview?.currentRender ?? {};
    if (document.body.classList.contains('sb-show-errordisplay')) return true;
    if (shown !== storyId || !/^(completed|finished)$/.test(phase ?? '')) return false;
    const root = document.querySelector('#storybook-root');
    const isLoading = (element: Element): boolean =>
      element.matches('.loading') ||
      [...(element.shadowRoot?.children ?? []), ...element.children].some(isLoading);
    return root !== null && root.childElementCount > 0 && !isLoading(root);
  }, id);
}

test('Storybook is built', () => {
  expect(stories.length, 'Run `npm run build:storybook` first.').toBeGreaterThan(0);
});

for (const title of titles) {
  test(`each story of ${title} opens without an error, and axe finds nothing`, async ({
    page,
    storybook,
  }) => {
    const faults: string[] = [];
    let id = '';
    page.on('pageerror', (error) => faults.push(`${id}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${id}: ${message.text()}`);
    });
    const [first, ...rest] = stories.filter((story) => story.title === title);
    id = first?.id ?? '';
    await page.goto(`${storybook}iframe.html?id=${id}&viewMode=story`);
    await settled(page, id);
    await page.evaluate(axe.source);
    await examine(page, id);
    for (const story of rest) {
      id = story.id;
      await show(page, id);
      await examine(page, id);
    }
    expect(faults).toEqual([]);
  });
}

async function examine(page: Page, id: string): Promise<void> {
  await test.step(id, async () => {
    await expect(page.locator('body'), `${id} shows an error`).not.toHaveClass(/errordisplay/);
    await goToEnd(page);
    const violations = await page.evaluate(async () => {
      const result = await window.axe.run('#storybook-root', {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // A story is a piece of a page; main landmark, headings above and regions are the page's own.
        rules: {
          'landmark-one-main': { enabled: false },
          'page-has-heading-one': { enabled: false },
          region: { enabled: false },
        },
      });
      return result.violations.flatMap(({ id: rule, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${rule} ${target.flat().join(' ')}: ${failureSummary}`,
        ),
      );
    });
    expect(violations).toEqual([]);
  });
}
