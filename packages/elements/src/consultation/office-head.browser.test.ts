import { expect, fixture, html } from '@open-wc/testing';
import type { Locale } from '@lpse-konsultasi/form-schema';
import { clock, openOffice } from '../desk/desk-harness.test.js';
import type { Environment } from '../environment/environment.js';
import { en } from '../locales/public.en.js';
import { publicTexts } from '../locales/public.js';
import { renderOfficeHead } from './office-head.js';

/** The head of the page at an office that serves now, as narrow as may be. */
async function headOf(locale: Locale): Promise<HTMLElement> {
  const { profile } = await openOffice(locale);
  const environment = { profile, locale, clock } as Environment;
  const texts = locale === 'id' ? publicTexts.id : en;
  return fixture(html`<div>${renderOfficeHead(environment, texts, () => undefined)}</div>`);
}

/** How many lines the words of an element stand on, from the first of them to the last. */
function linesOf(element: Element, first: string, last: string): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.textContent ?? '';
    if (!words.includes(first)) continue;
    const range = document.createRange();
    range.setStart(node, words.indexOf(first));
    range.setEnd(node, words.indexOf(last) + last.length);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
  }
  return 0;
}

describe('The head of the public page', () => {
  for (const [locale, from, until] of [
    ['id', '08.00', '12.00'],
    ['en', '08:00', '12:00'],
  ] as const)
    it(`says in "${locale}" when the office serves, and breaks no span at its dash`, async () => {
      const head = await headOf(locale);
      for (let width = 60; width < 400; width += 10) {
        head.style.inlineSize = `${width}px`;
        expect(linesOf(head, from, until), `at ${width} pixels`).to.equal(1);
      }
    });
});
