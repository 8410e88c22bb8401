import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { sampleLogs, sampleValues } from '@lpse-konsultasi/client/samples';
import '../define/desk.js';
import '../define/provider.js';
import { deskTexts } from '../locales/desk.js';
import { shellTexts } from '../locales/shell.js';
import type { LpseQueue } from '../queue/queue.js';
import type { LpseCall } from '../call/call.js';
import type { LpseReview } from '../review/review.js';
import {
  clock,
  find,
  formOf,
  now,
  openOffice,
  press,
  samplePeople,
  submitByKey,
  textOf,
  type Office,
} from './desk-harness.test.js';
import type { LpseDesk } from './desk.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = deskTexts;
const shell = shellTexts.id;
const { officer } = samplePeople;

async function openDesk(office?: Office): Promise<{ element: LpseDesk; office: Office }> {
  const there = office ?? (await openOffice());
  const backend = there.as(officer);
  const { items } = await backend.list();
  if (items.length === 0)
    for (const log of sampleLogs({ profile: there.profile, now })) await backend.importLog(log);
  const element = await fixture<LpseDesk>(html`
    <lpse-desk
      officer-id=${officer.id}
      officer-name=${officer.name}
      officer-position=${officer.position}
      .backend=${backend}
      .clock=${clock}
    ></lpse-desk>
  `);
  await waitUntil(() => rows(element).length > 0, 'no rows');
  return { element, office: there };
}

