import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryDrafts } from '@lpse-konsultasi/client/memory';
import { samplePeople, sampleValues } from '@lpse-konsultasi/client/samples';
import type { Backend, EmbeddedBackend } from '@lpse-konsultasi/client';
import {
  LpseError,
  accessCodeOf,
  spellAccessCode,
  type JsonObject,
} from '@lpse-konsultasi/form-schema';
import '../define/reception.js';
import { clock, now, openOffice } from '../desk/desk-harness.test.js';
import type { LpseForm } from '../form/form.js';
import { kioskTexts } from '../locales/kiosk.js';
import { receptionTexts } from '../locales/reception.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseReception } from './reception.js';

const { id } = receptionTexts;
const formulir = sampleValues.consultationForm({ nama: 'Rina Wulandari (contoh)' });

interface Open {
  readonly element: LpseReception;
  readonly backend: EmbeddedBackend;
}

async function open(locale: 'id' | 'en' = 'id'): Promise<Open> {
  const office = await openOffice(locale);
  const backend = office.as(samplePeople.reception);
  const element = await openOn(backend, locale);
  await waitUntil(() => formOf(element) !== null, 'no form');
  return { element, backend };
}

async function openOn(
  backend: Backend,
  locale: 'id' | 'en' = 'id',
  drafts = createMemoryDrafts(),
): Promise<LpseReception> {
  const element = Object.assign(document.createElement('lpse-reception'), {
    backend,
    drafts,
    clock,
    session: samplePeople.reception,
    locale,
  });
  await fixture(html`<main>${element}</main>`);
  return element;
}

function formOf(element: LpseReception): LpseForm | null {
  return element.shadowRoot?.querySelector<LpseForm>('lpse-form') ?? null;
}

async function fill(element: LpseReception, value: JsonObject): Promise<LpseForm> {
  await element.updateComplete;
  const form = formOf(element) as LpseForm;
  await form.updateComplete;
  for (const [key, member] of Object.entries(value))
    if (key !== 'kanal') form.setValue(`/${key}`, member);
  return form;
}

function choose(element: LpseReception, source: string): void {
  const radio = element.shadowRoot?.querySelector<HTMLInputElement>(`input[value="${source}"]`);
  radio?.click();
}

function press(element: LpseReception, words: string): void {
  const buttons = element.shadowRoot?.querySelectorAll('button') ?? [];
  [...buttons].find((each) => each.textContent?.trim() === words)?.click();
}

async function saved(element: LpseReception): Promise<void> {
  await waitUntil(() => element.shadowRoot?.querySelector('#another') !== null, 'not saved');
}

async function only(backend: EmbeddedBackend) {
  const { items } = await backend.list();
  expect(items.length).to.equal(1);
  const record = await backend.read(items[0]?.id ?? '');
  if (record === undefined) throw new Error('no case');
  return record;
}

