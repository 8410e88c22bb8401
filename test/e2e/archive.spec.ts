import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { expect, expectAccessible, test } from './support/test.js';
import { pagesOf } from './support/pdf.js';
import { answer } from './support/people.js';

test('the archive package is checked from the disk, and a tampered one is refused with what is wrong first', async ({
  visitor,
  officer,
  context,
}) => {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.accept();
  await officer.callAndMeet();
  await officer.analyse(true);
  await officer.answerAndInitial();
  await officer.handOverAndArchive();
  const download = officer.page.waitForEvent('download');
  await officer.button('Unduh paket arsip (ZIP)').click();
  const bytes = new Uint8Array(await readFile(await (await download).path()));
  const files = unzipSync(bytes);

  const folder = await mkdtemp(path.join(tmpdir(), 'lpse-arsip-'));
  try {
    for (const [name, content] of Object.entries(files))
      await writeFile(path.join(folder, name), content);
    const put = async (name: string, change: Record<string, Uint8Array>): Promise<string> => {
      const file = path.join(folder, name);
      await writeFile(file, zipSync({ ...files, ...change } as Zippable));
      return file;
    };

    const page = await context.newPage();
    await context.setOffline(true);
    await page.goto(pathToFileURL(path.join(folder, 'periksa.html')).href);
    const result = page.getByRole('status');
    const choose = page.getByLabel(/Pilih berkas ZIP/);

    await choose.setInputFiles(await put('utuh.zip', {}));
    await expect(result).toContainText('Paket utuh');
    await page.getByText('Kode periksa setiap catatan').click();
    await expectAccessible(page);

    await choose.setInputFiles(Object.keys(files).map((name) => path.join(folder, name)));
    await expect(result).toContainText('Paket utuh');

    const sheet = strFromU8(files['lembar-asli.html'] ?? new Uint8Array());
    const changed = { 'lembar-asli.html': strToU8(sheet.replace('ASLI', 'PALSU')) };
    await choose.setInputFiles(await put('lembar.zip', changed));
    await expect(result).toContainText('Paket tidak sesuai');
    await expect(result).toContainText('isi berkas “lembar-asli.html” tidak sama');

    const log = strFromU8(files['catatan.json'] ?? new Uint8Array());
    const words = { 'catatan.json': strToU8(log.replace(answer.slice(0, 12), 'Silakan abai')) };
    await choose.setInputFiles(await put('catatan.zip', words));
    await expect(result).toContainText('“catatan.json”');

    // The sheet in the package prints as the sheet on the page does.
    await page.goto(pathToFileURL(path.join(folder, 'lembar-salinan.html')).href);
    const [first, ...more] = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
    expect(more).toHaveLength(0);
    expect(first?.text).toContain('SALINAN');
    expect(first?.text).toContain('Halaman 1 dari 1');
    for (const word of answer.split(' ')) expect(first?.text).toContain(word);
  } finally {
    await context.setOffline(false);
    await rm(folder, { recursive: true });
  }
});
