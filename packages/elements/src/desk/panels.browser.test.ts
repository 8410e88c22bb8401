import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { Locale, State } from '@lpse-konsultasi/form-schema';
import '../define/desk.js';
import '../define/provider.js';
import { deskTexts } from '../locales/desk.js';
import { en } from '../locales/desk.en.js';
import type { CommandPanel } from '../panel/command-panel.js';
import {
  clock,
  find,
  openOffice,
  openPanel,
  samplePeople,
  textOf,
  wordsOf,
} from './desk-harness.test.js';

const { id } = deskTexts;

/** Which panel's turn it is, under which heading, and whether it asks for something or offers one button. */
const turns: readonly (readonly [
  State,
  string,
  (texts: typeof id) => string,
  'form' | 'button' | 'none',
])[] = [
  ['draft', 'lpse-review', ({ review }) => review.heading, 'none'],
  ['submitted', 'lpse-review', ({ review }) => review.heading, 'button'],
  ['reviewing', 'lpse-review', ({ review }) => review.heading, 'form'],
  ['incomplete', 'lpse-review', ({ review }) => review.heading, 'button'],
  ['queued', 'lpse-call', ({ call }) => call.heading, 'form'],
  ['called', 'lpse-call', ({ call }) => call.attendance, 'form'],
  ['no-show', 'lpse-call', ({ call }) => call.missed, 'button'],
  ['analysing', 'lpse-analysis', ({ analysis }) => analysis.heading, 'form'],
  ['answering', 'lpse-solution', ({ solution }) => solution.heading, 'form'],
  ['follow-up', 'lpse-solution', ({ solution }) => solution.followUp, 'form'],
  ['escalating', 'lpse-escalation', ({ escalation }) => escalation.heading, 'form'],
  ['handing-over', 'lpse-archive', ({ archive }) => archive.heading, 'form'],
  ['archived', 'lpse-archive', ({ archive }) => archive.archived, 'none'],
];

describe('The officers’ panels', () => {
  for (const [state, tag, heading, asks] of turns) {
    for (const locale of ['id', 'en'] as const satisfies readonly Locale[]) {
      it(`show ${tag} for a case that is ${state}, in ${locale}, accessible`, async () => {
        const { element } = await openPanel<CommandPanel>(tag, state, { locale });
        expect(textOf(find(element, '#heading'))).to.equal(heading(locale === 'id' ? id : en));
        expect(find(element, 'lpse-form') !== null).to.equal(asks === 'form');
        expect(find(element, '.button-primary') !== null).to.equal(asks === 'button');
        await expect(element).to.be.accessible();
      });
    }
  }

  it('say in words when it is not their turn', async () => {
    const { element } = await openPanel<CommandPanel>('lpse-solution', 'queued');
    expect(wordsOf(element)).to.contain(id.solution.notTurn);
    expect(find(element, 'lpse-form')).to.equal(null);
  });

  it('work in a provider without anything of their own but the case', async () => {
    const office = await openOffice();
    const { id: consultationId } = await office.open('submitted');
    const provider = await fixture(html`
      <lpse-provider
        .backend=${office.as(samplePeople.officer)}
        .session=${samplePeople.officer}
        .clock=${clock}
      >
        <lpse-review consultation-id=${consultationId}></lpse-review>
      </lpse-provider>
    `);
    const panel = provider.querySelector('lpse-review');
    await panel?.updateComplete;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (panel !== null && find(panel, '.button-primary') !== null) resolve();
        else requestAnimationFrame(look);
      };
      look();
    });
    expect(textOf(panel && find(panel, '.button-primary'))).to.equal(id.review.start);
  });

  it('offer a person of the public nothing', async () => {
    const { element } = await openPanel<CommandPanel>('lpse-review', 'submitted', {
      actor: samplePeople.user,
    });
    expect(find(element, '.button-primary')).to.equal(null);
  });

  it('show an error state and tell the page when they are not configured', async () => {
    const element = document.createElement('lpse-call');
    const told = oneEvent(element, 'lpse-error');
    await fixture(html`<div>${element}</div>`);
    const { code } = (await told) as unknown as { code: string };
    await element.updateComplete;
    expect(code).to.equal('LPSE_CONFIG_MISSING');
    expect(find(element, '[role="alert"]')).not.to.equal(null);
  });
});