/** The words of the paper that the browser was asked to print. */
async function printedSlip(act: () => void): Promise<string> {
  const { print } = window;
  const words = new Promise<string>((resolve) => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      const paper = document.querySelector('body > [data-lpse-print] > div');
      resolve(paper?.shadowRoot?.textContent?.replaceAll(/\s+/g, ' ') ?? '');
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  act();
  const text = await words;
  window.print = print;
  return text;
}

describe('<lpse-reception>', () => {
  it('enters guest book and form of a caller in one, in the name of whoever entered it', async () => {
    const { element, backend } = await open();
    choose(element, 'telepon');
    (await fill(element, { ...formulir, email: 'rina@contoh.id' })).requestSubmit();
    await saved(element);
    const { consultation, events } = await only(backend);
    expect(consultation.state).to.equal('submitted');
    expect(consultation.bukuTamu['kanal']).to.equal('telepon');
    expect(consultation.submissions[0]?.formulir['nama']).to.equal('Rina Wulandari (contoh)');
    for (const { actor } of events) expect(actor).to.deep.equal(samplePeople.reception);
  });

  it('enters a paper with its own time, and the log keeps both', async () => {
    const { element, backend } = await open();
    choose(element, 'kertas');
    const tanggalKertas = new Date(now.getTime() - 26 * 3_600_000).toISOString();
    (await fill(element, { ...formulir, tanggalKertas })).requestSubmit();
    await saved(element);
    const { consultation, events } = await only(backend);
    expect(consultation.submissions[0]?.formulir['tanggalKertas']).to.equal(tanggalKertas);
    expect(consultation.bukuTamu['waktuDatang']).to.equal(tanggalKertas);
    expect(events[0]?.at).to.equal(now.toISOString());
    expect(consultation.runs.find(({ step }) => step === 3)?.paper).to.equal(true);
  });

  it('saves an incomplete paper as it is', async () => {
    const { element, backend } = await open();
    await fill(element, { nama: 'Budi (contoh)', judul: 'Tidak dapat masuk SPSE' });
    press(element, id.asIs);
    await saved(element);
    const { consultation } = await only(backend);
    expect(consultation.submissions[0]?.temuan.length).to.be.greaterThan(0);
  });

  it('registers a guest once, however often a form that is refused is handed in', async () => {
    const { element, backend } = await open();
    choose(element, 'kertas');
    const tanggalKertas = new Date(now.getTime() - 90 * 24 * 3_600_000).toISOString();
    const form = await fill(element, { ...formulir, tanggalKertas });
    form.requestSubmit();
    await waitUntil(() => element.shadowRoot?.querySelector('.alert-bad, .alert') !== null);
    form.setValue('/tanggalKertas', now.toISOString());
    form.requestSubmit();
    await saved(element);
    await only(backend);
  });

  it('goes on with what was typed when it is opened again, and registers nobody twice', async () => {
    const office = await openOffice();
    const backend = office.as(samplePeople.reception);
    const drafts = createMemoryDrafts();
    const openAgain = async (): Promise<LpseReception> => {
      const element = await openOn(backend, 'id', drafts);
      await waitUntil(() => formOf(element) !== null, 'no form');
      return element;
    };
    const draft = async (): Promise<JsonObject | undefined> =>
      (await drafts.load(`new/batang/entry/${samplePeople.reception.id ?? ''}`))?.value;
    const first = await openAgain();
    choose(first, 'telepon');
    await fill(first, { nama: 'Rina Wulandari (contoh)' });
    // Registered, and then the line is lost.
    const { execute } = backend;
    backend.execute = (command, options) =>
      command.type === 'submit'
        ? Promise.reject(new LpseError('LPSE_SERVER_UNREACHABLE'))
        : execute.call(backend, command, options);
    press(first, id.asIs);
    await waitUntil(async () => (await draft())?.['guest'] !== undefined, 'not kept');
    await waitUntil(() => first.shadowRoot?.querySelector('[role="alert"]') !== null, 'taken');
    backend.execute = execute;
    first.remove();
    const second = await openAgain();
    expect((formOf(second)?.value as JsonObject)['nama']).to.equal('Rina Wulandari (contoh)');
    expect(second.shadowRoot?.querySelector(':checked')?.getAttribute('value')).to.equal('telepon');
    (await fill(second, { ...formulir, email: 'rina@contoh.id' })).requestSubmit();
    await saved(second);
    expect((await only(backend)).consultation.state).to.equal('submitted');
    await waitUntil(async () => (await draft()) === undefined, 'still kept');
  });

  it('is emptied for somebody else', async () => {
    const { element } = await open();
    await fill(element, formulir);
    const before = formOf(element);
    press(element, id.empty);
    await waitUntil(() => formOf(element) !== before, 'the same form');
    expect((formOf(element)?.value as JsonObject)['nama']).to.equal(undefined);
  });

  it('numbers its fields as the paper does', async () => {
    const { element } = await open();
    await waitUntil(() => formOf(element)?.shadowRoot?.textContent?.includes('A.1 Nama lengkap'));
  });

  it('prints a slip in the language of the guest, with the code and whom to ask', async () => {
    const { element, backend } = await open();
    (await fill(element, formulir)).requestSubmit();
    await saved(element);
    const select = element.shadowRoot?.querySelector<HTMLSelectElement>('.slip-language');
    if (!select) throw new Error('no choice of the language');
    const printed = await printedSlip(() => press(element, id.printSlip));
    const { consultation, events } = await only(backend);
    expect(printed).to.contain(consultation.tiket);
    expect(printed).to.contain(spellAccessCode(accessCodeOf(events) ?? ''));
    expect(printed).to.contain(kioskTexts.id.codeAsk(backend.profile.office.telepon));
    select.value = 'en';
    select.dispatchEvent(new Event('change'));
    await waitUntil(async () =>
      (await printedSlip(() => press(element, id.printSlip))).includes('Ticket number'),
    );
  });

  it('fits a phone, however long the name of somebody who waits for their form is', async () => {
    const office = await openOffice();
    const backend = office.as(samplePeople.reception);
    const data = sampleValues.guestBook({ nama: `Kurnia ${'Panjang '.repeat(8)}(contoh)` });
    await backend.execute({ type: 'register', consultationId: 'lama', data }, { key: 'lama' });
    const element = await openOn(backend);
    element.style.inlineSize = '328px';
    element.style.display = 'block';
    const list = (): Element | null => element.shadowRoot?.querySelector('.guest select') ?? null;
    await waitUntil(() => list() !== null, 'nobody waits');
    expect(list()?.getBoundingClientRect().width).to.be.at.most(328);
  });

  it('takes the guest who was chosen last, whoever is read first', async () => {
    const office = await openOffice();
    const backend = office.as(samplePeople.reception);
    for (const nama of ['Ani (contoh)', 'Beni (contoh)']) {
      const data = sampleValues.guestBook({ nama });
      await backend.execute({ type: 'register', consultationId: nama, data }, { key: nama });
    }
    const reads = new HeldAnswers(backend, 'read');
    const element = await openOn(reads.backend);
    const list = (): HTMLSelectElement | null =>
      element.shadowRoot?.querySelector<HTMLSelectElement>('.guest select') ?? null;
    await waitUntil(() => list() !== null, 'nobody waits');
    const name = (): unknown => (formOf(element)?.value as JsonObject | undefined)?.['nama'];
    reads.isHolding = true;
    for (const guest of ['Ani (contoh)', 'Beni (contoh)']) {
      const guests = list() as HTMLSelectElement;
      guests.value = guest;
      guests.dispatchEvent(new Event('change'));
    }
    expect(reads.asked).to.equal(2);
    reads.answer(1);
    await waitUntil(() => name() === 'Beni (contoh)', 'not the second one');
    reads.answer(0);
    // What follows the first answer has happened when something later was answered.
    await reads.backend.list();
    await element.updateComplete;
    expect(name()).to.equal('Beni (contoh)');
    expect(list()?.value).to.equal('Beni (contoh)');
  });

  it('keeps what was typed before it is said whose it is', async () => {
    const office = await openOffice();
    const backend = office.as(samplePeople.reception);
    const data = sampleValues.guestBook({ nama: 'Ani (contoh)' });
    await backend.execute({ type: 'register', consultationId: 'ani', data }, { key: 'ani' });
    const element = await openOn(backend);
    const list = (): HTMLSelectElement | null =>
      element.shadowRoot?.querySelector<HTMLSelectElement>('.guest select') ?? null;
    await waitUntil(() => list() !== null && formOf(element)?.value !== undefined, 'nobody waits');
    const value = (): JsonObject => formOf(element)?.value as JsonObject;
    const chosen = async (guest: string): Promise<void> => {
      const guests = list() as HTMLSelectElement;
      guests.value = guest;
      guests.dispatchEvent(new Event('change'));
      await waitUntil(() => (value()['nama'] === undefined) === (guest === ''), 'not the guest');
    };
    formOf(element)?.setValue('/judul', 'Tidak dapat masuk SPSE');
    await chosen('ani');
    expect(value()).to.include({ nama: 'Ani (contoh)', judul: 'Tidak dapat masuk SPSE' });
    await chosen('');
    expect(value()['telepon']).to.equal(undefined);
    expect(value()['judul']).to.equal('Tidak dapat masuk SPSE');
  });

  it('goes on with the next guest', async () => {
    const { element, backend } = await open();
    (await fill(element, formulir)).requestSubmit();
    await saved(element);
    press(element, id.another);
    await waitUntil(() => formOf(element) !== null);
    const form = await fill(element, { ...formulir, nama: 'Budi (contoh)' });
    form.requestSubmit();
    await saved(element);
    expect((await backend.list()).items.length).to.equal(2);
  });

  for (const locale of ['id', 'en'] as const)
    it(`has nothing for axe to find in ${locale}`, async () => {
      const { element } = await open(locale);
      choose(element, 'kertas');
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
});
