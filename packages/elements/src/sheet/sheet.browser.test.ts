import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import {
  loadShipped,
  type Consultation,
  type Profile,
  type State,
} from '@lpse-konsultasi/form-schema';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import '../define/sheet.js';
import type { LpseSheet } from './sheet.js';
import { waitUntil } from '../testing/wait-until.js';

let profile: Profile;

async function sheetOf(
  record: ConsultationRecord | undefined,
  copy: 'salinan' | 'asli' = 'salinan',
): Promise<LpseSheet> {
  const backend = createMemoryBackend({ profile, actor: () => samplePeople.officer });
  const sheet = await fixture<LpseSheet>(
    html`<lpse-sheet
      .profile=${profile}
      .backend=${backend}
      .record=${record}
      copy=${copy}
    ></lpse-sheet>`,
  );
  await waitUntil(() => sheet.renderRoot.querySelector('article') !== null, 'the sheet appears');
  return sheet;
}

function textOf(sheet: LpseSheet): string {
  return sheet.renderRoot.querySelector('article')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
}

function sample(state: State): ConsultationRecord {
  return sampleCase(state, { profile, now: new Date('2026-11-23T03:00:00Z') });
}

/** The record with something else in its case, as a tampered store would hold it. */
function changed(record: ConsultationRecord, changes: Partial<Consultation>): ConsultationRecord {
  return { ...record, consultation: { ...record.consultation, ...changes } };
}

const twin = () => document.querySelector<HTMLElement>('body > [data-lpse-print]');

describe('<lpse-sheet>', () => {
  before(async () => {
    profile = await loadShipped('batang', 'id');
  });

  it('carries letterhead, SOP, numbers, the user’s words and the answer with its initials', async () => {
    const record = sample('handing-over');
    const sheet = await sheetOf(record);
    const text = textOf(sheet);
    const { tiket, submissions, answers } = record.consultation;
    expect(text).to.contain('LPSE Kabupaten Batang').and.to.contain('SOP-LPSE.BTG-008');
    expect(text).to.contain(tiket).and.to.contain('SALINAN');
    expect(text).to.contain(String(submissions.at(-1)?.formulir['judul']));
    expect(text).to.contain(answers[0]?.paraf.namaPetugas ?? 'no answer');
    expect(text).not.to.contain('PARAF TIDAK BERLAKU');
    await expect(sheet).to.be.accessible();
  });

  it('marks initials that no longer belong to the answer above them', async () => {
    const record = sample('handing-over');
    const answers = record.consultation.answers.map((answer) => ({
      ...answer,
      jawaban: `${answer.jawaban} `,
    }));
    expect(textOf(await sheetOf(changed(record, { answers })))).to.contain('PARAF TIDAK BERLAKU');
  });

  it('keeps the office’s analysis off the copy and on the original', async () => {
    const record = sample('handing-over');
    const note = String(record.consultation.analisis?.['informasiTambahan']);
    expect(textOf(await sheetOf(record, 'salinan'))).not.to.contain(note);
    expect(textOf(await sheetOf(record, 'asli')))
      .to.contain(note)
      .and.to.contain('ASLI');
  });

  it('shows hostile text as text', async () => {
    const record = sample('submitted');
    const hostile = '<img src=x onerror=alert(1)> </dd><script>1</script> \u202E ${1}';
    const submissions = record.consultation.submissions.map((each) => ({
      ...each,
      formulir: { ...each.formulir, uraian: hostile },
    }));
    const sheet = await sheetOf(changed(record, { submissions, tiket: '"; } * { display: none' }));
    expect(textOf(sheet)).to.contain('<img src=x onerror=alert(1)>');
    expect(sheet.renderRoot.querySelector('img, script')).to.equal(null);
  });

  it('is the blank form to hand out when there is no case', async () => {
    const text = textOf(await sheetOf(undefined));
    expect(text).to.contain('Uraian permasalahan').and.to.contain('NPWP');
    expect(text).to.contain('Badan usaha');
  });

  it('prints alone, and leaves the page as it was', async () => {
    const sheet = await sheetOf(sample('archived'));
    const sheetsBefore = [...document.adoptedStyleSheets];
    dispatchEvent(new Event('beforeprint'));
    const paper = twin();
    expect(paper).to.equal(document.body.lastElementChild);
    const printed = paper?.firstElementChild?.shadowRoot?.textContent.replaceAll(/\s+/g, ' ') ?? '';
    expect(printed.trim()).to.equal(textOf(sheet).trim());
    expect(document.adoptedStyleSheets).to.have.length(sheetsBefore.length + 1);
    dispatchEvent(new Event('afterprint'));
    expect(twin()).to.equal(null);
    expect([...document.adoptedStyleSheets]).to.deep.equal(sheetsBefore);
  });

  it('leaves the printing of a page alone while it is out of sight', async () => {
    const sheet = await sheetOf(sample('archived'));
    sheet.hidden = true;
    dispatchEvent(new Event('beforeprint'));
    expect(twin()).to.equal(null);
    dispatchEvent(new Event('afterprint'));
  });
});
