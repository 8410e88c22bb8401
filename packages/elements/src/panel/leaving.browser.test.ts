import { expect, fixture, html } from '@open-wc/testing';
import type { Backend } from '@lpse-konsultasi/client';
import '../define/desk.js';
import '../define/knowledge.js';
import '../define/report.js';
import { clock, openOffice, samplePeople } from '../desk/desk-harness.test.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseElement } from './lpse-element.js';

/** A backend, and the signals that end what is followed in it. */
function followed(backend: Backend): { readonly backend: Backend; open(): string[] } {
  const signals: { readonly method: string; readonly signal: AbortSignal }[] = [];
  const recorded = new Proxy(backend, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        const { signal } = (args.at(-1) ?? {}) as { readonly signal?: AbortSignal };
        if (['watch', 'attend', 'attending', 'board'].includes(String(key)) && signal)
          signals.push({ method: String(key), signal });
        return Reflect.apply(member, target, args) as unknown;
      };
    },
  });
  return {
    backend: recorded,
    open: () => signals.filter(({ signal }) => !signal.aborted).map(({ method }) => method),
  };
}

describe('What leaves the page', () => {
  for (const [tag, methods] of [
    ['lpse-review', ['watch']],
    ['lpse-queue', ['watch', 'attending']],
    ['lpse-desk', ['watch', 'attend', 'attending', 'board']],
  ] as const)
    it(`follows nothing any more, also with an update that was due (${tag})`, async () => {
      const office = await openOffice();
      const { id } = await office.open('reviewing');
      const { backend, open } = followed(office.as(samplePeople.officer));
      const element = Object.assign(document.createElement(tag) as LpseElement, {
        backend,
        clock,
        session: samplePeople.officer,
        consultationId: id,
      });
      const main = await fixture<HTMLElement>(html`<main></main>`);
      main.append(element);
      await waitUntil(() => methods.every((method) => open().includes(method)), 'nothing followed');
      element.requestUpdate();
      element.remove();
      await element.updateComplete;
      expect(open()).to.deep.equal([]);
      main.append(element);
      await waitUntil(() => methods.every((method) => open().includes(method)), 'not again');
      main.remove();
      await element.updateComplete;
      expect(open()).to.deep.equal([]);
    });

  for (const [tag, method] of [
    ['lpse-report', 'report'],
    ['lpse-knowledge', 'logs'],
  ] as const)
    it(`asks nothing any more, also with an update that was due (${tag})`, async () => {
      const office = await openOffice();
      await office.open('reviewing');
      const answers = new HeldAnswers(office.as(samplePeople.coordinator), method);
      const element = Object.assign(document.createElement(tag) as LpseElement, {
        backend: answers.backend,
        clock,
        session: samplePeople.coordinator,
      });
      // Every question is held from the first on, so that each is counted.
      answers.isHolding = true;
      const main = await fixture<HTMLElement>(html`<main></main>`);
      main.append(element);
      await waitUntil(() => answers.asked === 1, 'nothing asked');
      element.requestUpdate();
      element.remove();
      await element.updateComplete;
      // What an element fetches before it asks is here by now, and what follows the answer has its turn.
      await import('../knowledge/knowledge-feed.js');
      answers.answer(0);
      for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setTimeout(resolve));
      expect(answers.asked).to.equal(1);
    });
});
