import { chromium } from 'playwright-core';
import { ensureBrowser } from './ensure-browser.mjs';

/** A phone, which is who waits longest: its lists are those for a finger. */
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/**
 * Draws the element that a selector finds on a page, in a browser that nobody has used before, and resolves to
 * `{ html, sheets }` as `predraw` of the page's own script answers them. `sheets` names the folder of the style sheets as the
 * page will; `at` is the moment that the page is to believe it is. Rejects when the page has no such element.
 */
export async function drawFrom(address, { select, script, sheets, withoutScript, at }) {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ ...phone, locale: 'id-ID', reducedMotion: 'reduce' });
    if (at !== undefined) await page.clock.setFixedTime(at);
    await page.goto(address);
    return await page.locator(select).evaluate(
      async (element, given) => {
        const { predraw } = await import(new URL(given.script, element.baseURI).href);
        return predraw(element, {
          sheet: (tag) => `${given.sheets}${tag}.css`,
          ...(given.withoutScript && { withoutScript: given.withoutScript }),
        });
      },
      { script, sheets, withoutScript },
    );
  } finally {
    await browser.close();
  }
}

/** The page for slow lines of the example portal; a test holds it to what the elements draw. */
export const example = {
  page: 'konsultasi-ringan.html',
  options: {
    select: 'lpse-consultation',
    script: '/cdn/lpse-konsultasi.js',
    sheets: 'predrawn/',
    withoutScript:
      'Formulir ini memerlukan JavaScript, yang tidak aktif di peramban ini. Mohon aktifkan, atau datang ke meja layanan LPSE: formulir yang sama tersedia di atas kertas.',
    // A Monday morning in Batang: the office is open.
    at: new Date('2026-11-23T03:40:00Z'),
  },
};

/** Puts a drawn element between the tags of the first of its kind in a page's HTML, in place of what is there. */
export function putInto(page, tag, html) {
  const place = new RegExp(`(<${tag}\\b[^>]*>)[^]*?(</${tag}>)`);
  if (!place.test(page)) throw new Error(`the page has no <${tag}></${tag}>`);
  return page.replace(place, (_whole, start, end) => `${start}${html}${end}`);
}
