import type { Locator } from '@playwright/test';
import { expect, test } from './support/test.js';

/** Every state a case can be in, each once. */
const states = [
  'Dipanggil',
  'Belum lengkap',
  'Menyerahkan salinan',
  'Menyiapkan eskalasi',
  'Sedang diperiksa',
  'Menunggu diperiksa',
  'Menyusun jawaban',
  'Menunggu isian pengguna',
  'Menunggu panggilan',
  'Tidak hadir',
  'Dianalisis',
  'Menunggu tindak lanjut',
  'Dibatalkan',
  'Diarsipkan',
];

/** What in the element reaches beyond its edge, unless a box around it scrolls sideways. */
function tooWide(element: Locator): Promise<string[]> {
  return element.evaluate((host) => {
    const edge = host.getBoundingClientRect().right + 1;
    const found: string[] = [];
    const look = (root: ShadowRoot | Element): void => {
      for (const child of root.children) {
        if (!child.checkVisibility()) continue;
        const { width, right } = child.getBoundingClientRect();
        if (width > 1 && right > edge)
          found.push(`${child.localName}.${child.className}: ${child.textContent?.trim()}`);
        else if (getComputedStyle(child).overflowX === 'visible') {
          if (child.shadowRoot) look(child.shadowRoot);
          look(child);
        }
      }
    };
    if (host.shadowRoot) look(host.shadowRoot);
    return found;
  });
}

/** Parts of a row of the queue that lie over one another, or that the row cuts off. */
function collisions(rows: Locator): Promise<string[]> {
  return rows.evaluateAll((all) =>
    all.flatMap((row) => {
      const edge = row.getBoundingClientRect();
      const parts = [...row.querySelectorAll('.number, .name, .matter, .where, .waited, .clock')];
      return parts.flatMap((part, index) => {
        const box = part.getBoundingClientRect();
        const isCut = box.bottom > edge.bottom + 1 || box.top < edge.top - 1;
        const isUnder = parts.slice(index + 1).some((other) => {
          const { left, right, top, bottom } = other.getBoundingClientRect();
          return (
            box.left < right && left < box.right && box.top + 1 < bottom && top + 1 < box.bottom
          );
        });
        return isCut || isUnder ? [`${part.className} of ${row.textContent?.trim()}`] : [];
      });
    }),
  );
}

for (const width of [1280, 360])
  test(`text of twice its size fits the desk at ${width} pixels`, async ({ officer }) => {
    test.slow();
    const { page, desk } = officer;
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('button', { name: 'Isi kasus contoh' }).click();
    await expect(page.getByText('kasus contoh siap.')).toBeVisible();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 200% }');
      document.adoptedStyleSheets.push(sheet);
      // The breakpoint of the desk is looked at when its width changes.
      dispatchEvent(new Event('resize'));
    });
    const rows = desk.getByRole('listbox', { name: 'Daftar konsultasi' }).getByRole('option');
    await desk.getByLabel('Tampilkan').selectOption({ label: 'Semua (18)' });
    const found: { [screen: string]: readonly string[] } = {};
    for (const state of states) {
      const back = desk.getByRole('button', { name: 'Kembali ke antrean' });
      const tab = desk.getByRole('tab', { name: 'Antrean' });
      if (await back.or(tab).isVisible()) await back.or(tab).click();
      await expect(rows.first()).toBeVisible();
      found[`queue, before ${state}`] = [...(await collisions(rows)), ...(await tooWide(desk))];
      await rows.filter({ hasText: state }).first().click();
      await expect(desk.locator('.case-head .state')).toContainText(state);
      found[state] = await tooWide(desk);
    }
    for (const room of ['Tamu baru', 'Telepon dan kertas', 'Laporan', 'Alur SOP']) {
      await officer.button(room).click();
      await expect(desk.locator('.room > *')).toBeVisible();
      found[room] = await tooWide(desk);
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, each]) => each.length > 0))).toEqual(
      {},
    );
  });
