import { expect, fixture, html } from '@open-wc/testing';
import { LpseError, type Json, type JsonObject } from '@lpse-konsultasi/form-schema';
import type { Drafts } from '@lpse-konsultasi/client';
import { createMemoryDrafts } from '@lpse-konsultasi/client/memory';
import type { FormHarness } from '../testing/form-harness.js';
import { fileOf, magic, openForm, pictureList } from '../testing/open-form.js';
import { waitUntil } from '../testing/wait-until.js';

const schema: JsonObject = {
  type: 'object',
  required: ['nama'],
  properties: {
    nama: { title: 'Nama', type: 'string' },
    kota: { title: 'Kota', type: 'string' },
    pin: { title: 'PIN', type: 'string', writeOnly: true },
    lampiran: pictureList,
  },
};

describe('A form with a draft', () => {
  let page: FormHarness;
  let drafts: Drafts;

  beforeEach(() => {
    drafts = createMemoryDrafts({ now: () => new Date('2026-11-22T03:42:00Z') });
  });

  afterEach(() => page.form.remove());

  const open = (properties: Partial<typeof page.form> = {}): Promise<FormHarness> =>
    openForm({ schema, draft: 'kontak', drafts, ...properties });
  const kept = async (): Promise<Json | undefined> => (await drafts.load('form/kontak'))?.value;
  const text = (): string => (page.form.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  const time = new Intl.DateTimeFormat('id-ID', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date('2026-11-22T03:42:00Z'));

  /** The page is closed, or crashes, and is opened anew. */
  async function reopen(properties: Partial<typeof page.form> = {}): Promise<void> {
    await waitUntil(async () => (await kept()) !== undefined);
    page.form.remove();
    page = await open(properties);
  }

  it('keeps what is typed, and says when', async () => {
    page = await open();
    await page.fill('Nama', 'Rina');
    await waitUntil(async () => (await kept()) !== undefined);
    expect(await kept()).to.deep.equal({ entered: { nama: 'Rina' } });
    await waitUntil(() => text().includes(`Tersimpan pukul ${time}`));
    await expect(page.form).to.be.accessible();
  });

  it('brings it back, and says what it is and how to begin anew', async () => {
    page = await open();
    await page.fill('Nama', 'Rina');
    await reopen({ value: { kota: 'Batang' } });
    expect(page.field('Nama').value).to.equal('Rina');
    expect(page.form.dirty).to.equal(true);
    expect(text()).to.match(new RegExp(`Isian (tanggal .*)?pukul ${time} dipulihkan`));
    await waitUntil(() => page.announcement().includes('dipulihkan'));
    await expect(page.form).to.be.accessible();
  });

  it('keeps what came back when the page gives its value later, until the draft is let go', async () => {
    page = await open();
    await page.fill('Nama', 'Rina');
    await reopen();
    page.form.value = { kota: 'Batang' };
    await page.form.updateComplete;
    expect(page.field('Nama').value).to.equal('Rina');
    expect(page.form.dirty).to.equal(true);

    page.form.reset();
    expect(page.form.entered).to.deep.equal({ kota: 'Batang' });
    page.form.value = { kota: 'Pekalongan' };
    await page.form.updateComplete;
    expect(page.field('Nama').value).to.equal('');
    expect(page.field('Kota').value).to.equal('Pekalongan');
  });

  it('begins anew on request, and takes that back', async () => {
    page = await open({ value: { kota: 'Batang' } });
    await page.fill('Nama', 'Rina');
    await reopen({ value: { kota: 'Batang' } });
    await page.press('Mulai dari awal');
    expect(page.form.value).to.deep.equal({ kota: 'Batang' });
    await waitUntil(async () => (await kept()) === undefined);
    await page.press('Urungkan');
    expect(page.form.value).to.deep.equal({ kota: 'Batang', nama: 'Rina' });
    await waitUntil(async () => (await kept()) !== undefined);
  });

  it('forgets it when the form is handed on, is reset, or the page says so', async () => {
    page = await open();
    for (const end of [
      () => page.submit(),
      () => Promise.resolve(page.form.reset()),
      () => page.form.discardDraft(),
    ]) {
      await page.fill('Nama', `Rina ${Math.random()}`);
      await waitUntil(async () => (await kept()) !== undefined);
      await end();
      await waitUntil(async () => (await kept()) === undefined);
    }
  });

  it('keeps it while the page holds the submission back', async () => {
    page = await open();
    page.form.addEventListener('lpse-submit', (event) => event.preventDefault());
    await page.fill('Nama', 'Rina');
    await page.submit();
    await page.form.updateComplete;
    expect(await kept()).to.deep.equal({ entered: { nama: 'Rina' } });
  });

  it('forgets it when a form around it is handed in, not when that is held back', async () => {
    const outer = await fixture<HTMLFormElement>(html`<form></form>`);
    const hold = (event: Event): void => event.preventDefault();
    page = await openForm({ schema, draft: 'kontak', drafts, name: 'k' }, outer);
    await page.fill('Nama', 'Rina');
    await waitUntil(async () => (await kept()) !== undefined);
    outer.addEventListener('submit', hold);
    outer.requestSubmit();
    await page.form.updateComplete;
    expect(await kept()).to.not.equal(undefined);
    outer.removeEventListener('submit', hold);
    // The page itself stays: only what lies beyond it holds the browser back.
    window.addEventListener('submit', hold, { once: true });
    outer.requestSubmit();
    await waitUntil(async () => (await kept()) === undefined);
  });

  it('never keeps what is marked writeOnly', async () => {
    page = await open();
    await page.fill('PIN', '1234');
    await page.fill('Nama', 'Rina');
    await waitUntil(async () => JSON.stringify(await kept())?.includes('Rina'));
    expect(JSON.stringify(await kept())).to.not.contain('1234');
  });

  it('does not bring back files that were only in the memory of the page, and names them', async () => {
    page = await open();
    const attached = new Promise((resolve) => page.form.addEventListener('lpse-change', resolve));
    await page.fill('/lampiran', [fileOf('layar.png', magic.png)]);
    await attached;
    await waitUntil(async () => (await kept()) !== undefined);
    expect(await kept()).to.deep.equal({ entered: { lampiran: [] }, lost: ['layar.png'] });
    await reopen();
    expect(text()).to.contain('Berkas berikut perlu dipilih kembali: layar.png.');
  });

  it('offers what it finds only after somebody has begun to type', async () => {
    await drafts.save('form/kontak', { entered: { nama: 'Rina' } });
    let found: (() => void) | undefined;
    const slow: Drafts = {
      ...drafts,
      async load(key) {
        const draft = await drafts.load(key);
        await new Promise<void>((resolve) => (found = resolve));
        return draft;
      },
    };
    const opening = openForm({ schema, draft: 'kontak', drafts: slow });
    await waitUntil(() => found !== undefined && document.querySelector('lpse-form') !== null);
    const form = document.querySelector('lpse-form');
    await waitUntil(() => form?.control('/nama') != null);
    const control = form?.control('/nama') as HTMLInputElement;
    control.value = 'Budi';
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    found?.();
    page = await opening;
    expect(page.form.getValue('/nama')).to.equal('Budi');
    expect(text()).to.contain('yang belum dikirim');
    await page.press('Pulihkan');
    expect(page.form.getValue('/nama')).to.equal('Rina');
  });

  it('says it when the browser keeps nothing, and goes on', async () => {
    const refuse = (): Promise<never> =>
      Promise.reject(new LpseError('LPSE_STORAGE_UNAVAILABLE', { detail: 'denied' }));
    page = await open({ drafts: { load: refuse, save: refuse, remove: refuse } });
    await page.fill('Nama', 'Rina');
    await waitUntil(() => text().includes('belum dapat disimpan di peramban ini'));
    let sent: Json | undefined;
    page.form.addEventListener('lpse-submitted', (event) => (sent = event.value));
    await page.submit();
    expect(sent).to.deep.equal({ nama: 'Rina' });
  });

  it('is kept in the browser where the page brings no place of its own', async () => {
    const key = `uji-${crypto.randomUUID()}`;
    page = await openForm({ schema, draft: key });
    await page.fill('Nama', 'Rina');
    await waitUntil(() => text().includes('Tersimpan pukul'));
    page.form.remove();
    page = await openForm({ schema, draft: key });
    expect(page.field('Nama').value).to.equal('Rina');
    await page.form.discardDraft();
  });

  it('speaks the language of the form', async () => {
    page = await open();
    await page.fill('Nama', 'Rina');
    await reopen({ locale: 'en' });
    await waitUntil(() => text().includes('was put back'));
    await page.press('Start over');
    expect(page.form.value).to.deep.equal({});
  });
});
