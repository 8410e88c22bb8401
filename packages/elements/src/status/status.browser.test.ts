import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryBackend, MemoryStore } from '@lpse-konsultasi/client/memory';
import type { Backend } from '@lpse-konsultasi/client';
import { sampleCase, samplePeople, sampleValues } from '@lpse-konsultasi/client/samples';
import {
  accessCodeOf,
  loadShipped,
  spellAccessCode,
  type Actor,
  type Consultation,
  type ConsultationEvent,
  type JsonObject,
  type Profile,
  type State,
} from '@lpse-konsultasi/form-schema';
import '../define/status.js';
import '../define/sheet.js';
import { publicTexts } from '../locales/public.js';
import { statusTexts } from '../locales/status.js';
import { FormHarness } from '../testing/index.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseStatus } from './status.js';

const { id: texts } = statusTexts;
const { id: words } = publicTexts;
const now = new Date('2026-11-23T03:00:00Z');

let profile: Profile;

/** An office with one case in the given state, and the visitor's page. */
class Office {
  readonly store = new MemoryStore();
  readonly events: readonly ConsultationEvent[];
  readonly consultation: Consultation;
  now = now;

  constructor(state: State) {
    const { events, consultation } = sampleCase(state, { profile, now });
    this.events = events;
    this.consultation = consultation;
  }

  backend(actor: Actor = samplePeople.user) {
    return createMemoryBackend({
      store: this.store,
      profile,
      actor: () => actor,
      now: () => this.now,
    });
  }

  get code(): string {
    return accessCodeOf(this.events) ?? '';
  }

  async open(backend: Backend = this.backend(), locale = 'id'): Promise<LpseStatus> {
    await this.backend().importLog(this.events);
    const element = await fixture<LpseStatus>(
      html`<lpse-status
        .profile=${profile}
        .backend=${backend}
        .clock=${{ now: () => this.now }}
        locale=${locale}
      ></lpse-status>`,
    );
    await waitUntil(() => headingOf(element) !== '', 'a heading appears');
    return element;
  }

  /** The officer answers what was not solved, and hands the new copy out. */
  async followUp(): Promise<void> {
    const { officer } = samplePeople;
    const desk = this.backend(officer);
    const consultationId = this.consultation.id;
    const give = async (type: 'answer' | 'archive', data: JsonObject): Promise<void> => {
      const outcome = await desk.execute({ type, consultationId, data }, { key: type });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
    };
    const record = await desk.read(consultationId);
    if (record === undefined) throw new Error('no case');
    await give('answer', sampleValues.solution(record.consultation, officer, now.toISOString()));
    await give('archive', sampleValues.archiving(profile, 'Pengguna (contoh)'));
  }

  /** The page as the QR code of the copy opens it. */
  async openFromPaper(locale = 'id'): Promise<LpseStatus> {
    const fragment = `#tiket=${this.consultation.tiket}&kode=${this.code}`;
    history.replaceState(null, '', location.pathname + location.search + fragment);
    const element = await this.open(undefined, locale);
    await waitUntil(
      () => element.renderRoot.querySelector('.tickets') !== null,
      'the case appears',
    );
    return element;
  }
}

function headingOf(element: LpseStatus): string {
  return element.renderRoot.querySelector('#heading')?.textContent.trim() ?? '';
}

function textOf(element: Element): string {
  return element.shadowRoot?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
}

async function enter(element: LpseStatus, tiket: string, kode: string): Promise<FormHarness> {
  const find = () => element.renderRoot.querySelector('lpse-form');
  await waitUntil(() => find() !== null, 'the form appears');
  const form = find();
  if (form === null) throw new Error('no form');
  await form.updateComplete;
  const harness = new FormHarness(form);
  await harness.fill(texts.ticket, tiket);
  await harness.fill(texts.code, kode);
  await harness.press(texts.find);
  return harness;
}

function confirmationOf(element: LpseStatus): HTMLElement {
  const panel = element.renderRoot.querySelector<HTMLElement>('lpse-confirmation');
  if (panel === null) throw new Error('no confirmation');
  return panel;
}

async function press(panel: HTMLElement, label: string): Promise<void> {
  const find = () =>
    [...(panel.shadowRoot?.querySelectorAll('button') ?? [])].find(
      (each) => each.textContent.trim() === label,
    );
  await waitUntil(() => find() !== undefined, `the button "${label}" appears`);
  find()?.click();
}

