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
  submitByKey,
  untilState,
  wordsOf,
} from '../desk/desk-harness.test.js';
import { deskTexts } from '../locales/desk.js';
import { readForm } from '../desk/read-form.js';
import { escalationPackage } from './escalation-draft.js';
import type { LpseEscalation } from './escalation.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = deskTexts;

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
    expect(form.field('/kronologi/0/peristiwa').value).to.equal(id.timeline.events.registered);
    expect(form.has('/kronologi/3/peristiwa')).not.to.equal(undefined);
    expect(form.field('/waktuKirim').value).not.to.equal('');
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

  it('shows the package as text where the browser does not let it be copied', async () => {
    const { element } = await openPanel<LpseEscalation>('lpse-escalation', 'escalating');
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      await press(element, id.escalation.copy);
      await waitUntil(() => find(element, 'textarea.package') !== null);
      await expect(element).to.be.accessible();
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('puts the office, the ticket and every answer into the package', async () => {
    const { consultation, office } = await openPanel<LpseEscalation>(
      'lpse-escalation',
      'escalating',
    );
    const { profile } = office;
    const formulir = consultation.submissions[0]?.formulir ?? {};
    const form = readForm(profile.forms['consultation-form'], formulir, {
      locale: 'id',
      zone: 'WIB',
      words: id,
    });
    const text = escalationPackage(consultation, profile, form, (instant) => instant);
    for (const part of [
      profile.office.nama,
      consultation.tiket,
      formulir['nama'],
      formulir['uraian'],
      consultation.analisis?.['informasiTambahan'],
    ])
      expect(text).to.contain(String(part));
  });
});
