import { expect, fixture, html } from '@open-wc/testing';
import type { Backend } from '@lpse-konsultasi/client';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { createMemoryOutboxStore, outbox, type Outbox } from '@lpse-konsultasi/client/outbox';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import { LpseError, loadShipped, type JsonObject, type Locale } from '@lpse-konsultasi/form-schema';
import '../define/outbox.js';
import { outboxTexts } from '../locales/outbox.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseOutbox } from './outbox.js';

const texts = outboxTexts.id;

async function open(locale: Locale = 'id') {
  const profile = await loadShipped('batang', locale);
  const line = { isDown: true };
  const backend: Backend = createMemoryBackend({ profile, actor: () => samplePeople.user });
  const execute = backend.execute.bind(backend);
  backend.execute = (...given) =>
    line.isDown ? Promise.reject(new LpseError('LPSE_SERVER_UNREACHABLE')) : execute(...given);
  const pauses = { firstPause: 600_000, longestPause: 600_000 };
  const store = createMemoryOutboxStore();
  const box = outbox(backend, { name: crypto.randomUUID(), store, ...pauses });
  const element = Object.assign(document.createElement('lpse-outbox'), { backend: box, locale });
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => element.shadowRoot?.querySelector('[role=status]') != null);
  return { box, element, line };
}

async function handIn(box: Outbox, consultationId: string, type: 'register' | 'submit') {
  const data: JsonObject =
    type === 'register' ? { nama: 'Rina (contoh)', kanal: 'tatapMuka' } : { judul: 'Uji' };
  await box.execute({ type, consultationId, data }, { key: 'k' }).catch(() => undefined);
}

const words = (element: LpseOutbox): string =>
  (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');

async function shows(element: LpseOutbox, text: string): Promise<void> {
  await waitUntil(() => words(element).includes(text), `"${text}" in "${words(element)}"`);
}

async function press(element: LpseOutbox, text: string): Promise<void> {
  const button = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find(
    (each) => each.textContent.trim() === text,
  );
  if (button === undefined) throw new Error(`no button "${text}"`);
  button.click();
  await element.updateComplete;
}

describe('<lpse-outbox>', () => {
  for (const locale of ['id', 'en'] as const) {
    it(`says what waits, since when and why, and stands up to axe (${locale})`, async () => {
      const { box, element } = await open(locale);
      const own = locale === 'id' ? texts : await outboxTexts.en();
      await expect(element).to.be.accessible();
      await handIn(box, 'a', 'register');
      await handIn(box, 'b', 'submit');
      await shows(element, `${own.what.submit}: Uji`);
      await shows(element, own.reasons['LPSE_SERVER_UNREACHABLE'] ?? '');
      await shows(element, own.count(2, 0));
      expect(words(element)).to.contain(String(new Date().getFullYear()));
      await expect(element).to.be.accessible();
    });
  }

  it('shows nothing while nothing waits', async () => {
    const { element } = await open();
    expect(words(element).trim()).to.equal('');
    expect(element.getBoundingClientRect().height).to.be.lessThan(2);
  });

  it('sends what waits when it is told to, and says when all has arrived', async () => {
    const { box, element, line } = await open();
    await handIn(box, 'a', 'register');
    await shows(element, texts.heading);
    line.isDown = false;
    await press(element, texts.retryAll);
    await shows(element, texts.allSent);
    expect(element.shadowRoot?.querySelector('section')).to.equal(null);
    expect(await box.read('a')).not.to.equal(undefined);
  });

  it('sends what waits when the page is looked at again', async () => {
    const { box, element, line } = await open();
    await handIn(box, 'a', 'register');
    await shows(element, texts.heading);
    line.isDown = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await shows(element, texts.allSent);
  });

  it('shows a refusal with its reason and what to do', async () => {
    const { box, element, line } = await open();
    await handIn(box, 'a', 'submit');
    line.isDown = false;
    box.retry();
    await shows(element, texts.refused);
    await shows(element, texts.mend);
    await shows(element, texts.count(1, 1));
    await expect(element).to.be.accessible();
  });

  it('asks before it deletes, and keeps the focus in sight', async () => {
    const { box, element } = await open();
    await handIn(box, 'a', 'register');
    await handIn(box, 'b', 'register');
    await shows(element, texts.heading);
    await press(element, texts.remove);
    await shows(element, texts.ask(texts.what.register));
    expect(element.shadowRoot?.activeElement?.id).to.equal('yes');
    await expect(element).to.be.accessible();
    await press(element, texts.no);
    await press(element, texts.remove);
    await press(element, texts.yes);
    await shows(element, texts.removed);
    expect(element.shadowRoot?.querySelectorAll('.entry')).to.have.length(1);
    expect(element.shadowRoot?.activeElement?.id).to.equal('heading');
  });

  it('hands all that waits out as a file', async () => {
    const { box, element } = await open();
    await handIn(box, 'a', 'register');
    await shows(element, texts.heading);
    const names: string[] = [];
    const keep = (event: MouseEvent): void => {
      if (!(event.target instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      names.push(event.target.download);
    };
    document.addEventListener('click', keep, { capture: true });
    await press(element, texts.export);
    await waitUntil(() => names.some((name) => name.endsWith('.json')));
    document.removeEventListener('click', keep, { capture: true });
    expect(JSON.parse(await box.export()))
      .to.have.property('entries')
      .with.length(1);
  });
});
