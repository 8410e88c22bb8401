import { expect } from '@open-wc/testing';
import type { Backend } from '@lpse-konsultasi/client';
import '../define/desk.js';
import { deskTexts } from '../locales/desk.js';
import { waitUntil } from '../testing/wait-until.js';
import { find, openPanel, textOf, wordsOf } from './desk-harness.test.js';
import type { LpseDesk } from './desk.js';

const { id } = deskTexts;

/** A store in which somebody has changed one letter of every answer. */
function tampered(backend: Backend): Backend {
  const read: Backend['read'] = async (...args) => {
    const record = await backend.read(...args);
    if (record === undefined) return undefined;
    const answers = record.consultation.answers.map((answer) => ({
      ...answer,
      jawaban: `${answer.jawaban.slice(0, -1)}!`,
    }));
    return { ...record, consultation: { ...record.consultation, answers } };
  };
  return new Proxy(backend, {
    get(target, key) {
      if (key === 'read') return read;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

describe('Initials on the desk', () => {
  it('are void, and said to be so, when one letter of the answer was changed in the store', async () => {
    const { element } = await openPanel<LpseDesk>('lpse-desk', 'archived', { through: tampered });
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
