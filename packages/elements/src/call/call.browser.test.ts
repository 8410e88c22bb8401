import { expect } from '@open-wc/testing';
import '../define/call.js';
import {
  failing,
  find,
  formOf,
  openPanel,
  press,
  samplePeople,
  submitByKey,
  textOf,
  untilState,
  wordsOf,
} from '../desk/desk-harness.test.js';
import { commonTexts } from '../locales/common.js';
import { deskTexts } from '../locales/desk.js';
import type { LpseForm } from '../form/form.js';
import type { LpseCall } from './call.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = deskTexts;

describe('<lpse-call>', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows the queue number large and calls to a counter of the office', async () => {
    const panel = await openPanel<LpseCall>('lpse-call', 'queued');
    expect(textOf(find(panel.element, '.big'))).to.contain(panel.consultation.nomorAntrean);
    const form = await formOf(panel.element);
    await form.fill('/loket', id.desk.counter('2'));
    await submitByKey(form);
    const { calls } = await untilState(panel, 'called');
    expect(calls.at(-1)?.loket).to.equal('2');
  });

  it('remembers the counter of this workplace for the next call', async () => {
    const first = await openPanel<LpseCall>('lpse-call', 'queued');
    const form = await formOf(first.element);
    await form.fill('/loket', id.desk.counter('2'));
    await submitByKey(form);
    await untilState(first, 'called');
    const next = await openPanel<LpseCall>('lpse-call', 'queued');
    expect((await formOf(next.element)).field('/loket').value).to.equal(id.desk.counter('2'));
  });

  it('calls the same number to the same counter once more', async () => {
    const panel = await openPanel<LpseCall>('lpse-call', 'called');
    const before = panel.consultation.calls;
    await press(panel.element, id.call.again);
    await waitUntil(async () => (await panel.stored()).calls.length === before.length + 1);
    expect((await panel.stored()).calls.at(-1)?.loket).to.equal(before.at(-1)?.loket);
  });

  it('skips in one step whoever does not come', async () => {
    const panel = await openPanel<LpseCall>('lpse-call', 'called');
    await press(panel.element, id.call.skip);
    const { calls } = await untilState(panel, 'no-show');
    expect(calls).to.have.length(panel.consultation.calls.length);
  });

  it('leaves the focus on a button whose command fails', async () => {
    const { element } = await openPanel<LpseCall>('lpse-call', 'called', { through: failing });
    await press(element, id.call.again);
    await waitUntil(() => find(element, '[role="alert"]') !== null, 'not told');
    expect(textOf(element.shadowRoot?.activeElement ?? null)).to.equal(id.call.again);
  });

  it('says that nothing is lost after a failure, where something was typed', async () => {
    const { kept } = commonTexts.id;
    const told = (element: LpseCall): string => textOf(find(element, '[role="alert"]'));
    const { element } = await openPanel<LpseCall>('lpse-call', 'queued', { through: failing });
    const form = await formOf(element);
    await form.fill('/loket', id.desk.counter('2'));
    await submitByKey(form);
    await waitUntil(() => told(element) !== '', 'not told');
    expect(told(element)).to.contain(kept);
    const pressed = await openPanel<LpseCall>('lpse-call', 'called', { through: failing });
    await press(pressed.element, id.call.again);
    await waitUntil(() => told(pressed.element) !== '', 'not told');
    expect(told(pressed.element)).not.to.contain(kept);
  });

  it('does not offer a counter where somebody is helped', async () => {
    const panel = await openPanel<LpseCall>('lpse-call', 'queued', {
      through: (backend) =>
        Object.assign(backend, {
          list: async () => ({ items: [{ loket: '1' }] }),
        }),
    });
    await formOf(panel.element);
    const counters = () =>
      [
        ...(
          panel.element.shadowRoot
            ?.querySelector<LpseForm>('lpse-form')
            ?.control('/loket') as HTMLSelectElement
        ).options,
      ].map((each) => each.textContent?.trim());
    await waitUntil(() => !counters().includes(id.desk.counter('1')), 'the busy counter goes');
    expect(counters()).to.include(id.desk.counter('2'));
  });

  it('offers the counters that are free now, however late it is told which were before', async () => {
    const told: ((loket: string) => void)[] = [];
    const panel = await openPanel<LpseCall>('lpse-call', 'queued', {
      through: (backend) =>
        Object.assign(backend, {
          list: () =>
            new Promise((resolve) => told.push((loket) => resolve({ items: [{ loket }] }))),
        }),
    });
    const { consultation, office } = panel;
    for (const [type, data] of [
      ['call', { metode: 'papan', loket: '1' }],
      ['record-attendance', { hasil: 'tidakHadir' }],
      ['requeue', {}],
    ] as const) {
      const officer = office.as(samplePeople.secondOfficer);
      const outcome = await officer.execute(
        { type, consultationId: consultation.id, data },
        { key: type },
      );
      expect(outcome.ok, type).to.equal(true);
    }
    await waitUntil(() => told.length === 2, 'not asked again');
    const form = (): LpseForm | null | undefined =>
      panel.element.shadowRoot?.querySelector<LpseForm>('lpse-form');
    const counters = (): (string | undefined)[] =>
      [...((form()?.control('/loket') as HTMLSelectElement | null)?.options ?? [])].map((each) =>
        each.textContent?.trim(),
      );
    told[1]?.('2');
    await waitUntil(
      () => counters().length > 0 && !counters().includes(id.desk.counter('2')),
      'the busy counter stays',
    );
    told[0]?.('1');
    await office.as(samplePeople.officer).list();
    await panel.element.updateComplete;
    await form()?.updateComplete;
    expect(counters()).to.include(id.desk.counter('1'));
  });

  it('goes on to the analysis when the user has come', async () => {
    const panel = await openPanel<LpseCall>('lpse-call', 'called');
    const form = await formOf(panel.element);
    await form.fill('/hasil', 'Hadir');
    await submitByKey(form);
    await untilState(panel, 'analysing');
  });

  it('puts a case back into the queue after a call that nobody answered', async () => {
    const panel = await openPanel<LpseCall>('lpse-call', 'no-show');
    const { maxCalls } = panel.office.profile.procedure;
    const calls = panel.consultation.calls.length;
    expect(wordsOf(panel.element)).to.contain(id.call.requeueIntro(calls, maxCalls));
    await press(panel.element, id.call.requeue);
    await untilState(panel, 'queued');
  });

  it('calls no more than the procedure allows, unless a coordinator does', async () => {
    const panel = await openPanel<LpseCall>('lpse-call', 'no-show');
    const { consultation, office, element } = panel;
    const { maxCalls } = office.profile.procedure;
    const officer = office.as(samplePeople.officer);
    for (let call = consultation.calls.length; call < maxCalls; call++) {
      for (const [type, data] of [
        ['requeue', {}],
        ['call', { metode: 'langsung' }],
        ['record-attendance', { hasil: 'tidakHadir' }],
      ] as const) {
        const outcome = await officer.execute(
          { type, consultationId: consultation.id, data },
          { key: `${type} ${call}` },
        );
        expect(outcome.ok).to.equal(true);
      }
    }
    await waitUntil(() => wordsOf(element).includes(id.call.limitReached(maxCalls)));
    expect(find(element, '.button-primary')).to.equal(null);
    element.session = samplePeople.coordinator;
    await waitUntil(() => find(element, '.button-primary') !== null);
  });
});
