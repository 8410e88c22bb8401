import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createMemoryDrafts } from '@lpse-konsultasi/client/memory';
import '../define/analysis.js';
import {
  find,
  formOf,
  now,
  openPanel,
  press,
  submitByKey,
  textOf,
  untilState,
  wordsOf,
} from '../desk/desk-harness.test.js';
import { analysisTexts } from '../locales/analysis.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseAnalysis } from './analysis.js';

const { id: own } = analysisTexts;

describe('<lpse-analysis>', () => {
  for (const [words, state] of [
    ['Ya', 'answering'],
    ['Tidak', 'escalating'],
  ] as const) {
    it(`leads to ${state} when a solution was found: ${words}`, async () => {
      const panel = await openPanel<LpseAnalysis>('lpse-analysis', 'analysing');
      const form = await formOf(panel.element);
      await form.fill('/informasiTambahan', 'Pengguna memakai jaringan seluler.');
      const { wrapper } = form.field('/solusiDitemukan');
      const label = [...wrapper.querySelectorAll('label')].find((each) =>
        each.textContent?.trim().startsWith(words),
      );
      await form.fill('/solusiDitemukan', label?.textContent?.trim() ?? words);
      await submitByKey(form);
      await untilState(panel, state);
    });
  }

  it('asks for what the user has said before anything is decided', async () => {
    const panel = await openPanel<LpseAnalysis>('lpse-analysis', 'analysing');
    const form = await formOf(panel.element);
    await submitByKey(form);
    expect(form.errors().map(({ pointer }) => pointer)).to.deep.equal([
      '/informasiTambahan',
      '/solusiDitemukan',
    ]);
    expect((await panel.stored()).state).to.equal('analysing');
  });

  it('keeps notes with their time through a reload, and records them with the analysis', async () => {
    const drafts = createMemoryDrafts();
    const first = await openPanel<LpseAnalysis>('lpse-analysis', 'analysing', { drafts });
    await formOf(first.element);
    const jot = (element: Element) => find<HTMLInputElement>(element, '#jot');
    jot(first.element)?.focus();
    await sendKeys({ type: 'Galat setelah tombol Kirim ditekan' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(find(first.element, '.notes ol')).includes('Galat setelah'));
    expect(jot(first.element)?.value).to.equal('');
    expect(first.element.shadowRoot?.activeElement?.id).to.equal('jot');
    first.element.remove();
    await waitUntil(
      async () => (await drafts.load(`${first.consultation.id}/analyse/1.1.0`)) !== undefined,
    );

    const second = await openPanel<LpseAnalysis>('lpse-analysis', 'analysing', { drafts });
    const form = await formOf(second.element);
    await waitUntil(() => textOf(find(second.element, '.notes ol')).startsWith('10.40'));
    await press(second.element, own.take);
    expect(form.field('/informasiTambahan').value).to.equal(
      '10.40 Galat setelah tombol Kirim ditekan',
    );
    await form.fill('/solusiDitemukan', 'Ya, tuliskan jawaban');
    await submitByKey(form);
    const { analisis } = await untilState(second, 'answering');
    expect(analisis?.['catatan']).to.deep.equal([
      { waktu: now.toISOString(), isi: 'Galat setelah tombol Kirim ditekan' },
    ]);
  });

  it('keeps no note that holds a password, and says why', async () => {
    const { element } = await openPanel<LpseAnalysis>('lpse-analysis', 'analysing');
    await formOf(element);
    const jot = find<HTMLInputElement>(element, '#jot');
    if (jot === null) throw new Error('no line for notes');
    jot.focus();
    await sendKeys({ type: 'kata sandinya Rahasia123' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => wordsOf(element).includes(own.secret));
    expect(find(element, '.notes ol')).to.equal(null);
    expect(jot.value).to.equal('kata sandinya Rahasia123');
  });

  it('goes to the next note when one is removed, and to the line for the next when none is left', async () => {
    const { element } = await openPanel<LpseAnalysis>('lpse-analysis', 'analysing');
    await formOf(element);
    for (const words of ['Galat sejak kemarin', 'Peramban lama']) {
      find<HTMLInputElement>(element, '#jot')?.focus();
      await sendKeys({ type: words });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => textOf(find(element, '.notes ol')).includes(words));
    }
    const focused = (): Element | null | undefined => element.shadowRoot?.activeElement;
    find(element, '.notes li:last-child button')?.focus();
    await sendKeys({ press: 'Enter' });
    const first = own.removeNote('Galat sejak kemarin');
    await waitUntil(() => focused()?.getAttribute('aria-label') === first, 'the note before');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'jot', 'the line for the next');
  });

  it('derives the priority, and asks for a reason where the officer sets another one', async () => {
    const panel = await openPanel<LpseAnalysis>('lpse-analysis', 'analysing');
    const form = await formOf(panel.element);
    await form.fill('/klasifikasi/urgensi', 'Mendesak');
    await form.fill('/klasifikasi/dampak', 'Besar');
    await waitUntil(() => form.form.getValue('/klasifikasi/prioritas') === 'tinggi');
    await form.fill('/klasifikasi/dampak', 'Kecil');
    await waitUntil(() => form.form.getValue('/klasifikasi/prioritas') === 'menengah');
    expect(form.has('/klasifikasi/alasanPrioritas')).to.equal(undefined);
    await form.fill('/klasifikasi/prioritas', 'Rendah');
    await waitUntil(() => form.has('/klasifikasi/alasanPrioritas') !== undefined);
    await form.fill('/informasiTambahan', 'Berkas terlalu besar.');
    await form.fill('/solusiDitemukan', 'Ya, tuliskan jawaban');
    await submitByKey(form);
    await waitUntil(() => find(panel.element, '[role="alert"]') !== null);
    await form.fill('/klasifikasi/alasanPrioritas', 'Paket sudah dibatalkan.');
    await submitByKey(form);
    const { analisis } = await untilState(panel, 'answering');
    expect(analisis).to.have.nested.property('klasifikasi.prioritas', 'rendah');
  });

  for (const locale of ['id', 'en'] as const)
    it(`is accessible with notes and a reason for the priority (${locale})`, async () => {
      const { element } = await openPanel<LpseAnalysis>('lpse-analysis', 'analysing', { locale });
      const form = await formOf(element);
      find<HTMLInputElement>(element, '#jot')?.focus();
      await sendKeys({ type: 'Galat 500' });
      await sendKeys({ press: 'Enter' });
      form.form.setValue('/klasifikasi', {
        urgensi: 'mendesak',
        dampak: 'besar',
        prioritas: 'rendah',
      });
      await form.form.updateComplete;
      await waitUntil(() => find(element, '.notes ol') !== null);
      await expect(element).to.be.accessible();
    });
});
