import { expect } from '@open-wc/testing';
import {
  loadShipped,
  type EscalationPackage,
  type Escalation,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import type { EscalationChannel, EscalationParcel, EscalationStep } from './channel.js';
import { mailtoOf } from './email.js';
import { channelsFor, defineEscalationChannel } from './registry.js';
import { ticketSite } from './ticket-site.js';
import { webhook } from './webhook.js';

const content: EscalationPackage = {
  tiket: 'BTG-1',
  judul: 'CV Contoh: Tidak dapat masuk & mengunggah?',
  sections: [],
  kronologi: [],
  lampiran: [],
  missing: [],
};

async function office(escalation: Partial<Escalation> = {}): Promise<Profile> {
  const profile = await loadShipped('batang', 'id');
  return { ...profile, escalation: { ...profile.escalation, ...escalation } };
}

function parcel(profile: Profile, words: string): EscalationParcel {
  return {
    package: content,
    profile,
    entered: { tujuan: 'lkpp' },
    text: (limit = Infinity) => words.slice(0, limit),
    files: async () => [{ nama: 'galat.png', mime: 'image/png', bytes: new Uint8Array([1, 2, 3]) }],
  };
}

function step<K extends EscalationStep['kind']>(
  channel: EscalationChannel,
  of: EscalationParcel,
  kind: K,
): Extract<EscalationStep, { kind: K }> {
  const found = channel.prepare(of).find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no step ${kind}`);
  return found as Extract<EscalationStep, { kind: K }>;
}

describe('the channel by e-mail', () => {
  it('fits into an address that every mail program takes, whatever the text is made of', async () => {
    const profile = await office({ surel: 'bantuan@contoh.id' });
    for (const words of ['a', 'é', '😀', '\n', 'kata sambung ']) {
      const href = mailtoOf(parcel(profile, words.repeat(3000)));
      expect(href.length, words).to.be.at.most(1900);
      expect(href.length, words).to.be.above(1880);
    }
  });

  it('goes to the office’s address with ticket and subject, and nothing of it breaks out', async () => {
    const profile = await office({ surel: 'bantuan@contoh.id' });
    const url = new URL(mailtoOf(parcel(profile, 'Satu & dua\nTiga?cc=lain@contoh.id')));
    expect(url.pathname).to.equal('bantuan@contoh.id');
    expect([...url.searchParams.keys()]).to.deep.equal(['subject', 'body']);
    expect(url.searchParams.get('subject')).to.equal(`[BTG-1] ${content.judul}`);
    expect(url.searchParams.get('body')).to.equal('Satu & dua\r\nTiga?cc=lain@contoh.id');
  });
});

describe('the channel of a ticket site', () => {
  it('opens only what is a page', async () => {
    const opens = (situs: string, profile: Profile) =>
      ticketSite
        .prepare(parcel({ ...profile, escalation: { ...profile.escalation, situs } }, ''))
        .some(({ kind }) => kind === 'open');
    const profile = await office();
    expect(opens('https://bantuan.inaproc.id', profile)).to.equal(true);
    expect(opens('data:text/html,x', profile)).to.equal(false);
  });

  it('makes one file of text, data and attachments', async () => {
    const download = step(ticketSite, parcel(await office(), 'Isi paket'), 'download');
    expect(download.name).to.equal('eskalasi-BTG-1.zip');
    const text = await (await download.make()).text();
    for (const name of ['paket.txt', 'paket.json', 'lampiran/galat.png'])
      expect(text).to.contain(name);
  });
});

describe('the channel by webhook', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('is there only with an address of this origin or of https', async () => {
    const is = async (address: string | undefined): Promise<boolean> =>
      webhook.isAvailable?.(await office(address === undefined ? {} : { webhook: address })) ??
      false;
    expect(await is('/eskalasi')).to.equal(true);
    expect(await is('https://perantara.contoh.id/eskalasi')).to.equal(true);
    expect(await is('http://lain.contoh.id/eskalasi')).to.equal(false);
    expect(await is(undefined)).to.equal(false);
  });

  it('posts the package and answers the number', async () => {
    let asked: Request | undefined;
    globalThis.fetch = async (input, init) => {
      asked = new Request(input, init);
      return Response.json({ nomorLuar: 'INC-7' });
    };
    const send = step(webhook, parcel(await office({ webhook: '/eskalasi' }), ''), 'send');
    const { signal } = new AbortController();
    expect(await send.send({ signal })).to.deep.equal({ nomorLuar: 'INC-7' });
    expect(asked?.method).to.equal('POST');
    expect(await asked?.json()).to.deep.equal({ paket: content, eskalasi: { tujuan: 'lkpp' } });
  });

  it('gives no number for an answer that has none, and fails for one that says no', async () => {
    const send = step(webhook, parcel(await office({ webhook: '/eskalasi' }), ''), 'send');
    const { signal } = new AbortController();
    globalThis.fetch = async () => new Response('OK');
    expect(await send.send({ signal })).to.deep.equal({});
    globalThis.fetch = async () => new Response('', { status: 503 });
    const failed = await send.send({ signal }).then(
      () => false,
      () => true,
    );
    expect(failed).to.equal(true);
  });
});

describe('a channel of a page', () => {
  it('serves what it names, and can replace a built-in one', async () => {
    const profile = await office();
    defineEscalationChannel({
      id: 'meja-provinsi',
      label: { id: 'Meja provinsi', en: 'Province desk' },
      kanal: ['callCenter'],
      prepare: () => [],
    });
    const ids = channelsFor('callCenter', profile).map(({ id }) => id);
    expect(ids).to.deep.equal(['ticket-site', 'meja-provinsi']);
    expect(channelsFor('email', profile).map(({ id }) => id)).to.deep.equal(['email']);
  });
});
