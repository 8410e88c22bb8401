import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { afterEach, describe, expect, it } from 'vitest';
import { Browser, browserFlags, browserPath, openSite } from './support/browser.js';
import { isLate, patience, pause, randomFrom, scale, seed, tell, until } from './support/scale.js';

const leave: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of leave.splice(0).reverse()) await each();
}, 60_000);

if (browserPath === undefined)
  process.stdout.write(
    'promise: no Chromium is installed: the proofs of the browser are left out\n',
  );

describe.skipIf(browserPath === undefined)('a browser', () => {
  const kills = scale('BROWSER_KILLS', 2, 100);

  it(
    `that is killed while someone drafts has every draft that was said to be stored: ${kills} kills`,
    async () => {
      const random = randomFrom(seed);
      const stored = new Map<string, number>();
      let inThisLife = 0;
      let looked: object | undefined;
      const site = await openSite({
        // Compared before the page goes on and stores more.
        '/found': (said) => {
          const { databases, found } = said as {
            readonly databases: number;
            readonly found: Readonly<Record<string, number>>;
          };
          const isThere = ([key, n]: readonly [string, number]): boolean => (found[key] ?? 0) >= n;
          const missing = [...stored].filter((each) => !isThere(each));
          looked = { missing, ...(missing.length > 0 && { databases, found }) };
        },
        '/stored': (said) => {
          const { key, n } = said as { readonly key: string; readonly n: number };
          stored.set(key, n);
          inThisLife += 1;
        },
      });
      leave.push(() => site.close());
      const profile = mkdtempSync(join(tmpdir(), 'lpse-browser-'));
      leave.push(() => rmSync(profile, { recursive: true, force: true, maxRetries: 10 }));
      const browser = new Browser(profile);
      leave.push(() => browser.kill());

      let drafts = 0;
      let done = 0;
      const look = async (): Promise<void> => {
        [looked, inThisLife] = [undefined, 0];
        browser.start(`${site.url}?draft`);
        const seen = await until(() => looked, 'the browser shows the page');
        expect(seen, `after kill ${done}, seed ${seed}`).toEqual({ missing: [] });
      };
      while (done < kills && !(done > 0 && isLate())) {
        await look();
        await until(() => (inThisLife > 0 ? true : undefined), 'a draft is stored');
        await pause(random() * 800);
        await browser.kill();
        done += 1;
        drafts += inThisLife;
        if (done % 25 === 0) tell('drafts in a browser that is killed, so far', { kills: done });
      }
      await look();
      expect(stored.size).toBeGreaterThan(0);
      tell('drafts in a browser that is killed', { kills: done, 'stored drafts': drafts, lost: 0 });
    },
    patience(120_000),
  );

  const races = scale('BROWSER_RACES', 5, 500);

  it(
    `with two tabs on one outbox sends each command once: ${races} races`,
    async () => {
      const sent = new Map<string, number>();
      let isDown = false;
      const waiting = new Map<string, () => void>();
      const site = await openSite({
        '/send': async (key) => {
          if (isDown) throw new Error('the line is down');
          sent.set(String(key), (sent.get(String(key)) ?? 0) + 1);
          // Long enough for the other tab to send the same, if it would.
          await pause(Math.random() * 10);
        },
        '/meet': (place) =>
          new Promise<void>((go) => {
            const other = waiting.get(String(place));
            waiting.delete(String(place));
            if (other === undefined) return waiting.set(String(place), go);
            other();
            go();
          }),
      });
      leave.push(() => site.close());
      const browser = await chromium.launch({
        ...(browserPath !== undefined && { executablePath: browserPath }),
        args: [...browserFlags],
      });
      leave.push(() => browser.close());
      const context = await browser.newContext();
      const open = async (): Promise<Page> => {
        const page = await context.newPage();
        await page.goto(site.url);
        await page.waitForFunction(() => 'deeds' in globalThis);
        return page;
      };
      const tabs = [await open(), await open()] as const;

      let done = 0;
      while (done < races && !(done > 0 && isLate())) {
        const [from, to] = [done, Math.min(races, done + 25)];
        await Promise.all(
          tabs.map((page, tab) =>
            page.evaluate(([t, a, b]) => globalThis.deeds.race(t, a, b), [tab, from, to] as const),
          ),
        );
        done = to;
        expect([...sent.values()].filter((times) => times !== 1)).toEqual([]);
        if (done % 100 === 0) tell('two tabs of a browser, so far', { races: done });
      }
      expect(sent.size).toBe(4 * done);

      // The tab that sends is closed while its line is down: the other one takes over.
      isDown = true;
      await tabs[0].evaluate(() => globalThis.deeds.handInMany('pindah', 5));
      const finished = tabs[1].evaluate(() => globalThis.deeds.finish('pindah'));
      await tabs[0].close();
      isDown = false;
      await finished;
      expect(sent.size).toBe(4 * done + 5);
      expect([...sent.values()].filter((times) => times !== 1)).toEqual([]);
      tell('two tabs of a browser, one outbox, Web Locks', {
        ...{ races: done, commands: sent.size, 'sent twice': 0, lost: 0 },
      });
    },
    patience(120_000),
  );
});
