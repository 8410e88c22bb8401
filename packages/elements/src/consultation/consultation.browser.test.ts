import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  MemoryStore,
  createMemoryBackend,
  createMemoryDrafts,
  createMemoryMemo,
} from '@lpse-konsultasi/client/memory';
import { samplePeople, scenes } from '@lpse-konsultasi/client/samples';
import {
  loadShipped,
  type Actor,
  type JsonObject,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import { compile } from '@lpse-konsultasi/form-schema/compile';
import { loadProfile } from '@lpse-konsultasi/form-schema/load-profile';
import '../define/consultation.js';
import '../define/provider.js';
import '../define/sheet.js';
import { FormHarness } from '../testing/index.js';
import type { LpseConsultation } from './consultation.js';
import { waitUntil } from '../testing/wait-until.js';

type SceneName = keyof typeof scenes;

let profile: Profile;

/** A visitor's page and an office on one desk, as in two tabs of one browser. */
class Office {
  readonly store = new MemoryStore();
  readonly drafts = createMemoryDrafts();
  readonly memo = createMemoryMemo();
  readonly visitor = createMemoryBackend({
    store: this.store,
    profile,
    actor: () => samplePeople.user,
  });
  #actor: Actor = samplePeople.officer;
  readonly desk = createMemoryBackend({ store: this.store, profile, actor: () => this.#actor });

  async open(): Promise<LpseConsultation> {
    const element = await fixture<LpseConsultation>(
      html`<lpse-consultation
        .profile=${profile}
        .backend=${this.visitor}
        .drafts=${this.drafts}
        .memo=${this.memo}
      ></lpse-consultation>`,
    );
    await waitUntil(() => headingOf(element) !== '', 'a heading appears');
    return element;
  }

  /** Carries a scene of the sample stories out on the only case. */
  async plays<Name extends SceneName>(
    name: Name,
    ...args: Parameters<(typeof scenes)[Name]> extends [unknown, ...infer Rest] ? Rest : never
  ): Promise<void> {
    const { items } = await this.desk.list();
    const id = items[0]?.id ?? '';
    const record = await this.desk.read(id);
    if (record === undefined) throw new Error('There is no case yet');
    const make = scenes[name] as (
      after: number,
      ...rest: unknown[]
    ) => ReturnType<typeof scenes.call>;
    const scene = make(0, ...args);
    this.#actor = scene.by;
    const data: JsonObject =
      typeof scene.data === 'function'
        ? scene.data({
            consultation: record.consultation,
            profile,
            by: scene.by,
            at: new Date().toISOString(),
            freeCounter: '1',
          })
        : scene.data;
    const outcome = await this.desk.execute(
      { type: scene.type, consultationId: id, data },
      { key: crypto.randomUUID() },
    );
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
  }
}

function panelOf(element: LpseConsultation): HTMLElement | null {
  return element.renderRoot.querySelector('lpse-guest-book, lpse-intake');
}

function headingOf(element: LpseConsultation): string {
  const root = panelOf(element)?.shadowRoot ?? element.renderRoot;
  return root.querySelector('#heading')?.textContent.trim() ?? '';
}

async function comesTo(element: LpseConsultation, heading: string): Promise<void> {
  await waitUntil(
    () => headingOf(element) === heading,
    `the page comes to "${heading}", it is at "${headingOf(element)}"`,
  );
}

async function formOf(element: LpseConsultation): Promise<FormHarness> {
  const find = () => panelOf(element)?.shadowRoot?.querySelector('lpse-form') ?? null;
  await waitUntil(() => find() !== null, 'the form appears');
  const form = find();
  if (form === null) throw new Error('no form');
  await form.updateComplete;
  return new FormHarness(form);
}

function words(element: LpseConsultation): string {
  return element.renderRoot.textContent?.replaceAll(/\s+/g, ' ') ?? '';
}

async function press(element: LpseConsultation, label: string): Promise<void> {
  const button = [...element.renderRoot.querySelectorAll('button')].find(
    (each) => each.textContent.trim() === label,
  );
  if (button === undefined) throw new Error(`No button "${label}"`);
  button.focus();
  await sendKeys({ press: 'Enter' });
}

async function register(element: LpseConsultation): Promise<void> {
  const guestBook = await formOf(element);
  await guestBook.fill('Nama lengkap', 'Rina Wulandari (contoh)');
  await guestBook.press('Lanjut ke formulir');
  await comesTo(element, 'Formulir konsultasi');
}

async function fillAndSend(element: LpseConsultation): Promise<void> {
  const form = await formOf(element);
  await form.fill('Nomor telepon/WhatsApp', '0812 3456 7890');
  await form.fill('Jenis pengguna', 'Masyarakat umum');
  await form.fill('Aplikasi', 'SPSE');
  await form.fill('Kategori', 'Aturan dan prosedur');
  await form.fill('Judul', 'Cara mengikuti tender pertama kali');
  await form.fill('Uraian permasalahan', 'Saya ingin mengetahui tahapan mengikuti tender.');
  await form.fill('Saya telah membaca pemberitahuan privasi', true);
  await form.fill('Isian ini benar', true);
  await form.press('Serahkan formulir');
  await comesTo(element, 'Formulir telah kami terima');
}

const answerText = 'Silakan mendaftar melalui akun INAPROC.\n\nLengkapi data kualifikasi di SIKaP.';

describe('<lpse-consultation>', () => {
  before(async () => {
    profile = await loadShipped('batang', 'id');
  });

  it('leads a visitor from the guest book to the archived copy', async () => {
    const office = new Office();
    const page = await office.open();
    expect(headingOf(page)).to.equal('Buku tamu');
    await expect(page).to.be.accessible();

    await register(page);
    const form = await formOf(page);
    expect(form.field('Nama lengkap').value).to.equal('Rina Wulandari (contoh)');
    expect(form.field('Peramban dan sistem').value).to.match(/Chrome|Firefox/);
    await expect(page).to.be.accessible();

    await fillAndSend(page);
    expect(words(page)).to.contain('BTG-');
    await expect(page).to.be.accessible();
    page.style.inlineSize = '320px';
    const ticket = page.shadowRoot?.querySelector<HTMLElement>('.ticket.main dd');
    const line = ticket && parseFloat(getComputedStyle(ticket).lineHeight);
    expect(ticket?.clientHeight, 'the ticket number in one line').to.be.below((line ?? 0) * 1.5);
    page.style.inlineSize = '';

    await office.plays('startReview');
    await comesTo(page, 'Formulir sedang diperiksa');
    await office.plays('accept');
    await comesTo(page, 'Menunggu panggilan');
    expect(words(page)).to.contain('A-001');

    await office.plays('call');
    await comesTo(page, 'Bapak/Ibu dipanggil');
    expect(page.renderRoot.querySelector('[role=alert]')?.textContent).to.equal(
      'Nomor antrean A-001 dipanggil. Silakan menuju loket 1',
    );
    await expect(page).to.be.accessible();

    await office.plays('attend');
    await comesTo(page, 'Permasalahan sedang dianalisis');
    expect(page.renderRoot.querySelector('[role=alert]')?.textContent).to.equal('');
    await office.plays('analyse', {});
    await comesTo(page, 'Jawaban sedang ditulis');
    await office.plays('answer', answerText);
    await comesTo(page, 'Jawaban telah tersedia');
    const sheet = page.renderRoot.querySelector('lpse-sheet');
    await waitUntil(() => sheet?.shadowRoot?.textContent.includes('Lengkapi data kualifikasi'));
    expect(sheet?.shadowRoot?.textContent).to.contain('SALINAN');
    await expect(page).to.be.accessible();

    await office.plays('archive');
    await comesTo(page, 'Konsultasi selesai');
    await press(page, 'Mulai konsultasi baru');
    await comesTo(page, 'Buku tamu');
  });

  it('gives a waiting visitor the time as a range', async () => {
    const office = new Office();
    const estimate = { from: 20, until: 45, mayEndToday: false };
    Object.assign(office.visitor, { turn: async () => ({ position: 3, waiting: 5, estimate }) });
    const page = await office.open();
    await register(page);
    await fillAndSend(page);
    await office.plays('startReview');
    await office.plays('accept');
    await comesTo(page, 'Menunggu panggilan');
    await waitUntil(() => words(page).includes('20\u2060–\u206045 menit'), 'the range is told');
    expect(words(page)).to.contain('3 antrean sebelum Bapak/Ibu.');
  });

  it('never shows the office’s classification or notes', async () => {
    const office = new Office();
    const page = await office.open();
    await register(page);
    await fillAndSend(page);
    for (const name of ['startReview', 'accept', 'call', 'attend'] as const)
      await office.plays(name);
    await office.plays('analyse', { informasiTambahan: 'Catatan dalam yang rahasia.' });
    await office.plays('answer', answerText);
    await comesTo(page, 'Jawaban telah tersedia');
    const sheet = page.renderRoot.querySelector('lpse-sheet');
    await waitUntil(() => sheet?.shadowRoot?.textContent.includes('SIKaP'));
    expect(words(page) + (sheet?.shadowRoot?.textContent ?? '')).not.to.match(
      /Catatan dalam|Nonteknis|Prioritas/,
    );
  });

  it('opens exactly the flagged fields for a correction', async () => {
    const office = new Office();
    const page = await office.open();
    await register(page);
    await fillAndSend(page);
    await office.plays('startReview');
    await office.plays('findIncomplete', ['/judul', '/uraian'], 'Mohon jelaskan tahapannya.');
    await office.plays('handBack');
    await comesTo(page, 'Mohon lengkapi formulir');
    const form = await formOf(page);
    const open = form
      .fields()
      .filter(({ wrapper }) => wrapper.querySelector('input, textarea, select, button') !== null);
    expect(open.map(({ pointer }) => pointer)).to.have.members(['/judul', '/uraian']);
    expect(panelOf(page)?.shadowRoot?.textContent).to.contain('Mohon jelaskan tahapannya.');
    await expect(page).to.be.accessible();

    const link = [...(panelOf(page)?.shadowRoot?.querySelectorAll('a') ?? [])].find(
      (each) => each.textContent.trim() === 'Uraian permasalahan',
    );
    link?.focus();
    await sendKeys({ press: 'Enter' });
    expect(form.form.shadowRoot?.activeElement).to.equal(form.form.control('/uraian'));

    await form.fill('/uraian', 'Tahapan yang dimaksud adalah kualifikasi.');
    await form.press('Serahkan formulir');
    await comesTo(page, 'Formulir telah kami terima');
  });

  it('finds its case and what was typed again after a reload', async () => {
    const office = new Office();
    const first = await office.open();
    const guestBook = await formOf(first);
    await guestBook.fill('Nama lengkap', 'Rina (contoh)');
    first.remove();

    const second = await office.open();
    await waitUntil(() => panelOf(second) !== null);
    expect((await formOf(second)).field('Nama lengkap').value).to.equal('Rina (contoh)');
    await register(second);
    await (await formOf(second)).fill('Judul', 'Belum selesai diketik');
    second.remove();

    const third = await office.open();
    await comesTo(third, 'Formulir konsultasi');
    expect((await formOf(third)).field('Judul').value).to.equal('Belum selesai diketik');
    await fillAndSend(third);
    third.remove();
    await comesTo(await office.open(), 'Formulir telah kami terima');
  });

  it('keeps what was typed when the language changes', async () => {
    const office = new Office();
    const page = await fixture<LpseConsultation>(
      html`<lpse-consultation
        profile="batang"
        .backend=${office.visitor}
        .drafts=${office.drafts}
        .memo=${office.memo}
      ></lpse-consultation>`,
    );
    await comesTo(page, 'Buku tamu');
    await (await formOf(page)).fill('Nama lengkap', 'Rina (contoh)');
    await press(page, 'English');
    await comesTo(page, 'Guest book');
    await waitUntil(() => panelOf(page)?.shadowRoot?.querySelector('lpse-form')?.locale === 'en');
    const form = await formOf(page);
    expect(form.field('/nama').value).to.equal('Rina (contoh)');
    expect(form.field('/nama').label).to.equal('Full name');
  });

  it('lets two pages of one visitor follow each other', async () => {
    const office = new Office();
    const one = await office.open();
    await register(one);
    const two = await office.open();
    await comesTo(two, 'Formulir konsultasi');
    await fillAndSend(one);
    await comesTo(two, 'Formulir telah kami terima');
  });

  it('asks once more before it cancels', async () => {
    const office = new Office();
    const page = await office.open();
    await register(page);
    await fillAndSend(page);
    await press(page, 'Batalkan konsultasi');
    await waitUntil(() => words(page).includes('Batalkan konsultasi ini?'));
    await expect(page).to.be.accessible();
    await press(page, 'Ya, batalkan');
    await comesTo(page, 'Konsultasi dibatalkan');
  });

  it('begins anew with a note when its case is gone', async () => {
    const office = new Office();
    await office.memo.set(`case/${profile.id}`, 'a-case-that-was-cleared');
    const page = await office.open();
    await comesTo(page, 'Buku tamu');
    expect(words(page)).to.contain('Konsultasi sebelumnya tidak ditemukan lagi');
    expect(await office.memo.get(`case/${profile.id}`)).to.equal(undefined);
  });

  it('calls guest book and form what the office calls them', async () => {
    const named = (title: string): unknown => ({ texts: { id: { title }, en: { title } } });
    const document = {
      id: 'kota-bernama',
      forms: { 'guest-book': named('Daftar hadir'), 'consultation-form': named('Lembar tanya') },
    };
    const result = loadProfile(document, { compile });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const page = await fixture<LpseConsultation>(
      html`<lpse-consultation
        .profile=${result.profile}
        .backend=${createMemoryBackend({ profile: result.profile, actor: () => samplePeople.user })}
        .drafts=${createMemoryDrafts()}
        .memo=${createMemoryMemo()}
      ></lpse-consultation>`,
    );
    await comesTo(page, 'Daftar hadir');
    const guestBook = await formOf(page);
    await guestBook.fill('Nama lengkap', 'Rina Wulandari (contoh)');
    await guestBook.press('Lanjut ke formulir');
    await comesTo(page, 'Lembar tanya');
  });

  it('says what is wrong with a profile that cannot be read', async () => {
    const page = await fixture<LpseConsultation>(
      html`<lpse-consultation profile="/no/such/profile.json"></lpse-consultation>`,
    );
    await waitUntil(() => words(page).includes('LPSE_PROFILE_NOT_FOUND'));
    expect(words(page)).to.contain('Mohon periksa nama atau alamatnya');
    await expect(page).to.be.accessible();
  });
});
