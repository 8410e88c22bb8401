import { expect, fixture, html } from '@open-wc/testing';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import type { Actor, JsonObject, KioskRules, Profile } from '@lpse-konsultasi/form-schema';
import '../define/kiosk.js';
import { clock, openOffice, type Office } from '../desk/desk-harness.test.js';
import type { LpseForm } from '../form/form.js';
import { kioskTexts } from '../locales/kiosk.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseKiosk } from './kiosk.js';

const { id } = kioskTexts;
const user: Actor = { id: 'user', role: 'user', name: '' };

/** What a visitor types, easy to find again wherever it was left. */
const marker = 'PENANDA-KIOS';
const name = `Rina ${marker} (contoh)`;
const guest = sampleValues.guestBook({ nama: name });
const form = sampleValues.consultationForm({ nama: name, uraian: `${marker} tidak dapat masuk.` });

interface Open {
  readonly kiosk: LpseKiosk;
  readonly office: Office;
  /** What becomes of the visitor's commands. */
  readonly commands: HeldAnswers;
}

async function open(rules: Partial<KioskRules> = {}, locale: 'id' | 'en' = 'id'): Promise<Open> {
  const office = await openOffice(locale);
  const { procedure } = office.profile;
  const profile: Profile = {
    ...office.profile,
    office: { ...office.profile.office, halamanStatus: 'https://lpse.example/status' },
    procedure: { ...procedure, kiosk: { ...procedure.kiosk, ...rules } },
  };
  const commands = new HeldAnswers(office.as(user), 'execute');
  const kiosk = Object.assign(document.createElement('lpse-kiosk'), {
    backend: commands.backend,
    profile,
    clock,
    locale,
  });
  await fixture(html`<main>${kiosk}</main>`);
  await waitUntil(() => button(kiosk, '.start') !== null, 'no welcome');
  return { kiosk, office, commands };
}

function button(kiosk: LpseKiosk, selector: string): HTMLButtonElement | null {
  return kiosk.shadowRoot?.querySelector<HTMLButtonElement>(selector) ?? null;
}

function formOf(kiosk: LpseKiosk, tag: string): LpseForm | null {
  const panel = kiosk.shadowRoot?.querySelector(tag);
  return panel?.shadowRoot?.querySelector<LpseForm>('lpse-form') ?? null;
}

async function fill(kiosk: LpseKiosk, tag: string, value: JsonObject): Promise<LpseForm> {
  await waitUntil(() => formOf(kiosk, tag) !== null, `no ${tag}`);
  const shown = formOf(kiosk, tag) as LpseForm;
  await shown.updateComplete;
  for (const [key, member] of Object.entries(value)) shown.setValue(`/${key}`, member);
  await shown.updateComplete;
  return shown;
}

async function toForm(kiosk: LpseKiosk): Promise<LpseForm> {
  button(kiosk, '.start')?.click();
  (await fill(kiosk, 'lpse-guest-book', guest)).requestSubmit();
  return fill(kiosk, 'lpse-intake', form);
}

/** All text and every control's value of the page, through all shadow roots. */
function everything(root: ParentNode = document): string {
  const parts: string[] = [];
  const visit = (node: ParentNode): void => {
    for (const element of node.querySelectorAll('*')) {
      for (const { value } of element.attributes) parts.push(value);
      if ('value' in element) parts.push(JSON.stringify(element.value) ?? '');
      if (element.shadowRoot !== null) visit(element.shadowRoot);
    }
    parts.push(node.textContent ?? '');
  };
  visit(root);
  return parts.join('\n');
}

async function untilCancelled(office: Office): Promise<void> {
  const officer: Actor = { id: 'p1', role: 'officer', name: 'Sari (contoh)' };
  const backend = office.as(officer);
  await waitUntil(async () => {
    const { items } = await backend.list();
    return items[0]?.state === 'cancelled';
  }, 'not taken back');
}

/** Everything that this browser keeps for the page. */
async function stored(): Promise<string> {
  const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  parts.push(location.href, window.name, JSON.stringify(history.state));
  for (const { name: database } of await indexedDB.databases()) {
    if (database === undefined) continue;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as DOMException);
    });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise<unknown>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error as DOMException);
      });
      parts.push(JSON.stringify(rows));
    }
    db.close();
  }
  for (const cache of await caches.keys()) parts.push(cache);
  return parts.join('\n');
}

/** On how many lines the words of an element stand. */
function linesOf(element: Element | null | undefined): number {
  const range = document.createRange();
  if (element) range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}

async function expectNothingLeft(): Promise<void> {
  expect(everything()).not.to.contain(marker);
  expect(await stored()).not.to.contain(marker);
}

