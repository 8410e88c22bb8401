import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Backend } from '@lpse-konsultasi/client';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import '../define/review.js';
import {
  find,
  formOf,
  openPanel,
  press,
  samplePeople,
  submitByKey,
  textOf,
  untilState,
  wordsOf,
  type Office,
} from '../desk/desk-harness.test.js';
import { deskTexts } from '../locales/desk.js';
import type { LpseReview } from './review.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = deskTexts;

/** The same backend, with somebody else's command in front of the first one. */
function withRival(backend: Backend, rival: (consultationId: string) => Promise<void>): Backend {
  let first: Promise<void> | undefined;
  return {
    supports: backend.supports,
    profile: backend.profile,
    execute: async (command, options) => {
      await (first ??= rival(command.consultationId));
      return backend.execute(command, options);
    },
    read: (...args) => backend.read(...args),
    list: (...args) => backend.list(...args),
    logs: (...args) => backend.logs(...args),
    watch: (...args) => backend.watch(...args),
    report: (...args) => backend.report(...args),
    rate: (...args) => backend.rate(...args),
    attend: (...args) => backend.attend(...args),
    attending: (...args) => backend.attending(...args),
    attach: (...args) => backend.attach(...args),
    attachment: (...args) => backend.attachment(...args),
    close: () => backend.close(),
  };
}