function rows(element: LpseDesk): HTMLElement[] {
  const queue = find(element, 'lpse-queue');
  return [...(queue?.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
}

async function choose(element: LpseDesk, words: string): Promise<void> {
  const row = rows(element).find((each) => textOf(each).includes(words));
  if (row === undefined) throw new Error(`no row "${words}"`);
  row.focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => find(element, '#case') !== null, 'no case');
}

describe('<lpse-desk>', () => {
  it('tells a colleague what was jotted down and did not go into the analysis', async () => {
    const office = await openOffice();
    const { id: consultationId } = await office.open('analysing');
    const [taken, left] = ['Galat sejak kemarin.', 'Memakai jaringan kantor.'];
    const catatan = [taken, left].map((isi) => ({ waktu: now.toISOString(), isi }));
    const data = sampleValues.analysis({ informasiTambahan: `10.40 ${taken}`, catatan });
    await office.as(officer).execute({ type: 'analyse', consultationId, data }, { key: 'notes' });
    const { element } = await openDesk(office);
    element.consultationId = consultationId;
    await waitUntil(() => find(element, '.record') !== null, 'no record');
    expect(textOf(find(element, '.record'))).to.contain(`${id.desk.notes} 10.40 ${left}`);
    expect(textOf(find(element, '.record')).split(taken)).to.have.length(1);
  });

  beforeEach(async () => {
    sessionStorage.clear();
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 1280, height: 900 });
  });

  it('stands with queue, case and timeline side by side, accessible', async () => {
    const { element } = await openDesk();
    expect(textOf(find(element, '.nothing'))).to.contain(id.desk.nothing);
    await choose(element, id.states.reviewing);
    await waitUntil(() => find(element, 'lpse-timeline') !== null);
    await formOf(find<LpseReview>(element, 'lpse-review') as LpseReview);
    for (const region of ['queue', 'case', 'context'])
      expect(find(element, `#region-${region}`)?.hidden).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('keeps the queue within its column and the window, however many rows there are', async () => {
    const { element } = await openDesk();
    const column = find(element, '#region-queue')!;
    const [queue, regions] = [find(element, 'lpse-queue')!, find(element, '.regions')!];
    const bottom = (part: Element): number => part.getBoundingClientRect().bottom;
    expect(bottom(queue)).to.be.at.most(bottom(column));
    expect(bottom(column)).to.be.at.most(bottom(regions) + 1);
    expect(column.getBoundingClientRect().height).to.be.at.most(window.innerHeight);
    expect(rows(element).length).to.be.greaterThan(3);
  });

  it('opens a case by keyboard, puts the focus on its name and shows the user’s part', async () => {
    const { element } = await openDesk();
    await choose(element, id.states.reviewing);
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'case');
    expect(textOf(find(element, '#case'))).to.contain('(contoh)');
    expect(textOf(find(element, '.sheet'))).to.contain('Uraian permasalahan');
  });

  it('keeps in sight what was being typed when another officer moves the case to the next panel', async () => {
    const office = await openOffice();
    const { id: consultationId } = await office.open('analysing');
    const { element } = await openDesk(office);
    await choose(element, id.states.analysing);
    const panel = await waitForPanel<LpseCall>(element, 'lpse-analysis');
    const form = await formOf(panel);
    await form.fill('/informasiTambahan', 'Versi lama masih terpasang.');
    const outcome = await office
      .as(officer)
      .execute(
        { type: 'analyse', consultationId, data: sampleValues.analysis() },
        { key: 'other' },
      );
    expect(outcome.ok).to.equal(true);
    await waitForPanel(element, 'lpse-solution');
    await waitUntil(() => textOf(find(element, '.act > .alert')).includes('Versi lama masih'));
    find(element, '.act > .alert button')?.click();
    await waitUntil(() => find(element, '.act > .alert') === null);
  });

  it('carries a case on by keyboard, with the focus on the next panel and a polite word', async () => {
    const office = await openOffice();
    // The only case: every counter is free.
    await office.open('queued');
    const { element } = await openDesk(office);
    await choose(element, id.states.queued);
    const call = await waitForPanel<LpseCall>(element, 'lpse-call');
    const form = await formOf(call);
    await submitByKey(form);
    await waitUntil(() => textOf(find(element, '.base > [role="status"]')) === id.done.call);
    await waitUntil(() => textOf(find(call, '#heading')) === id.call.attendance);
    const attendance = await formOf(call);
    await attendance.fill('/hasil', 'Hadir');
    await submitByKey(attendance);
    const analysis = await waitForPanel<LpseCall>(element, 'lpse-analysis');
    await waitUntil(() => analysis.shadowRoot?.activeElement?.id === 'heading');
  });

  it('finds the open case again after a reload', async () => {
    const { element, office } = await openDesk();
    await choose(element, id.states.reviewing);
    const name = textOf(find(element, '#case'));
    element.remove();
    const { element: again } = await openDesk(office);
    await waitUntil(() => find(again, '#case') !== null);
    expect(textOf(find(again, '#case'))).to.equal(name);
    expect(sessionStorage.getItem('lpse:desk:batang')).not.to.contain('(contoh)');
  });

  it('says so when the remembered case is gone', async () => {
    sessionStorage.setItem('lpse:desk:batang', 'nothing-there');
    const { element } = await openDesk();
    await waitUntil(() => textOf(find(element, '.nothing')) === id.desk.missing);
  });

  it('becomes tabs on a narrower screen, moved through by arrow keys', async () => {
    await setViewport({ width: 800, height: 900 });
    const { element } = await openDesk();
    await waitUntil(() => find(element, '[role="tablist"]') !== null);
    await choose(element, id.states.reviewing);
    await waitUntil(() => find(element, '#region-case')?.hidden === false);
    expect(find(element, '#region-queue')?.hidden).to.equal(true);
    find(element, '#tab-case')?.focus();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'tab-context');
    expect(find(element, '#region-context')?.hidden).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('leaves the paper to the queue while no case is open', async () => {
    const { element } = await openDesk();
    await waitUntil(() => find(element, '.next-call-act') !== null, 'nobody to call');
    await emulateMedia({ media: 'print' });
    const isShown = (selector: string) => find(element, selector)?.checkVisibility();
    expect(isShown('.queue')).to.equal(true);
    for (const selector of ['.case', '.context', '.next-call-act'])
      expect(isShown(selector), selector).to.equal(false);
    await emulateMedia({ media: 'screen' });
    expect(isShown('.case')).to.equal(true);
  });

  it('gives an open case the width of the paper, its history below it and no queue', async () => {
    const { element } = await openDesk();
    await choose(element, id.states.reviewing);
    await waitUntil(() => find(element, '.case-head') !== null);
    await emulateMedia({ media: 'print' });
    const [regions, opened, context, queue] = ['.regions', '.case', '.context', '.queue'].map(
      (part) => find(element, part)?.getBoundingClientRect(),
    );
    await emulateMedia({ media: 'screen' });
    expect(opened?.width).to.equal(regions?.width);
    expect(context?.top).to.be.at.least(opened?.bottom ?? Infinity);
    expect(queue?.height).to.equal(0);
  });

  it('becomes tabs on a wide screen too for a reader who has set large text', async () => {
    await setViewport({ width: 1280, height: 900 });
    document.documentElement.style.fontSize = '32px';
    const { element } = await openDesk();
    await waitUntil(() => find(element, '[role="tablist"]') !== null);
    document.documentElement.style.fontSize = '';
  });

  it('is one column on a phone, with a way back to the row that was left', async () => {
    await setViewport({ width: 360, height: 800 });
    const { element } = await openDesk();
    await choose(element, id.states.reviewing);
    await waitUntil(() => find(element, '.back') !== null);
    expect(find(element, '#region-queue')?.hidden).to.equal(true);
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await expect(element).to.be.accessible();
    await press(element, id.desk.back);
    await waitUntil(() => find(element, '#region-queue')?.hidden === false);
    const queue = find(element, 'lpse-queue');
    await waitUntil(() => queue?.shadowRoot?.activeElement?.getAttribute('role') === 'option');
  });

  it('switches its language without losing the open case', async () => {
    const { element } = await openDesk();
    await choose(element, id.states.reviewing);
    element.locale = 'en';
    await waitUntil(() => textOf(find(element, '.sheet summary')) === 'What the user filled in');
    const review = await waitForPanel<LpseReview>(element, 'lpse-review');
    await waitUntil(() => textOf(find(review, '#heading')) === 'Completeness review');
  });

  it('has a key for everything, a sheet that shows them on ?, and a switch', async () => {
    const { element } = await openDesk();
    const queue = find<LpseQueue>(element, 'lpse-queue');
    const focused = (): Element | null => queue?.shadowRoot?.activeElement ?? null;
    await sendKeys({ press: 'j' });
    await waitUntil(() => focused()?.getAttribute('aria-posinset') === '1', 'the first row');
    await sendKeys({ press: 'j' });
    await waitUntil(() => focused()?.getAttribute('aria-posinset') === '2', 'the second row');
    await sendKeys({ press: 'k' });
    await waitUntil(() => focused()?.getAttribute('aria-posinset') === '1', 'back');
    await sendKeys({ press: '/' });
    await waitUntil(() => focused()?.matches('[type="search"]') === true, 'the search');
    await sendKeys({ type: '?j1' });
    expect((focused() as HTMLInputElement).value).to.equal('?j1');
    const dialog = find<HTMLDialogElement>(element, 'dialog');
    expect(dialog?.open).to.equal(false);
    (focused() as HTMLElement).blur();
    await sendKeys({ press: '8' });
    await waitUntil(() => rows(element).some((row) => /Diarsipkan/.test(textOf(row))), 'all');
    await sendKeys({ press: '?' });
    await waitUntil(() => dialog?.open === true, 'the sheet');
    // On a small screen it would begin at its last button.
    expect(element.shadowRoot?.activeElement?.id).to.equal('shortcuts');
    await expect(element).to.be.accessible();
    dialog?.querySelector('input')?.click();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => dialog?.open === false, 'closed');
    await sendKeys({ press: '?' });
    expect(dialog?.open).to.equal(false);
  });

  it('goes to the next action by one key and carries it out by another, sending nothing by a letter', async () => {
    const office = await openOffice();
    const { id: consultationId } = await office.open('submitted');
    const { element } = await openDesk(office);
    await choose(element, id.states.submitted);
    const review = await waitForPanel<LpseReview>(element, 'lpse-review');
    await sendKeys({ press: 'r' });
    await waitUntil(() => textOf(review.shadowRoot?.activeElement ?? null) === id.review.start);
    const state = async (): Promise<string | undefined> =>
      (await office.as(officer).read(consultationId))?.consultation.state;
    expect(await state()).to.equal('submitted');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await waitUntil(async () => (await state()) === 'reviewing', 'the review');
    await waitUntil(() => find(review, 'lpse-form') !== null, 'the form');
    await sendKeys({ press: 'i' });
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'case', 'the case');
    await sendKeys({ press: 'r' });
    await waitUntil(
      () => find(review, 'lpse-form')?.shadowRoot?.activeElement instanceof HTMLInputElement,
      'the first field',
    );
  });

  it('leads to an action that is out of sight, and moves nothing when it comes into sight', async () => {
    await setViewport({ width: 1280, height: 400 });
    const { element } = await openDesk();
    await choose(element, id.states.reviewing);
    await waitUntil(() => find(element, '.foot') !== null, 'no foot');
    // What is still on its way would move the page by itself.
    await waitUntil(() => find(element, 'lpse-timeline') !== null, 'no timeline');
    await formOf(find<LpseReview>(element, 'lpse-review') as LpseReview);
    const act = find(element, '.act')!;
    const place = (): number => act.getBoundingClientRect().bottom + window.scrollY;
    const before = place();
    act.scrollIntoView({ block: 'end' });
    await waitUntil(() => find(element, '.foot') === null, 'the foot stays');
    expect(place()).to.equal(before);
    expect(window.innerHeight - act.getBoundingClientRect().bottom).to.be.closeTo(0, 1);
  });

  it('leads to the reception of a new visitor, and on to the visitor’s case', async () => {
    const { element } = await openDesk();
    await press(element, shell.rooms.reception);
    await waitUntil(() => find(element, 'lpse-guest-book') !== null, 'no guest book');
    expect(find(element, '#region-queue')?.checkVisibility()).to.equal(false);
    const book = find(element, 'lpse-guest-book');
    await waitUntil(() => book?.shadowRoot?.querySelector('lpse-form') !== null, 'no form');
    await expect(element).to.be.accessible();
    await press(element, shell.cases);
    await waitUntil(() => find(element, '#region-queue')?.checkVisibility() === true, 'the cases');
  });

  for (const [room, tag] of [
    ['entry', 'lpse-reception'],
    ['report', 'lpse-report'],
    ['procedure', 'lpse-procedure'],
  ] as const) {
    it(`leads to ${tag} without leaving the desk`, async () => {
      const { element } = await openDesk();
      await press(element, shell.rooms[room]);
      await waitUntil(
        () => find(element, tag)?.shadowRoot?.querySelector('[part~="base"]') != null,
        `no ${tag}`,
      );
      expect(find(element, '#region-queue')?.checkVisibility()).to.equal(false);
      await expect(element).to.be.accessible();
    });
  }

  it('shows other cases of the same person beside the case, and who else has it open', async () => {
    const office = await openOffice();
    const { id: consultationId } = await office.open('queued');
    const backend = office.as(officer);
    const telepon = String(
      (await backend.read(consultationId))?.consultation.submissions[0]?.formulir['telepon'],
    );
    const earlier = 'earlier-case';
    const form = { telepon, judul: 'Perkara terdahulu (contoh)' };
    const reception = office.as(samplePeople.reception);
    for (const [type, data] of [
      ['register', sampleValues.guestBook()],
      ['submit', sampleValues.consultationForm(form)],
    ] as const)
      await reception.execute({ type, consultationId: earlier, data }, { key: type });
    const { element } = await openDesk(office);
    await choose(element, id.states.queued);
    await waitUntil(
      () => textOf(find(element, '.earlier')).includes(form.judul),
      'nothing earlier',
    );
    const abort = new AbortController();
    await office.as(samplePeople.secondOfficer).attend(consultationId, { signal: abort.signal });
    await waitUntil(() =>
      textOf(find(element, '.others')).includes(samplePeople.secondOfficer.name),
    );
    abort.abort();
    find(element, '.earlier button')?.click();
    await waitUntil(() => textOf(find(element, '.subject')) === form.judul, 'not opened');
  });

  it('says who has to be named when there is no officer', async () => {
    const office = await openOffice();
    const element = document.createElement('lpse-desk');
    element.backend = office.as(samplePeople.user);
    const told = oneEvent(element, 'lpse-error');
    await fixture(html`<main>${element}</main>`);
    expect(((await told) as unknown as { code: string }).code).to.equal('LPSE_CONFIG_MISSING');
    expect(textOf(find(element, '[role="alert"]'))).to.contain(id.desk.noOfficer);
  });

  it('works in a provider that knows office and officer', async () => {
    const office = await openOffice();
    const backend = office.as(officer);
    await office.open('submitted');
    const provider = await fixture(html`
      <lpse-provider .backend=${backend} .session=${officer} .clock=${clock}>
        <lpse-desk></lpse-desk>
      </lpse-provider>
    `);
    const element = provider.querySelector('lpse-desk') as LpseDesk;
    await waitUntil(() => rows(element).length === 1);
    await choose(element, id.states.submitted);
    const review = await waitForPanel<LpseReview>(element, 'lpse-review');
    await press(review, id.review.start);
    await formOf(review);
  });
});

async function waitForPanel<E extends Element>(element: LpseDesk, tag: string): Promise<E> {
  await waitUntil(() => {
    const panel = find(element, tag);
    return panel !== null && find(panel, '#heading') !== null;
  }, `no ${tag}`);
  return find(element, tag) as unknown as E;
}
