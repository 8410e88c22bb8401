import { expect } from '@open-wc/testing';
import { describeVerdict, unpack, verifyPackage } from '@lpse-konsultasi/client/archive';
import { makeArchivePackage } from '../archive-package/archive-package.js';
import '../define/archive.js';
import type { Environment } from '../environment/environment.js';
import {
  find,
  formOf,
  openPanel,
  press,
  submitByKey,
  untilState,
  wordsOf,
} from '../desk/desk-harness.test.js';
import { deskTexts } from '../locales/desk.js';
import type { LpseSheet } from '../sheet/sheet.js';
import type { LpseArchive } from './archive.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = deskTexts;

describe('<lpse-archive>', () => {
  it('starts with the recipient and the office’s classification', async () => {
    const { element, office, consultation } = await openPanel<LpseArchive>(
      'lpse-archive',
      'handing-over',
    );
    const form = await formOf(element);
    expect(form.field('/arsip/kodeKlasifikasi').value).to.equal(
      office.profile.retention.kodeKlasifikasi ?? '',
    );
    expect(form.field('/salinan/penerima').value).to.equal(
      consultation.submissions[0]?.formulir['nama'],
    );
  });

  it('archives under a number of the office and then shows the record', async () => {
    const panel = await openPanel<LpseArchive>('lpse-archive', 'handing-over');
    const form = await formOf(panel.element);
    await form.fill('/arsip/lokasi', 'Lemari 2, map 14');
    await submitByKey(form);
    const { archives } = await untilState(panel, 'archived');
    const number = String(archives[0]?.arsip['nomorBerkas']);
    await waitUntil(() => wordsOf(panel.element).includes(number));
    expect(wordsOf(panel.element)).to.contain('Lemari 2, map 14');
    expect(archives[0]?.salinan['waktu']).to.be.a('string');
    expect(find(panel.element, 'lpse-form')).to.equal(null);
  });

  it('records for a user who calls that the matter is solved, in the name of the officer', async () => {
    const panel = await openPanel<LpseArchive>('lpse-archive', 'archived');
    await press(panel.element, id.archive.userSolved);
    await waitUntil(async () => (await panel.stored()).confirmations.length === 1);
    expect((await panel.stored()).confirmations[0]?.by.name).to.equal(panel.element.session?.name);
    await waitUntil(() => !wordsOf(panel.element).includes(id.archive.userSolved));
    await expect(panel.element).to.be.accessible();
  });

  it('records what is not solved in the words of the user', async () => {
    const panel = await openPanel<LpseArchive>('lpse-archive', 'archived');
    await press(panel.element, id.archive.userNotSolved);
    const form = await formOf(panel.element, '.side-form');
    await form.fill('/alasan', 'Galat yang sama muncul lagi setelah pembaruan.');
    await submitByKey(form);
    const { reopenings } = await untilState(panel, 'follow-up');
    expect(reopenings[0]?.alasan).to.contain('muncul lagi');
  });

  for (const [words, copy] of [
    [id.archive.printCopy, 'salinan'],
    [id.archive.printOriginal, 'asli'],
  ] as const) {
    it(`prints the sheet as ${copy}`, async () => {
      const { element } = await openPanel<LpseArchive>('lpse-archive', 'handing-over');
      const { print } = window;
      let printed = 0;
      window.print = () => {
        printed++;
      };
      try {
        await press(element, words);
        await waitUntil(() => printed === 1);
        expect(find<LpseSheet>(element, 'lpse-sheet')?.copy).to.equal(copy);
      } finally {
        window.print = print;
      }
    });
  }

  it('saves an archive package that verifies, with sheets that run and load nothing', async () => {
    const { backend, office, consultation } = await openPanel<LpseArchive>(
      'lpse-archive',
      'archived',
    );
    const record = await backend.read(consultation.id);
    if (record === undefined) throw new Error('no case');
    const environment = {
      backend,
      profile: office.profile,
      clock: { now: () => new Date('2026-11-23T03:00:00Z') },
    } as Environment;
    const { name, bytes } = await makeArchivePackage(record, environment);
    expect(name).to.equal(`arsip-${record.consultation.tiket}.zip`);
    const verdict = verifyPackage(bytes);
    expect(verdict.ok, describeVerdict(verdict)).to.equal(true);
    const files = unpack(bytes);
    if (!(files instanceof Map)) throw new Error('no package');
    for (const sheet of ['lembar-asli.html', 'lembar-salinan.html']) {
      const text = new TextDecoder().decode(files.get(sheet));
      expect(text).to.contain("default-src 'none'").and.to.contain('class="qr"');
      expect(text).not.to.match(/<script|<!--|\sstyle=|https?:\/\/(?!www\.w3\.org)/);
    }
  });

  it('lets the browser save it', async () => {
    const { element } = await openPanel<LpseArchive>('lpse-archive', 'archived');
    const saved: string[] = [];
    const save = (event: Event): void => {
      const link = event.target;
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      saved.push(link.download);
    };
    document.addEventListener('click', save, true);
    try {
      await press(element, id.archive.package);
      await waitUntil(() => saved.length === 1, 'the file is offered');
      expect(saved[0]).to.match(/^arsip-BTG-.*\.zip$/);
    } finally {
      document.removeEventListener('click', save, true);
    }
  });
});
