import { expect } from '@open-wc/testing';
import '../define/analysis.js';
import { formOf, openPanel, submitByKey, untilState } from '../desk/desk-harness.test.js';
import type { LpseAnalysis } from './analysis.js';

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
});
