import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { verifyLog, type ConsultationEvent } from '@lpse-konsultasi/form-schema';
import { find, textOf } from '../desk/desk-harness.test.js';
import { queueTexts } from '../locales/queue.js';
import { waitUntil } from '../testing/wait-until.js';
import { openMany, openQueue, pressButton, rows } from './queue-harness.test.js';

const texts = queueTexts.id;

describe('Several cases of the queue at once', () => {
  it('chooses several by key and hands them over as a file', async () => {
    const { element } = await openQueue();
    const saved = catchFiles();
    element.focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Shift' });
    expect(rows(element).filter((row) => row.ariaSelected === 'true').length).to.equal(3);
    expect(find(element, '.list')?.getAttribute('aria-multiselectable')).to.equal('true');
    await expect(element).to.be.accessible();
    await pressButton(element, texts.formats['csv'] ?? '');
    await waitUntil(() => saved.files.length === 1, 'no file');
    const csv = await saved.files[0]?.content.text();
    expect(saved.files[0]?.name).to.equal('antrean-konsultasi-2026-11-23.csv');
    expect(csv?.trim().split('\r\n').length).to.equal(4);
    expect(csv).to.contain(texts.columns.nomorAntrean);
    await pressButton(element, texts.formats['json'] ?? '');
    await waitUntil(() => saved.files.length === 2, 'no logs');
    const logs = JSON.parse((await saved.files[1]?.content.text()) ?? '') as ConsultationEvent[][];
    expect(logs.every((log) => verifyLog(log).ok)).to.equal(true);
    await pressButton(element, texts.formats['xlsx'] ?? '');
    await waitUntil(() => saved.files.length === 3, 'no workbook');
    saved.restore();
    await sendKeys({ press: 'Escape' });
    await pressButton(element, texts.chooseNone).catch(() => undefined);
    expect(find(element, '.bulk')).to.equal(null);
  });

  it('chooses everything that the list holds', async () => {
    const { element } = await openMany(250);
    await pressButton(element, texts.choose);
    await pressButton(element, texts.chooseAll('250'));
    await waitUntil(
      () => textOf(find(element, '.bulk')).includes(texts.chosen('250')),
      'not all chosen',
    );
  });
});

/** Catches the files that would be downloaded. */
function catchFiles(): { files: { name: string; content: Blob }[]; restore: () => void } {
  const files: { name: string; content: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (content: Blob) => {
    const url = createObjectURL.call(URL, content);
    blobs.set(url, content);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement): void {
    const content = blobs.get(this.href);
    if (content !== undefined) files.push({ name: this.download, content });
  };
  const restore = (): void => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  };
  return { files, restore };
}
