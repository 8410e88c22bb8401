import { expect } from '@open-wc/testing';
import { tamperedAnswers } from '@lpse-konsultasi/client/testing';
import '../define/desk.js';
import { deskTexts } from '../locales/desk.js';
import { waitUntil } from '../testing/wait-until.js';
import { find, openPanel, textOf, wordsOf } from './desk-harness.test.js';
import type { LpseDesk } from './desk.js';

const { id } = deskTexts;

describe('Initials on the desk', () => {
  it('are void, and said to be so, when one letter of the answer was changed in the store', async () => {
    const { element } = await openPanel<LpseDesk>('lpse-desk', 'archived', {
      through: tamperedAnswers,
    });
    await waitUntil(() => find(element, '.initials-void') !== null, 'nothing is said');
    expect(textOf(find(element, '.initials-void'))).to.contain(id.solution.initialsVoid);
    await expect(element).to.be.accessible();
  });

  it('are not spoken of while they are right', async () => {
    const { element } = await openPanel<LpseDesk>('lpse-desk', 'archived');
    await waitUntil(() => wordsOf(element).includes(id.desk.answer));
    expect(find(element, '.initials-void')).to.equal(null);
  });
});
