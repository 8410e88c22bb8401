import { expect } from '@open-wc/testing';
import { initialsValid } from '@lpse-konsultasi/form-schema';
import '../define/solution.js';
import {
  formOf,
  openPanel,
  samplePeople,
  submitByKey,
  untilState,
  wordsOf,
} from '../desk/desk-harness.test.js';
import type { LpseSolution } from './solution.js';

const answer = 'Silakan gunakan Chrome versi terbaru, lalu unggah ulang dokumennya.';

describe('<lpse-solution>', () => {
  it('knows who answers, but leaves the initials to the officer', async () => {
    const { element } = await openPanel<LpseSolution>('lpse-solution', 'answering');
    const form = await formOf(element);
    expect(form.field('/paraf/namaPetugas').value).to.equal(samplePeople.secondOfficer.name);
    expect(form.field('/paraf/jabatan').value).to.equal(samplePeople.secondOfficer.position);
    expect(form.field('/paraf/inisial').value).to.equal('');
  });

  it('binds the initials to the answered version', async () => {
    const panel = await openPanel<LpseSolution>('lpse-solution', 'answering');
    const form = await formOf(panel.element);
    await form.fill('/jawaban', answer);
    await form.fill('/paraf/inisial', 'SA');
    await submitByKey(form);
    const after = await untilState(panel, 'handing-over');
    expect(after.answers[0]?.jawaban).to.equal(answer);
    expect(after.answers[0]?.paraf.petugasId).to.equal(samplePeople.secondOfficer.id);
    expect(initialsValid(after, 0)).to.equal(true);
  });

  it('takes no answer without initials, and keeps the text', async () => {
    const panel = await openPanel<LpseSolution>('lpse-solution', 'answering');
    const form = await formOf(panel.element);
    await form.fill('/jawaban', answer);
    await submitByKey(form);
    expect(form.errors().map(({ pointer }) => pointer)).to.deep.equal(['/paraf/inisial']);
    expect(form.field('/jawaban').value).to.equal(answer);
    expect((await panel.stored()).state).to.equal('answering');
  });

  it('shows the reply above the follow-up answer and initials that too', async () => {
    const panel = await openPanel<LpseSolution>('lpse-solution', 'follow-up');
    const reply = panel.consultation.replies.at(-1)?.balasan['jawaban'];
    expect(wordsOf(panel.element)).to.contain(String(reply).replace(/\s+/g, ' '));
    const form = await formOf(panel.element);
    await form.fill('/jawaban', answer);
    await form.fill('/paraf/inisial', 'BN');
    await submitByKey(form);
    const after = await untilState(panel, 'handing-over');
    expect(initialsValid(after, after.answers.length - 1)).to.equal(true);
  });

  it('finds a draft again in an element that comes later', async () => {
    const { createMemoryDrafts } = await import('@lpse-konsultasi/client/memory');
    const drafts = createMemoryDrafts();
    const first = await openPanel<LpseSolution>('lpse-solution', 'answering', { drafts });
    await (await formOf(first.element)).fill('/jawaban', answer);
    first.element.remove();
    const second = await openPanel<LpseSolution>('lpse-solution', 'answering', { drafts });
    expect((await formOf(second.element)).field('/jawaban').value).to.equal(answer);
  });
});
