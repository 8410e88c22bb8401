import type { Page } from '@playwright/test';
import { expect, test } from './support/test.js';
import { answer, vendor } from './support/people.js';

/**
 * Presses keys as a hand does and counts them: each key that goes down, a modifier too. What is typed into a field is
 * the field's own content and counts as one; how many letters it has is counted beside.
 */
class Keyboard {
  presses = 0;
  letters = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.presses += key.split('+').length;
      await this.#page.keyboard.press(key);
    }
  }

  /** Tabs on to the field with this label; each Tab counts. */
  async tabTo(label: string): Promise<void> {
    for (let tabs = 0; !(await this.#isAt(label)); tabs += 1) {
      if (tabs > 40) throw new Error(`"${label}" cannot be reached`);
      await this.press('Tab');
    }
  }

  #isAt(label: string): Promise<boolean> {
    return this.#page.evaluate((name) => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return labels.some(({ textContent }) => textContent?.includes(name));
    }, label);
  }

  async type(text: string): Promise<void> {
    this.presses += 1;
    this.letters += text.length;
    await this.#page.keyboard.type(text);
  }
}

/** The fields of the desk's forms that are on the screen now. */
function fieldsOf(page: Page, panel: string): Promise<number> {
  return page
    .locator('lpse-desk')
    .locator(panel)
    .locator('lpse-form [data-pointer]')
    .filter({ has: page.locator('input, select, textarea, canvas') })
    .count();
}

test('an officer takes a case from the queue to the archive with few keys', async ({
  visitor,
  officer,
}) => {
  test.slow();
  await visitor.submitConsultation();
  const desk = officer.page;
  await expect(officer.row(vendor.nama)).toBeVisible();
  const keys = new Keyboard(desk);
  let fields = 0;
  const shown = async (heading: string, panel: string): Promise<void> => {
    await expect(officer.heading(heading)).toBeVisible();
    await expect(officer.desk.locator(`${panel} lpse-form`).first()).toBeVisible();
    fields += await fieldsOf(desk, panel);
  };

  await keys.press('j', 'Enter');
  await expect(officer.button('Mulai periksa')).toBeVisible();
  await keys.press('Control+Enter');

  await shown('Pemeriksaan kelengkapan', 'lpse-review');
  await keys.press('r');
  const checks = officer.desk.locator('lpse-review').getByRole('checkbox');
  const items = await checks.evaluateAll((boxes) =>
    boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? ''),
  );
  for (const item of items) {
    await keys.tabTo(item);
    await keys.press('Space');
  }
  await keys.tabTo('Ya, lengkap');
  await keys.press('Space', 'Control+Enter');

  await shown('Pemanggilan', 'lpse-call');
  await keys.press('Control+Enter');
  await shown('Kehadiran', 'lpse-call');
  await keys.press('r', 'Space', 'Control+Enter');

  await shown('Analisis permasalahan', 'lpse-analysis');
  await keys.press('r');
  await keys.type('Aplikasi pengaman dokumen masih versi lama.');
  await keys.tabTo('Ya, tuliskan jawaban');
  await keys.press('Space', 'Control+Enter');

  await shown('Jawaban dan paraf', 'lpse-solution');
  await keys.press('r');
  await keys.type(answer);
  await keys.tabTo('Inisial');
  await keys.type('SU');
  await keys.press('Control+Enter');

  await shown('Salinan dan arsip', 'lpse-archive');
  await keys.press('r');
  await keys.tabTo('Lokasi simpan');
  await keys.type('Lemari 2');
  await keys.press('Control+Enter');
  await expect(officer.heading('Arsip')).toBeVisible();

  const { presses, letters } = keys;
  const figures = `${presses} key presses and ${letters} letters of text for ${fields} fields`;
  test.info().annotations.push({ type: 'keys', description: figures });
  expect(presses, figures).toBeLessThan(fields + 40);
});
