import axe from 'axe-core';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { Officer } from './officer.js';
import { Visitor } from './visitor.js';

declare global {
  interface Window {
    lpseViolations: string[];
  }
}

/** What went wrong on any page of the test without anyone having been told. */
function watchPages(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('page', (page) => {
    page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1')
        faults.push(`request to ${hostname}`);
    });
  });
  return faults;
}

/** Collects what the portal's content security policy refuses, from the first script on. */
async function collectViolations(context: BrowserContext, faults: string[]): Promise<void> {
  await context.exposeFunction('lpseReport', (fault: string) => faults.push(fault));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { lpseReport(fault: string): void }).lpseReport;
      report(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
}

interface Office {
  /** The public page in its own tab. */
  readonly visitor: Visitor;
  /** The desk in another tab of the same browser. */
  readonly officer: Officer;
}

/**
 * A test in one browser with a public tab and a desk tab. Whatever it does, no page may throw, log an error, break the
 * portal's policy or ask another host for anything.
 */
export const test = base.extend<Office>({
  context: async ({ context }, use) => {
    const faults = watchPages(context);
    await collectViolations(context, faults);
    await use(context);
    expect(faults, 'faults that no test step asked for').toEqual([]);
  },
  visitor: async ({ context }, use) => {
    const visitor = new Visitor(await context.newPage());
    await visitor.open();
    await use(visitor);
  },
  officer: async ({ context }, use) => {
    const officer = new Officer(await context.newPage());
    await officer.open();
    await use(officer);
  },
});

export { expect };

/**
 * Goes to the page's end. A bar that sticks to the window's edge lies over something wherever else the page stands, and
 * what comes near is laid out on the way.
 */
export async function goToEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { scrollingElement: box } = document;
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    for (let before = -1; box !== null && box.scrollTop !== before;) {
      before = box.scrollTop;
      box.scrollTop = box.scrollHeight;
      await frame();
      await frame();
    }
  });
}

/** axe finds nothing on the page as it stands, with the whole of it laid out. */
export async function expectAccessible(page: Page): Promise<void> {
  await goToEnd(page);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const result = await window.axe.run(document, {
      // It would write the style sheets of shadow roots into the page, against the portal's policy; no rule asks for them.
      preload: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return result.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(
        ({ target, failureSummary }) => `${target.flat().join(' ')}: ${failureSummary}`,
      ),
    }));
  });
  expect(violations).toEqual([]);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