describe('<lpse-review>', () => {
  it('takes a form up by keyboard and puts the focus on its heading', async () => {
    const panel = await openPanel<LpseReview>('lpse-review', 'submitted');
    await press(panel.element, id.review.start);
    const { reviewer } = await untilState(panel, 'reviewing');
    expect(reviewer?.id).to.equal(samplePeople.officer.id);
    await formOf(panel.element);
    await waitUntil(() => panel.element.shadowRoot?.activeElement?.id === 'heading');
  });

  it('lets a complete form into the queue when every item is ticked', async () => {
    const panel = await openPanel<LpseReview>('lpse-review', 'reviewing');
    const form = await formOf(panel.element);
    for (const { pointer } of form.fields().filter((each) => each.pointer.endsWith('/terpenuhi')))
      await form.fill(pointer, true);
    await form.fill('/hasil', 'Ya, lengkap');
    await submitByKey(form);
    const { nomorAntrean } = await untilState(panel, 'queued');
    expect(nomorAntrean).to.match(/^A-\d+$/);
  });

  it('names each item of the checklist as the profile words it', async () => {
    const { element, office } = await openPanel<LpseReview>('lpse-review', 'reviewing');
    const form = await formOf(element);
    const words = textOf(find(form.form, '[data-pointer="/daftarPeriksa"]'));
    for (const { texts } of office.profile.procedure.checklist) expect(words).to.contain(texts.id);
  });

  it('offers the fields of the form with what they say, and shows the user’s message before it goes out', async () => {
    const panel = await openPanel<LpseReview>('lpse-review', 'reviewing');
    const form = await formOf(panel.element);
    await form.fill('/hasil', 'Tidak, belum lengkap');
    const offered = textOf(form.field('/kolomKurang').wrapper);
    const judul = String(panel.consultation.submissions[0]?.formulir['judul']);
    expect(offered).to.contain(`Judul: ${judul}`);
    await form.fill('/kolomKurang', [`Judul: ${judul}`]);
    await form.fill('/alasan', 'Mohon sebutkan nama paketnya.');
    await submitByKey(form);
    await untilState(panel, 'incomplete');
    await waitUntil(() => wordsOf(panel.element).includes(id.review.returnIntro));
    expect(wordsOf(panel.element)).to.contain('Mohon sebutkan nama paketnya.');
    expect(textOf(find(panel.element, 'blockquote li'))).to.equal('Judul');
    await press(panel.element, id.review.return);
    expect((await untilState(panel, 'draft')).putaran).to.equal(2);
  });

  it('keeps what was typed when the verdict is refused', async () => {
    const panel = await openPanel<LpseReview>('lpse-review', 'reviewing');
    const form = await formOf(panel.element);
    await form.fill('/hasil', 'Ya, lengkap');
    await form.fill('/alasan', 'Catatan yang tidak boleh hilang.');
    await submitByKey(form);
    await waitUntil(() => find(panel.element, '[role="alert"]') !== null);
    expect(form.field('/alasan').value).to.equal('Catatan yang tidak boleh hilang.');
    expect((await panel.stored()).state).to.equal('reviewing');
  });

  it('says that somebody else was faster, and keeps what was typed', async () => {
    const later = { now: () => new Date('2026-11-23T08:00:00Z') };
    const data = { langkah: 4, putaran: 1, jenis: 'waktu', alasan: 'Petugas dipanggil rapat.' };
    // The coordinator accounts for the delay between this officer's press and its arrival.
    const through = (backend: Backend, office: Office): Backend =>
      withRival(backend, async (consultationId) => {
        const command = { type: 'explain-deviation', consultationId, data } as const;
        const rival = office.as(samplePeople.coordinator, later);
        const outcome = await rival.execute(command, { key: 'rival' });
        if (!outcome.ok) throw new Error(outcome.refusal.code);
      });
    const panel = await openPanel<LpseReview>('lpse-review', 'reviewing', {
      clock: later,
      through,
    });
    const { element, consultation } = panel;
    const form = await formOf(element);
    const judul = `Judul: ${String(consultation.submissions[0]?.formulir['judul'])}`;
    await form.fill('/hasil', 'Tidak, belum lengkap');
    await form.fill('/kolomKurang', [judul]);
    await form.fill('/alasan', 'Mohon perjelas judulnya.');
    await submitByKey(form);
    await waitUntil(() => find(element, '[role="alert"]') !== null);
    expect(textOf(find(element, '[role="alert"]'))).to.contain('baru saja diubah oleh orang lain');
    expect(form.field('/alasan').value).to.equal('Mohon perjelas judulnya.');
    await submitByKey(form);
    await untilState(panel, 'incomplete');
  });

  it('lists earlier rounds with what the user has changed since', async () => {
    const panel = await openPanel<LpseReview>('lpse-review', 'draft');
    const { consultation, office, element } = panel;
    const user = office.as(samplePeople.user);
    const officer = office.as(samplePeople.officer);
    const consultationId = consultation.id;
    const give = async (
      backend: typeof user,
      type: 'submit' | 'start-review' | 'review' | 'return',
      data: object,
    ): Promise<void> => {
      const outcome = await backend.execute(
        { type, consultationId, data: data as never },
        { key: `${type}-${Math.random()}` },
      );
      if (!outcome.ok) throw new Error(outcome.refusal.code);
    };
    const before = sampleValues.consultationForm({ judul: 'Judul yang masih kurang jelas' });
    await give(user, 'submit', before);
    await give(officer, 'start-review', {});
    await give(
      officer,
      'review',
      sampleValues.incompleteReview(office.profile, ['/judul'], 'Mohon perjelas judulnya.'),
    );
    await give(officer, 'return', {});
    await give(user, 'submit', { ...before, judul: 'Tidak dapat mengunggah penawaran' });
    await waitUntil(() => find(element, '.differences del') !== null);
    expect(textOf(find(element, '.differences del'))).to.equal('Judul yang masih kurang jelas');
    expect(textOf(find(element, '.differences ins'))).to.equal('Tidak dapat mengunggah penawaran');
  });

  it('takes a reason for each flagged field, by keyboard, and shows it to the user', async () => {
    const panel = await openPanel<LpseReview>('lpse-review', 'reviewing');
    const { element, consultation } = panel;
    const form = await formOf(element);
    const judul = `Judul: ${String(consultation.submissions[0]?.formulir['judul'])}`;
    await form.fill('/hasil', 'Tidak, belum lengkap');
    await form.fill('/kolomKurang', [judul]);
    await form.fill('/alasan', 'Mohon dilengkapi.');
    const reason = () => find<HTMLInputElement>(form.form, '[data-flag="/judul"]');
    await waitUntil(() => reason() !== null, 'no line for the reason');
    reason()?.focus();
    await sendKeys({ type: 'Sebutkan nama paketnya.' });
    expect(reason()?.value).to.equal('Sebutkan nama paketnya.');
    await submitByKey(form);
    const { reviews } = await untilState(panel, 'incomplete');
    expect(reviews[0]?.kolomKurang).to.deep.equal([
      { kolom: '/judul', alasan: 'Sebutkan nama paketnya.' },
    ]);
    await waitUntil(() => wordsOf(element).includes('Sebutkan nama paketnya.'));
  });

  it('lists the fields in the order of the sheet', async () => {
    const { element } = await openPanel<LpseReview>('lpse-review', 'reviewing');
    const form = await formOf(element);
    await form.fill('/hasil', 'Tidak, belum lengkap');
    const labels = textOf(form.field('/kolomKurang').wrapper);
    const places = ['Nama lengkap:', 'Kategori:', 'Judul:', 'Uraian permasalahan:'].map((label) =>
      labels.indexOf(label),
    );
    expect(places).not.to.include(-1);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
  });

  it('flags what the system found at one press, and leaves the decision to the officer', async () => {
    const panel = await openPanel<LpseReview>('lpse-review', 'draft');
    const { consultation, office, element } = panel;
    const officer = office.as(samplePeople.officer);
    const paper = sampleValues.consultationForm({ kategori: 'unggahDokumen' });
    for (const [type, data] of [
      ['submit', paper],
      ['start-review', {}],
    ] as const) {
      const command = { type, consultationId: consultation.id, data } as const;
      const outcome = await officer.execute(command, { key: type });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
    }
    await press(element, id.review.flagFindings);
    const form = await formOf(element);
    await waitUntil(() => find(form.form, '[data-flag="/kodePaket"]') !== null, 'not flagged');
    expect(textOf(form.field('/kolomKurang').wrapper)).to.contain(id.review.found);
    await form.fill('/alasan', 'Mohon isi kode paketnya.');
    await submitByKey(form);
    const { reviews, submissions } = await untilState(panel, 'incomplete');
    expect(reviews[0]?.kolomKurang).to.deep.equal([{ kolom: '/kodePaket' }]);
    expect(submissions[0]?.temuan.map(({ pointer }) => pointer)).to.include('/kodePaket');
  });

  for (const locale of ['id', 'en'] as const)
    it(`is accessible with fields flagged and their reasons open (${locale})`, async () => {
      const { element } = await openPanel<LpseReview>('lpse-review', 'reviewing', { locale });
      const form = await formOf(element);
      form.form.setValue('/hasil', 'belumLengkap');
      form.form.setValue('/kolomKurang', ['/judul', '/uraian']);
      await form.form.updateComplete;
      await waitUntil(() => find(form.form, '[data-flag="/uraian"]') !== null);
      await expect(element).to.be.accessible();
    });

  it('says who is reviewing, and lets only a coordinator take over', async () => {
    const other = await openPanel<LpseReview>('lpse-review', 'reviewing', {
      actor: samplePeople.secondOfficer,
    });
    expect(wordsOf(other.element)).to.contain(id.review.other(samplePeople.officer.name));
    expect(find(other.element, '.button-primary')).to.equal(null);
    const chief = await openPanel<LpseReview>('lpse-review', 'reviewing', {
      actor: samplePeople.coordinator,
    });
    await press(chief.element, id.review.takeOver);
    await waitUntil(
      async () => (await chief.stored()).reviewer?.id === samplePeople.coordinator.id,
    );
  });

  it('cancels only with a reason', async () => {
    const panel = await openPanel<LpseReview>('lpse-review', 'submitted');
    await press(panel.element, id.cancelCase);
    const form = await formOf(panel.element, '.cancellation');
    await submitByKey(form);
    await waitUntil(() => find(panel.element, '[role="alert"]') !== null);
    await form.fill('/alasan', 'Pengguna sudah menemukan jawabannya.');
    await submitByKey(form);
    const { cancellation } = await untilState(panel, 'cancelled');
    expect(cancellation?.alasan).to.equal('Pengguna sudah menemukan jawabannya.');
  });
});
