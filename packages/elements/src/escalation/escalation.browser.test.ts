import { expect } from '@open-wc/testing';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import '../define/escalation.js';
import {
  find,
  formOf,
  now,
  openPanel,
  press,
  samplePeople,
  settled,
  submitByKey,
  textOf,
  untilState,
  wordsOf,
  type OpenPanel,
} from '../desk/desk-harness.test.js';
import { deskTexts } from '../locales/desk.js';
import { escalationTexts } from '../locales/escalation.js';
import { channelWords } from '../locales/escalation-channels.js';
import type { LpseEscalation } from './escalation.js';
import { escalationDraft } from './escalation-draft.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = deskTexts;
const { id: own } = escalationTexts;

describe('<lpse-escalation>', () => {
  it('starts with what is known: target, summary, chronology and time', async () => {
    const { element, consultation } = await openPanel<LpseEscalation>(
      'lpse-escalation',
      'escalating',
    );
    const form = await formOf(element);
    expect(form.field('/ringkasan').value).to.contain(
      String(consultation.submissions[0]?.formulir['judul']),
    );
    expect(form.field('/kronologi/0/peristiwa').value).to.equal('Pengguna melapor ke LPSE.');
    expect(form.has('/kronologi/3/peristiwa')).not.to.equal(undefined);
    expect(form.field('/waktuKirim').value).not.to.equal('');
  });

  it('tells the time by the minute, for which a field on a phone has room', async () => {
    const { consultation, office } = await openPanel<LpseEscalation>(
      'lpse-escalation',
      'escalating',
    );
    const kronologi = [{ waktu: '2026-11-23T03:39:59.900Z', peristiwa: 'Pengguna hadir.' }];
    const known = { tiket: '', judul: '', sections: [], kronologi, lampiran: [], missing: [] };
    const sentAt = new Date('2026-11-23T03:40:17.250Z');
    expect(escalationDraft(consultation, known, office.profile, sentAt)).to.deep.include({
      kronologi: [{ waktu: '2026-11-23T03:39:00.000Z', peristiwa: 'Pengguna hadir.' }],
      waktuKirim: '2026-11-23T03:40:00.000Z',
    });
  });

  it('offers no attachments to forward where there are none', async () => {
    const { element } = await openPanel<LpseEscalation>('lpse-escalation', 'escalating');
    expect((await formOf(element)).has('/lampiranDiteruskan')).to.equal(undefined);
  });

  it('records the escalation with the number that the other side gave', async () => {
    const panel = await openPanel<LpseEscalation>('lpse-escalation', 'escalating');
    const form = await formOf(panel.element);
    await form.fill('/alasan', 'Perubahan hanya dapat dilakukan oleh LKPP.');
    await form.fill('/statusNomor', 'Sudah terbit');
    await form.fill('/nomorLuar', 'INA-000123');
    await submitByKey(form);
    const { eskalasi } = await untilState(panel, 'handing-over');
    expect(eskalasi?.['nomorLuar']).to.equal('INA-000123');
  });

  it('records the reply to a case that was escalated and archived', async () => {
    const panel = await openPanel<LpseEscalation>('lpse-escalation', 'escalating');
    const { office, consultation, element } = panel;
    const officer = office.as(samplePeople.officer);
    for (const [type, data] of [
      ['escalate', sampleValues.escalation(office.profile, now.toISOString())],
      ['archive', sampleValues.archiving(office.profile, 'Contoh Penerima')],
    ] as const) {
      const outcome = await officer.execute(
        { type, consultationId: consultation.id, data: data as never },
        { key: type },
      );
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    }
    await waitUntil(() => wordsOf(element).includes(id.escalation.replyIntro));
    const form = await formOf(element);
    await form.fill('/jawaban', 'Data sudah disinkronkan ulang oleh tim teknis.');
    await submitByKey(form);
    const { replies } = await untilState(panel, 'follow-up');
    expect(replies[0]?.balasan['dari']).to.equal('LKPP');
  });

  it('names what the package lacks, with the field that would say it', async () => {
    const { element } = await openPanel<LpseEscalation>('lpse-escalation', 'escalating');
    const missing = [...(element.shadowRoot?.querySelectorAll('.missing li') ?? [])];
    expect(missing.map((item) => item.getAttribute('data-pointer'))).to.include('/office/telepon');
    for (const item of missing) expect(textOf(item)).to.match(/: .+\.$/);
  });

  it('shows the package as text where the browser does not let it be copied', async () => {
    const { element } = await openPanel<LpseEscalation>('lpse-escalation', 'escalating');
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      await press(element, channelWords.copy.id);
      await waitUntil(() => find<HTMLDetailsElement>(element, '.preview')?.open === true);
      expect(wordsOf(element)).to.contain(own.copyFailed);
      await expect(element).to.be.accessible();
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('carries the officer’s own summary, office, ticket and every answer', async () => {
    const { element, consultation, office } = await openPanel<LpseEscalation>(
      'lpse-escalation',
      'escalating',
    );
    const form = await formOf(element);
    await form.fill('/ringkasan', 'Mohon bantuan: data tidak sesuai.');
    await waitUntil(() => textOf(find(element, '.package')).includes('Mohon bantuan: data'));
    const text = find(element, '.package')?.textContent ?? '';
    const formulir = consultation.submissions[0]?.formulir ?? {};
    for (const part of [
      office.profile.office.nama,
      consultation.tiket,
      formulir['nama'],
      formulir['uraian'],
      consultation.analisis?.['informasiTambahan'],
    ])
      expect(text).to.contain(String(part));
  });

  it('offers the steps of the channel that is chosen', async () => {
    const { element } = await openPanel<LpseEscalation>('lpse-escalation', 'escalating');
    const steps = () =>
      [...(element.shadowRoot?.querySelectorAll('.steps li') ?? [])].map((step) => textOf(step));
    expect(steps()).to.deep.equal([
      channelWords.copy.id,
      channelWords.download.id,
      `${channelWords.openSite.id} ${own.opens}`,
    ]);
    const form = await formOf(element);
    await form.fill('/kanal', 'Surel');
    await waitUntil(() => steps().includes(channelWords.openMail.id));
    const href = find<HTMLAnchorElement>(element, 'a[href^="mailto:"]')?.href ?? '';
    expect(href.length).to.be.at.most(1900);
  });

  it('records a number that comes later, and keeps the reply that is being typed', async () => {
    const panel = await archivedEscalation({ statusNomor: 'menunggu', nomorLuar: undefined });
    const { element } = panel;
    const reply = await formOf(element, 'lpse-form:not(.side-form)');
    await reply.fill('/jawaban', 'Balasan yang sedang diketik.');
    await press(element, own.recordNumber);
    const form = await formOf(element, '.external-number');
    await form.fill('/nomorLuar', 'INA-000456');
    await submitByKey(form);
    await waitUntil(async () => (await panel.stored()).nomorEskalasi !== undefined);
    await waitUntil(() => wordsOf(element).includes('INA-000456'));
    const after = await formOf(element, 'lpse-form:not(.side-form)');
    expect(after.field('/jawaban').value).to.equal('Balasan yang sedang diketik.');
    await submitByKey(after);
    const { replies } = await untilState(panel, 'follow-up');
    expect(replies[0]?.balasan['jawaban']).to.equal('Balasan yang sedang diketik.');
  });

  it('takes an escalation back with a reason, and then says who did', async () => {
    const panel = await openPanel<LpseEscalation>('lpse-escalation', 'escalating');
    await press(panel.element, own.revoke);
    const form = await formOf(panel.element, '.revocation');
    await submitByKey(form);
    expect((await panel.stored()).state).to.equal('escalating');
    await form.fill('/alasan', 'Solusi ditemukan dalam panduan.');
    await submitByKey(form);
    const { revocations } = await untilState(panel, 'analysing');
    expect(revocations[0]?.alasan).to.equal('Solusi ditemukan dalam panduan.');
    await waitUntil(() => wordsOf(panel.element).includes('Solusi ditemukan dalam panduan.'));
  });

  it('records that the other side was asked, by a channel of the office, and is quiet again', async () => {
    const late = new Date('2026-11-27T03:40:00Z');
    const panel = await archivedEscalation({}, late);
    const { element } = panel;
    expect(wordsOf(element)).to.contain(own.due);
    await press(element, own.remind);
    const form = await formOf(element, '.reminder');
    const { wrapper } = form.field('/kanal');
    const offered = [
      ...wrapper.querySelectorAll<HTMLOptionElement>('option[value]:not([value=""])'),
    ];
    expect(offered.length).to.equal(panel.office.profile.escalation.kanal.length);
    await submitByKey(form);
    expect((await panel.stored()).reminders).to.deep.equal([]);
    await form.fill('/kanal', 'Surel');
    await form.fill('/catatan', 'Diminta menunggu sampai Senin.');
    await submitByKey(form);
    await waitUntil(() => wordsOf(element).includes('Diminta menunggu sampai Senin.'));
    const [reminder] = (await panel.stored()).reminders;
    expect(reminder).to.include({ kanal: 'email', at: late.toISOString() });
    expect(reminder?.by.id).to.equal(samplePeople.officer.id);
    expect(wordsOf(element)).to.contain(own.waiting(4));
    expect(wordsOf(element)).not.to.contain(own.due);
  });

  it('reminds of a wait that has become too long, and of none that has not', async () => {
    const soon = await archivedEscalation({});
    expect(wordsOf(soon.element)).to.contain(own.waiting(0));
    expect(wordsOf(soon.element)).not.to.contain(own.due);
    const late = await archivedEscalation({}, new Date('2026-11-27T03:40:00Z'));
    expect(wordsOf(late.element)).to.contain(own.waiting(4));
    expect(wordsOf(late.element)).to.contain(own.due);
  });

  for (const locale of ['id', 'en'] as const)
    it(`is accessible while it waits, with every side form open (${locale})`, async () => {
      const { element } = await archivedEscalation(
        { statusNomor: 'menunggu', nomorLuar: undefined },
        now,
        locale,
      );
      for (const details of element.shadowRoot?.querySelectorAll<HTMLDetailsElement>('.side') ?? [])
        details.open = true;
      await settled(element);
      await expect(element).to.be.accessible();
    });
});

/** The panel over a case that was escalated and archived at `now`, seen at another time. */
async function archivedEscalation(
  changes: object,
  seen: Date = now,
  locale: 'id' | 'en' = 'id',
): Promise<OpenPanel<LpseEscalation>> {
  let at = now;
  const panel = await openPanel<LpseEscalation>('lpse-escalation', 'escalating', {
    clock: { now: () => at },
    locale,
  });
  const { office, consultation, element, backend } = panel;
  const { nomorLuar, ...data } = {
    ...sampleValues.escalation(office.profile, now.toISOString()),
    ...changes,
  } as Record<string, unknown>;
  for (const [type, value] of [
    ['escalate', { ...data, ...(nomorLuar !== undefined && { nomorLuar }) }],
    ['archive', sampleValues.archiving(office.profile, 'Contoh Penerima')],
  ] as const) {
    const outcome = await backend.execute(
      { type, consultationId: consultation.id, data: value as never },
      { key: type },
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  }
  at = seen;
  await waitUntil(() => find(element, 'lpse-form:not(.side-form)') !== null);
  await waitUntil(() => find(element, '.wait') !== null);
  return panel;
}
