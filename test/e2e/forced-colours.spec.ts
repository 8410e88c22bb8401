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