describe('<lpse-kiosk>', () => {
  it('takes a visitor from the guest book to the slip, and leaves nothing of what they typed', async () => {
    const { kiosk } = await open();
    const shown = await toForm(kiosk);
    expect(everything()).to.contain(marker);
    expect(await stored()).not.to.contain(marker);
    shown.requestSubmit();
    await waitUntil(() => button(kiosk, '.slip') !== null, 'no slip');
    await expectNothingLeft();
    const slip = kiosk.shadowRoot?.querySelector('.slip');
    expect(slip?.textContent).to.match(/BTG-\d{8}-001/);
    expect(slip?.querySelector('svg')).not.to.equal(null);
    kiosk.style.inlineSize = '360px';
    expect(linesOf(slip?.querySelector('.slip-ticket')), 'the number is broken').to.equal(1);
    button(kiosk, '.done .button-primary')?.click();
    // At once, not with the next frame.
    expect(everything(kiosk.shadowRoot as ShadowRoot)).not.to.contain('BTG-');
    expect(button(kiosk, '.start')).not.to.equal(null);
  });

  it('keeps the browser from filling in or remembering anything', async () => {
    const { kiosk } = await open();
    const shown = await toForm(kiosk);
    const controls = shown.shadowRoot?.querySelectorAll(
      'input[autocomplete], textarea[autocomplete]',
    );
    expect(controls?.length).to.be.greaterThan(2);
    for (const control of controls ?? [])
      expect(control.getAttribute('autocomplete'), control.outerHTML).to.equal('off');
  });

  it('erases everything when the visitor stops, and takes the consultation back', async () => {
    const { kiosk, office } = await open();
    await toForm(kiosk);
    button(kiosk, '.leave .button')?.click();
    await expectNothingLeft();
    expect(kiosk.shadowRoot?.textContent).to.contain(id.wiped);
    await untilCancelled(office);
  });

  it('takes a consultation back that arrives after the visitor has stopped', async () => {
    const { kiosk, office, commands } = await open();
    button(kiosk, '.start')?.click();
    const shown = await fill(kiosk, 'lpse-guest-book', guest);
    commands.isHolding = true;
    shown.requestSubmit();
    await waitUntil(() => commands.asked === 1, 'not sent');
    button(kiosk, '.leave .button')?.click();
    commands.answer(0);
    await untilCancelled(office);
    await expectNothingLeft();
  });

  it('asks before it erases what nobody touches; a touch ends the asking', async () => {
    const { kiosk } = await open({ idleSeconds: 600, warnSeconds: 120 });
    const real = performance.now.bind(performance);
    let later = 0;
    performance.now = () => real() + later;
    try {
      await toForm(kiosk);
      later += 500_000;
      await waitUntil(() => kiosk.shadowRoot?.querySelector('dialog')?.open === true, 'not asked');
      expect(everything()).to.contain(marker);
      await expect(kiosk).to.be.accessible();
      const stay = button(kiosk, 'dialog .button-primary');
      // The press is not over yet, and neither is the question: a finger must meet the same button when it is lifted.
      stay?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      await kiosk.updateComplete;
      expect(kiosk.shadowRoot?.querySelector('dialog')?.open).to.equal(true);
      stay?.click();
      await waitUntil(() => kiosk.shadowRoot?.querySelector('dialog')?.open === false, 'asks on');
      expect(everything()).to.contain(marker);
      later += 700_000;
      await waitUntil(() => button(kiosk, '.start') !== null, 'not erased');
      await expectNothingLeft();
    } finally {
      performance.now = real;
    }
  });

  it('erases everything when the page is left, so that going back finds nothing', async () => {
    const { kiosk } = await open();
    await toForm(kiosk);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(everything()).not.to.contain(marker);
    await toForm(kiosk);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(everything()).not.to.contain(marker);
    await expectNothingLeft();
  });

  for (const stage of ['guest book', 'form'] as const)
    it(`shows nobody what a slow server answers to the ${stage} of whoever has gone`, async () => {
      const { kiosk, commands } = await open();
      let shown: LpseForm;
      if (stage === 'form') shown = await toForm(kiosk);
      else {
        button(kiosk, '.start')?.click();
        shown = await fill(kiosk, 'lpse-guest-book', guest);
      }
      const panel = kiosk.shadowRoot?.querySelector('[data-stage]');
      const told = new Promise((resolve) => panel?.addEventListener('lpse-case', resolve));
      commands.isHolding = true;
      shown.requestSubmit();
      await waitUntil(() => commands.asked === 1, 'not sent');
      kiosk.wipe();
      commands.answer(0);
      await told;
      await kiosk.updateComplete;
      expect(button(kiosk, '.start')).not.to.equal(null);
      await expectNothingLeft();
    });

  it('forgets with the element', async () => {
    const { kiosk } = await open();
    await toForm(kiosk);
    kiosk.remove();
    expect(everything(kiosk.shadowRoot as ShadowRoot)).not.to.contain(marker);
  });

  for (const locale of ['id', 'en'] as const)
    it(`has nothing for axe to find in ${locale}`, async () => {
      const { kiosk } = await open({}, locale);
      await expect(kiosk).to.be.accessible();
      const shown = await toForm(kiosk);
      await expect(kiosk).to.be.accessible();
      shown.requestSubmit();
      await waitUntil(() => button(kiosk, '.slip') !== null, 'no slip');
      await expect(kiosk).to.be.accessible();
    });
});
