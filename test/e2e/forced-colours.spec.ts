import { expect, test } from './support/test.js';

test.use({ contextOptions: { forcedColors: 'active' } });

test('forced colours draw a line under the present room of the desk and under no other', async ({
  officer,
}) => {
  const line = (room: string): Promise<string> =>
    officer.button(room).evaluate((button) => getComputedStyle(button).borderBlockEndColor);
  const paper = await officer.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await line('Antrean dan konsultasi')).not.toBe(paper);
  expect(await line('Laporan')).toBe(paper);
});

test('forced colours mark the open row of the queue, and draw no line beside the others', async ({
  officer,
}) => {
  const { page } = officer;
  await page.getByRole('button', { name: 'Isi kasus contoh' }).click();
  await expect(page.getByText('kasus contoh siap.')).toBeVisible();
  const list = officer.desk.getByRole('listbox', { name: 'Daftar konsultasi' });
  const rows = list.getByRole('option');
  await rows.nth(0).click();
  await expect(rows.nth(0)).toHaveAttribute('aria-current', 'true');
  const look = (index: number) =>
    rows.nth(index).evaluate((row) => {
      const {
        borderInlineStartColor: line,
        backgroundColor: ground,
        color: words,
      } = getComputedStyle(row);
      return { line, ground, words };
    });
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect((await look(1)).line).toBe(paper);
  const open = await look(0);
  expect(open.ground).not.toBe(paper);
  expect(open.line).toBe(open.words);
  // What is left of the time is a box that fills with the colour of the words, also on the marked row.
  const clock = rows.nth(0).locator('.bar');
  const bar = await clock.evaluate((drawn) => ({
    edge: getComputedStyle(drawn).borderBlockStartColor,
    fill: getComputedStyle(drawn.querySelector('.fill') ?? drawn).fill,
  }));
  expect(bar).toEqual({ edge: open.words, fill: open.words });
});

test('forced colours put no box around what is to look like a link', async ({ officer }) => {
  const plain = officer.desk.locator('lpse-queue').getByRole('button', { name: 'Cetak' });
  const line = await plain.evaluate((button) => getComputedStyle(button).borderBlockEndColor);
  const paper = await officer.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(line).toBe(paper);
});

test('forced colours show how far a form is that is filled step by step', async ({ visitor }) => {
  await visitor.page.setViewportSize({ width: 360, height: 740 });
  await visitor.register();
  // Of the bar itself, once it stands still: the page scrolls to the form when it comes.
  const drawn = await visitor.element.locator('progress').screenshot();
  const [first, last] = await visitor.page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
      const { width, height } = picture;
      const canvas = new OffscreenCanvas(width, height).getContext('2d');
      canvas?.drawImage(picture, 0, 0);
      return [6, width - 6].map((x) => `${canvas?.getImageData(x, height / 2, 1, 1).data}`);
    },
    [...drawn],
  );
  expect(first, 'the bar is empty').not.toBe(last);
});

test('forced colours mark the present page in the menu of the portal', async ({ visitor }) => {
  const line = (page: string): Promise<string> =>
    visitor.page
      .getByRole('navigation')
      .getByRole('link', { name: page, exact: true })
      .evaluate((link) => getComputedStyle(link).textDecorationLine);
  expect(await line('Konsultasi')).toBe('underline');
  expect(await line('Status')).toBe('none');
});