describe('<lpse-status>', () => {
  before(async () => {
    profile = await loadShipped('batang', 'id');
  });

  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('tells who waits how many are before them', async () => {
    const office = new Office('queued');
    const element = await office.open();
    await enter(element, office.consultation.tiket, spellAccessCode(office.code));
    await waitUntil(() => textOf(element).includes(words.turn(0)), 'the place is told');
    expect(textOf(element)).to.contain(words.noEstimate);
  });

  it('gives who waits the time as a range, and says when it may not end today', async () => {
    const office = new Office('queued');
    const estimate = { from: 20, until: 45, mayEndToday: true };
    const backend = Object.assign(office.backend(), {
      turn: async () => ({ position: 3, waiting: 5, estimate }),
    });
    const element = await office.open(backend);
    await enter(element, office.consultation.tiket, spellAccessCode(office.code));
    await waitUntil(() => textOf(element).includes('20\u2060–\u206045 menit'), 'the range is told');
    expect(textOf(element)).to.contain(words.turn(3)).and.to.contain(words.estimateEnds);
    expect(textOf(element)).not.to.contain(words.noEstimate);
  });

  it('finds a case by ticket and code as they were written down', async () => {
    const office = new Office('queued');
    const element = await office.open();
    await expect(element).to.be.accessible();
    await enter(
      element,
      office.consultation.tiket.toLowerCase(),
      spellAccessCode(office.code).toLowerCase(),
    );
    await waitUntil(() => headingOf(element) === words.headings.queued, 'the case appears');
    expect(textOf(element)).to.contain(office.consultation.nomorAntrean ?? '?');
    expect(textOf(element)).to.contain(texts.expectations.queued ?? '?');
    expect(element.shadowRoot?.activeElement?.id).to.equal('heading');
    await expect(element).to.be.accessible();
  });

  it('opens from the QR code, and takes ticket and code out of the address', async () => {
    const element = await new Office('queued').openFromPaper();
    expect(location.hash).to.equal('');
    expect(headingOf(element)).to.equal(words.headings.queued);
  });

  it('shows the case that was named last, whichever is found first', async () => {
    const office = new Office('queued');
    const { tiket, id } = office.consultation;
    const finds = new HeldAnswers(office.backend(), 'find');
    finds.isHolding = true;
    const element = await office.open(finds.backend);
    location.hash = `tiket=TIDAK-ADA&kode=${office.code}`;
    await waitUntil(() => finds.asked === 1, 'the first one is asked for');
    location.hash = `tiket=${tiket}&kode=${office.code}`;
    await waitUntil(() => finds.asked === 2, 'the second one is asked for');
    finds.answer(1);
    await waitUntil(() => headingOf(element) === words.headings.queued, 'the case appears');
    finds.answer(0);
    // What follows that answer has happened when something later was answered.
    await finds.backend.read(id);
    await element.updateComplete;
    expect(headingOf(element)).to.equal(words.headings.queued);
  });

  it('speaks English', async () => {
    const element = await new Office('archived').openFromPaper('en');
    await waitUntil(() => textOf(element).includes('What you need to do'), 'English words');
    await expect(element).to.be.accessible();
  });

  it('says the same of a wrong code as of an unknown ticket, and asks the office nothing for a slip of the pen', async () => {
    const office = new Office('queued');
    const backend = office.backend();
    let asked = 0;
    const find = backend.find?.bind(backend);
    backend.find = async (...access) => {
      asked += 1;
      return find?.(...access);
    };
    const element = await office.open(backend);
    const other = accessCodeOf(sampleCase('archived', { profile, now }).events) ?? '';
    await enter(element, office.consultation.tiket, other);
    await waitUntil(
      () => textOf(element).includes(texts.notFound),
      'it says that nothing was found',
    );
    expect(textOf(element)).not.to.contain(texts.notFoundHere);
    await expect(element).to.be.accessible();
    await enter(element, 'TIDAK-ADA', office.code);
    await waitUntil(() => asked === 2, 'the office is asked');
    await waitUntil(() => textOf(element).includes(texts.notFound), 'it says the same');
    const form = await enter(element, office.consultation.tiket, `${office.code.slice(0, -1)}U`);
    await waitUntil(() => form.errors().length > 0, 'the slip is shown');
    expect(
      form
        .errors()
        .map(({ message }) => message)
        .join(),
    ).to.contain(texts.codeUnreadable.slice(0, 30));
    expect(asked).to.equal(2);
  });

  it('says where to look when the office keeps its cases in each browser', async () => {
    const office = new Office('queued');
    const backend = office.backend();
    const embedded: Backend = Object.assign(Object.create(backend) as Backend, {
      supports: { ...backend.supports, name: 'indexeddb' },
      find: async () => undefined,
    });
    const element = await office.open(embedded);
    await enter(element, 'BTG-1', office.code);
    await waitUntil(() => textOf(element).includes(texts.notFoundHere), 'the honest word');
  });

  it('says so when the office cannot look up by ticket', async () => {
    const office = new Office('queued');
    const backend: Backend = Object.assign(Object.create(office.backend()) as Backend, {
      find: undefined,
    });
    const element = await office.open(backend);
    await enter(element, 'BTG-1', office.code);
    await waitUntil(() => textOf(element).includes(texts.unavailable), 'it says so');
  });

  it('takes the correction that the office asked for', async () => {
    const office = new Office('draft');
    const element = await office.openFromPaper();
    const intake = element.renderRoot.querySelector('lpse-intake');
    await waitUntil(() => intake?.shadowRoot?.querySelector('lpse-form') != null, 'the form');
    expect(textOf(element)).to.contain(texts.expectations.draft ?? '?');
  });

  it('shows the answer as the sheet, whose QR code leads here again', async () => {
    const office = new Office('archived');
    const element = await office.openFromPaper();
    const find = () => element.renderRoot.querySelector('lpse-sheet');
    await waitUntil(() => textOf(find() ?? element).includes('SALINAN'), 'the sheet');
    expect(textOf(find() ?? element)).to.contain(spellAccessCode(office.code));
    const document_ = (await find()?.html()) ?? '';
    expect(document_).to.contain('SALINAN').and.to.contain("default-src 'none'");
    expect(document_).not.to.match(/<script|<!--|\son\w+=|\sstyle=/);
  });

  it('takes the user’s word that the matter is solved', async () => {
    const office = new Office('archived');
    const element = await office.openFromPaper();
    const panel = confirmationOf(element);
    await press(panel, texts.solved);
    await waitUntil(() => textOf(panel).includes(texts.confirmed), 'it is confirmed');
    const { consultation } = (await office.backend().read(office.consultation.id)) ?? {};
    expect(consultation?.confirmations).to.have.length(1);
    expect(textOf(panel)).not.to.contain(texts.notSolved);
    await expect(element).to.be.accessible();
  });

  it('takes the user’s word that it is not, with what is open, until the last day', async () => {
    const office = new Office('archived');
    const element = await office.openFromPaper();
    const panel = confirmationOf(element);
    await press(panel, texts.notSolved);
    const find = () => panel.shadowRoot?.querySelector('lpse-form') ?? null;
    await waitUntil(() => find() !== null, 'the form');
    const form = new FormHarness(find() ?? expect.fail('no form'));
    await form.fill('Yang belum selesai', 'Paket masih belum tampil setelah dua hari.');
    await expect(element).to.be.accessible();
    await form.press('Kirim kepada petugas');
    await waitUntil(() => headingOf(element) === words.reopenedHeading, 'it is followed up');
    const { consultation } = (await office.backend().read(office.consultation.id)) ?? {};
    expect(consultation?.reopenings[0]?.alasan).to.contain('dua hari');

    // The follow-up is asked about as the first answer was.
    await office.followUp();
    await waitUntil(() => headingOf(element) === words.headings.archived, 'it is answered');
    await press(panel, texts.solved);
    await waitUntil(() => textOf(panel).includes(texts.confirmed), 'it is confirmed');
  });

  it('no longer offers it after that day', async () => {
    const office = new Office('archived');
    office.now = new Date('2026-12-31T03:00:00Z');
    const element = await office.openFromPaper();
    const panel = confirmationOf(element);
    await waitUntil(() => textOf(panel).includes(texts.reopenOver), 'it says why');
    expect(textOf(panel)).not.to.contain(texts.notSolved);
  });
});
