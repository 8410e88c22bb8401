import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import {
  accessCodeOf,
  loadShipped,
  spellAccessCode,
  type Consultation,
  type Profile,
  type State,
} from '@lpse-konsultasi/form-schema';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import { encode } from 'uqr';
import '../define/sheet.js';
import { formatDateTime } from '../i18n/format.js';
import { sheetTexts } from '../locales/sheet.js';
import type { LpseSheet } from './sheet.js';
import { waitUntil } from '../testing/wait-until.js';

let profile: Profile;

async function sheetOf(
  record: ConsultationRecord | undefined,
  copy: 'salinan' | 'asli' | '' = 'salinan',
  statusUrl = '',
): Promise<LpseSheet> {
  const backend = createMemoryBackend({ profile, actor: () => samplePeople.officer });
  const sheet = await fixture<LpseSheet>(
    html`<lpse-sheet
      .profile=${profile}
      .backend=${backend}
      .record=${record}
      copy=${copy}
      status-url=${statusUrl}
    ></lpse-sheet>`,
  );
  await waitUntil(() => sheet.renderRoot.querySelector('article') !== null, 'the sheet appears');
  await sheet.updateComplete;
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
    // It is a copy of nothing, whatever the page says.
    const text = textOf(await sheetOf(undefined, 'salinan'));
    expect(text).to.contain('Uraian permasalahan').and.to.contain('NPWP');
    expect(text).to.contain('Badan usaha');
    expect(text).not.to.match(/ASLI|SALINAN/);
  });

  it('gives a pen room on paper: each line of the blank form is 8 mm high, and no tick is squeezed', async () => {
    const { renderRoot } = await sheetOf(undefined, '');
    await emulateMedia({ media: 'print' });
    const millimetre = 96 / 25.4;
    const places = [...renderRoot.querySelectorAll('.line')];
    expect(places.length).to.be.above(30);
    for (const place of places)
      expect(place.getBoundingClientRect().height / millimetre).to.be.at.least(7.99);
    for (const place of renderRoot.querySelectorAll('.to-fill'))
      expect(parseFloat(getComputedStyle(place, '::after').blockSize)).to.be.at.least(30.2);
    for (const tick of renderRoot.querySelectorAll('dt:has(.box)'))
      expect(tick.getBoundingClientRect().height, tick.textContent).to.be.below(22);
    await emulateMedia({ media: 'screen' });
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

  describe('its mark', () => {
    const page = 'https://contoh.example/status?lang=id';

    it('leads the user of a copy to the status page, ticket and code in the fragment alone', async () => {
      const record = sample('handing-over');
      const sheet = await sheetOf(record, 'salinan', page);
      const kode = accessCodeOf(record.events) ?? '';
      const { tiket } = record.consultation;
      await saysInQr(sheet, `${page}#tiket=${tiket}&kode=${kode}`);
      expect(textOf(sheet)).to.contain(spellAccessCode(kode));
      expect(textOf(sheet)).to.contain('contoh.example/status?lang=id');
      await expect(sheet).to.be.accessible();
    });

    it('puts no way into the case on the original, only the hash to check it by', async () => {
      const record = sample('handing-over');
      const sheet = await sheetOf(record, 'asli', page);
      const { tiket, version, head } = record.consultation;
      await saysInQr(sheet, `LPSE-KONSULTASI/1 ${tiket} ${version} ${head}`);
      expect(textOf(sheet)).not.to.contain(spellAccessCode(accessCodeOf(record.events) ?? ''));
      const check = `${head.slice(0, 4)}-${head.slice(4, 8)}-${head.slice(8, 12)}`;
      expect(textOf(sheet)).to.contain(check).and.to.contain(`catatan ke-${version}`);
    });

    it('carries the hash where the office has no status page, or names none on the web', async () => {
      const record = sample('handing-over');
      const { tiket, version, head } = record.consultation;
      for (const none of ['', 'data:text/html,status'])
        await saysInQr(
          await sheetOf(record, 'salinan', none),
          `LPSE-KONSULTASI/1 ${tiket} ${version} ${head}`,
        );
    });

    it('prints with its QR code when it is asked to at once', async () => {
      const sheet = await sheetOf(sample('archived'));
      dispatchEvent(new Event('beforeprint'));
      const printed = twin()?.firstElementChild?.shadowRoot?.querySelector('svg.qr path');
      dispatchEvent(new Event('afterprint'));
      expect(printed?.getAttribute('d')).to.equal(
        sheet.renderRoot.querySelector('svg.qr path')?.getAttribute('d'),
      );
    });

    it('has none on the blank form', async () => {
      expect((await sheetOf(undefined)).renderRoot.querySelector('svg.qr')).to.equal(null);
    });
  });

  it('says who entered a form, when, and of which time the paper was', async () => {
    const record = sample('submitted');
    const [first] = record.consultation.submissions;
    if (first === undefined) throw new Error('no form');
    const by = samplePeople.reception;
    const entered = { ...first, by, at: '2026-11-23T03:00:00Z' };
    const spoken = await sheetOf(changed(record, { submissions: [entered] }));
    const when = formatDateTime(entered.at, 'id', 'WIB');
    expect(textOf(spoken)).to.contain(sheetTexts.enteredFor(by.name, when));
    const tanggalKertas = '2026-11-22T02:00:00Z';
    const paper = { ...entered, formulir: { ...first.formulir, tanggalKertas } };
    const written = await sheetOf(changed(record, { submissions: [paper] }));
    const then = formatDateTime(tanggalKertas, 'id', 'WIB');
    expect(textOf(written)).to.contain(sheetTexts.enteredFromPaper(by.name, then, when));
  });

  it('has the place for the user’s signature on the original', async () => {
    const record = sample('handing-over');
    const name = String(record.consultation.submissions.at(-1)?.formulir['nama']);
    const original = await sheetOf(record, 'asli');
    expect(original.renderRoot.querySelector('.signature')?.textContent).to.contain(name);
    expect((await sheetOf(record)).renderRoot.querySelector('.signature')).to.equal(null);
  });

  it('says until when the file is kept, where the office has set it', async () => {
    const kept: Profile = {
      ...profile,
      retention: { aktifTahun: 2, inaktifTahun: 3, keterangan: 'musnah', sejakAkhirTahun: true },
    };
    const record = sampleCase('archived', { profile: kept, now: new Date('2026-11-23T03:00:00Z') });
    const sheet = await fixture<LpseSheet>(
      html`<lpse-sheet
        .profile=${kept}
        .backend=${createMemoryBackend({ profile: kept, actor: () => samplePeople.officer })}
        .record=${record}
      ></lpse-sheet>`,
    );
    await waitUntil(() => textOf(sheet) !== '', 'the sheet appears');
    expect(textOf(sheet)).to.contain(
      'aktif sampai 31 Desember 2028, disimpan sampai 31 Desember 2031; kemudian dimusnahkan',
    );
  });
});

/** The drawn code, at 20 mm and 300 dpi, module for module as the library has it for this text. */
async function saysInQr(sheet: LpseSheet, text: string): Promise<void> {
  const drawn = sheet.renderRoot.querySelector<SVGElement>('svg.qr');
  if (drawn === null) throw new Error('no QR code');
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const modules = data.length;
  // 236 px are 20 mm at 300 dpi, for the part within the quiet zone.
  const side = Math.round((236 * modules) / (modules - 8));
  const image = new Image();
  const copy = drawn.cloneNode(true) as SVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(side));
  copy.setAttribute('height', String(side));
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  const { data: pixels } = context.getImageData(0, 0, side, side);
  const isDark = (x: number, y: number): boolean => {
    const at =
      (Math.floor(((y + 0.5) * side) / modules) * side + Math.floor(((x + 0.5) * side) / modules)) *
      4;
    return (pixels[at] ?? 255) < 128;
  };
  const seen = data.map((row, y) => row.map((_, x) => isDark(x, y)));
  expect(seen).to.deep.equal(data);
}
