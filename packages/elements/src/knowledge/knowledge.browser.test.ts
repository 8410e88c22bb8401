import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EmbeddedBackend } from '@lpse-konsultasi/client';
import { fillWithSamples } from '@lpse-konsultasi/client/samples';
import type { Locale } from '@lpse-konsultasi/form-schema';
import '../define/knowledge.js';
import '../define/solution.js';
import {
  clock,
  find,
  formOf,
  now,
  openOffice,
  openPanel,
  samplePeople,
  submitByKey,
  textOf,
  untilState,
  wordsOf,
} from '../desk/desk-harness.test.js';
import type { LpseInsertEvent } from '../events/insert.js';
import { knowledgeTexts } from '../locales/knowledge.js';
import type { LpseSolution } from '../solution/solution.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseKnowledge } from './knowledge.js';

const { id } = knowledgeTexts;

async function open(
  matter: string,
  options: { readonly locale?: Locale; readonly backend?: EmbeddedBackend } = {},
): Promise<LpseKnowledge> {
  const { locale = 'id' } = options;
  const office = await openOffice(locale);
  const backend = options.backend ?? office.as(samplePeople.officer);
  if (options.backend === undefined) await fillWithSamples(backend, { now });
  const element = Object.assign(document.createElement('lpse-knowledge'), {
    backend,
    clock,
    session: samplePeople.officer,
    locale,
    matter,
  });
  const main = document.createElement('main');
  main.append(element);
  document.body.append(main);
  await waitUntil(() => find(element, '[role="status"]') !== null, 'never got ready');
  return element;
}

async function pressWith(modifier: string, key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}

const choices = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.choose') ?? [])].map((each) =>
    textOf(each),
  );

describe('<lpse-knowledge>', () => {
  afterEach(() => {
    for (const main of document.querySelectorAll('body > main')) main.remove();
  });

  it('suggests prepared answers for the matter, with their similarity in words and percent', async () => {
    const element = await open('Berkas gagal diunggah karena ukurannya');
    await waitUntil(() => choices(element).length > 0, 'no suggestions');
    expect(choices(element)[0]).to.match(/tidak dapat diunggah.*(Sangat mirip|Mirip) \(\d+ %\)/);
    expect(choices(element)[0]).to.contain(id.canned);
  });

  it('learns from the answered cases of the office, and names nobody of them', async () => {
    const element = await open('');
    await waitUntil(() => wordsOf(element).includes(id.nothing), 'the logs were never read');
    const input = find<HTMLInputElement>(element, 'input');
    input?.focus();
    await sendKeys({ type: 'mengunggah penawaran kata sandi tender' });
    await waitUntil(
      () => choices(element).some((words) => words.includes(id.earlier)),
      'no earlier case was found',
    );
    for (const button of element.shadowRoot?.querySelectorAll<HTMLElement>('.choose') ?? [])
      if (button.getAttribute('aria-expanded') === 'false') button.click();
    await element.updateComplete;
    expect(wordsOf(element)).not.to.match(/Wulandari|081000000|@/);
  });

  it('shows nothing to a member of the public', async () => {
    const office = await openOffice();
    const element = Object.assign(document.createElement('lpse-knowledge'), {
      backend: office.as(samplePeople.user),
      session: samplePeople.user,
      matter: 'unggah',
    });
    document.body.append(element);
    const words = () => textOf(element.shadowRoot as unknown as Element);
    await waitUntil(() => element.hasUpdated && words() === '', 'something is shown');
    element.remove();
  });

  it('is used by keyboard alone: down to a suggestion, open, put in', async () => {
    const element = await open('Berkas gagal diunggah karena ukurannya');
    await waitUntil(() => choices(element)[0]?.includes('tidak dapat diunggah') === true);
    const chosen: string[] = [];
    element.addEventListener('lpse-insert', (event: LpseInsertEvent) => {
      chosen.push(event.entry.id);
    });
    find<HTMLInputElement>(element, 'input')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    // More cases may have been read meanwhile; from now on the list stays as it is.
    const first = (element.shadowRoot?.activeElement as HTMLElement).dataset['entry'];
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find(element, '.preview') !== null, 'no preview');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([first]);
    await pressWith('Shift', 'Tab');
    await pressWith('Control', 'Enter');
    expect(chosen).to.have.length(2);
    await sendKeys({ press: 'ArrowUp' });
    expect(element.shadowRoot?.activeElement?.localName).to.equal('input');
  });

  for (const locale of ['id', 'en'] as const)
    it(`is accessible with a suggestion open (${locale})`, async () => {
      const element = await open('Dokumen tidak dapat diunggah', { locale });
      await waitUntil(() => choices(element).length > 0, 'no suggestions');
      find<HTMLElement>(element, '.choose')?.click();
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
});

describe('<lpse-solution> with suggestions', () => {
  const suggestions = async (element: Element): Promise<LpseKnowledge> => {
    const knowledge = find<LpseKnowledge>(element, 'lpse-knowledge');
    if (knowledge === null) throw new Error('no suggestions in the panel');
    await waitUntil(() => choices(knowledge).length > 0, 'no suggestions');
    return knowledge;
  };

  it('puts a suggestion below what is written, keeps it as a draft, and records where it came from', async () => {
    const panel = await openPanel<LpseSolution>('lpse-solution', 'answering');
    const form = await formOf(panel.element);
    await form.fill('/jawaban', 'Berkas gagal diunggah, periksa ukuran berkas unggah.');
    const knowledge = await suggestions(panel.element);
    const choice = () => find<HTMLElement>(knowledge, '[data-entry="siap:gagal-unggah"]');
    await waitUntil(() => choice() !== null, 'not suggested');
    choice()?.focus();
    await pressWith('Control', 'Enter');
    await waitUntil(() => String(form.field('/jawaban').value).includes('\n\nMohon pastikan'));
    await form.fill('/paraf/inisial', 'SA');
    await submitByKey(form);
    const { answers } = await untilState(panel, 'handing-over');
    expect(answers[0]?.tambahan).to.deep.equal({ sumber: ['siap:gagal-unggah'] });
  });

  it('shows the answer as it will stand on the sheet', async () => {
    const panel = await openPanel<LpseSolution>('lpse-solution', 'answering');
    const form = await formOf(panel.element);
    await form.fill('/jawaban', 'Silakan gunakan Chrome versi terbaru.');
    await form.fill('/paraf/inisial', 'SA');
    find<HTMLElement>(panel.element, '.preview > summary')?.click();
    await waitUntil(() => find(panel.element, 'lpse-sheet') !== null);
    const sheet = find(panel.element, 'lpse-sheet');
    await waitUntil(
      () => textOf(sheet?.shadowRoot as unknown as Element).includes('Silakan gunakan Chrome'),
      'the answer never came to the sheet',
    );
    expect(sheet?.shadowRoot?.querySelector('.initials.void')).to.equal(null);
    expect((await panel.stored()).answers).to.have.length(0);
  });
});
