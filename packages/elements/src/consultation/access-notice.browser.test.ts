import { LitElement, html } from 'lit';
import { expect } from '@open-wc/testing';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import { accessCodeOf, spellAccessCode } from '@lpse-konsultasi/form-schema';
import { loadTexts } from '../i18n/texts.js';
import { publicTexts } from '../locales/public.js';
import { statusTexts } from '../locales/status.js';
import { waitUntil } from '../testing/wait-until.js';
import { AccessNotice, type AccessNoticeOptions } from './access-notice.js';

/* The code of a case, which comes after the page that it stands in. */

const record = {
  consultation: { tiket: 'BTG-2026-0001' },
  events: [{ hash: 'a'.repeat(64) }],
} as unknown as ConsultationRecord;
const page = 'https://lpse.contoh.go.id/status';
const code = spellAccessCode(accessCodeOf(record.events) ?? '');

class NoticeHost extends LitElement {
  locale: 'id' | 'en' = 'id';
  record: ConsultationRecord | undefined = record;
  page: string | undefined = page;
  load: AccessNoticeOptions['load'];
  readonly #notice = new AccessNotice(this, {
    locale: () => this.locale,
    texts: () => publicTexts.id,
    load: () => (this.load ?? (() => import('./access.js')))(),
  });

  override render(): unknown {
    return html`<div>${this.#notice.render(this.record, this.page)}</div>`;
  }
}
customElements.define('notice-host', NoticeHost);

function open(given: Partial<NoticeHost> = {}): NoticeHost {
  const host = Object.assign(document.createElement('notice-host') as NoticeHost, given);
  document.body.append(host);
  return host;
}

function words(host: NoticeHost): string {
  return host.shadowRoot?.textContent ?? '';
}

describe('The access code on the waiting page', () => {
  afterEach(() => document.querySelectorAll('notice-host').forEach((host) => host.remove()));

  it('stands there with the way to the status page', async () => {
    const host = open();
    await waitUntil(() => words(host).includes(code));
    const link = host.shadowRoot?.querySelector('a');
    expect(link?.href).to.equal(`${page}#tiket=BTG-2026-0001&kode=${code.replaceAll('-', '')}`);
  });

  it('is in English where the page is', async () => {
    const { statusPage } = await loadTexts(statusTexts, 'en');
    const host = open({ locale: 'en' });
    await waitUntil(() => words(host).includes(statusPage));
    expect(words(host)).to.contain(code);
  });

  it('is not asked for before there is a case, or where the office has no such page', async () => {
    let asked = 0;
    const load = (): Promise<never> => Promise.reject(new Error(String((asked += 1))));
    await open({ load, record: undefined }).updateComplete;
    await open({ load, page: undefined }).updateComplete;
    await open({ load, record: { ...record, events: [] } }).updateComplete;
    expect(asked).to.equal(0);
  });

  it('says so when it cannot be loaded', async () => {
    const host = open({ load: () => Promise.reject(new TypeError('offline')) });
    await waitUntil(() => words(host).includes(publicTexts.id.codeMissing));
    expect(words(host)).not.to.contain(code);
  });
});
