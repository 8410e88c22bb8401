import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryBackend, createMemoryMemo, MemoryStore } from '@lpse-konsultasi/client/memory';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import type { Backend } from '@lpse-konsultasi/client';
import { LpseError, loadShipped, surveyElements, type Locale } from '@lpse-konsultasi/form-schema';
import '../define/survey.js';
import { find, formOf, submitByKey, wordsOf } from '../desk/desk-harness.test.js';
import { commonTexts } from '../locales/common.js';
import { surveyTexts } from '../locales/survey.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseSurvey } from './survey.js';

async function open(locale: Locale = 'id', memo = createMemoryMemo(), store = new MemoryStore()) {
  const profile = await loadShipped('batang', locale);
  const backend = createMemoryBackend({ profile, store, actor: () => samplePeople.user });
  const element = Object.assign(document.createElement('lpse-survey'), {
    backend,
    memo,
    locale,
    consultationId: 'kasus-contoh',
  }) as LpseSurvey;
  await fixture(html`<main>${element}</main>`);
  return { element, store, memo };
}

async function answer(element: LpseSurvey): Promise<void> {
  const form = await formOf(element);
  for (const each of surveyElements) form.form.setValue(`/${each}`, 4);
  await submitByKey(form);
  await waitUntil(() => wordsOf(element).includes(surveyTexts.id.thanks));
}

describe('<lpse-survey>', () => {
  for (const locale of ['id', 'en'] as const) {
    it(`asks nine questions, and stands up to axe (${locale})`, async () => {
      const { element } = await open(locale);
      const form = await formOf(element);
      for (const each of surveyElements)
        expect(form.form.control(`/${each}`), each).not.to.equal(null);
      await expect(element).to.be.accessible();
    });
  }

  it('keeps a rating that knows neither case nor person nor time, and thanks', async () => {
    const { element, store } = await open();
    await answer(element);
    const ratings = await store.ratings();
    expect(ratings).to.have.length(1);
    expect(Object.keys(ratings[0] ?? {}).sort()).to.deep.equal(['jawaban', 'tanggal']);
    expect(ratings[0]?.tanggal).to.match(/^\d{4}-\d{2}-\d{2}$/);
    expect(JSON.stringify(ratings)).not.to.contain('kasus-contoh');
    expect(element.shadowRoot?.activeElement?.id).to.equal('heading');
    await expect(element).to.be.accessible();
  });

  it('asks once for each case', async () => {
    const { element, memo, store } = await open();
    await answer(element);
    const again = await open('id', memo, store);
    await waitUntil(() => wordsOf(again.element).includes(surveyTexts.id.thanks));
    expect(find(again.element, 'lpse-form')).to.equal(null);
  });

  it('shows a failure to whoever has pressed the button at the end', async () => {
    const { element } = await open();
    const backend = element.backend as Backend;
    backend.rate = () => Promise.reject(new LpseError('LPSE_SERVER_UNREACHABLE'));
    const form = await formOf(element);
    for (const each of surveyElements) form.form.setValue(`/${each}`, 4);
    await submitByKey(form);
    const alert = (): HTMLElement | null => find(element, '[role="alert"]');
    await waitUntil(() => alert() !== null, 'not told');
    const { top = -1, bottom = Infinity } = alert()?.getBoundingClientRect() ?? {};
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(wordsOf(element)).to.contain(commonTexts.id.kept);
  });

  it('keeps what is not complete on the page', async () => {
    const { element, store } = await open();
    const form = await formOf(element);
    form.form.setValue('/u1', 4);
    await submitByKey(form);
    await form.form.updateComplete;
    expect(form.form.problems.length).to.equal(8);
    expect(form.form.problems[0]?.message).to.equal('Mohon beri nilai untuk prosedur.');
    expect(await store.ratings()).to.have.length(0);
  });
});
