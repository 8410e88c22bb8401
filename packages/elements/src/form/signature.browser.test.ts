import { expect, waitUntil } from '@open-wc/testing';
import { sendMouse, resetMouse } from '@web/test-runner-commands';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';

const schema: JsonObject = {
  type: 'object',
  required: ['gambar'],
  properties: {
    gambar: {
      title: 'Gambar paraf',
      type: 'string',
      pattern: '^M[MLCQHVZmlcqhvz0-9 .,-]*$',
      minLength: 8,
      maxLength: 400,
    },
  },
};
const layout = { fields: { '/gambar': { widget: 'signature' } } };

describe('Drawn initials', () => {
  let page: FormHarness;

  afterEach(async () => {
    await resetMouse();
    page.form.remove();
  });

  const canvas = (): HTMLCanvasElement | null | undefined =>
    page.form.shadowRoot?.querySelector('canvas');

  async function draw(): Promise<void> {
    const box = canvas()?.getBoundingClientRect();
    if (box === undefined) throw new Error('no canvas');
    // The library takes over touch handling when it is there.
    await waitUntil(() => canvas()?.style.touchAction === 'none');
    const at = (x: number, y: number): [number, number] => [
      Math.round(box.left + x),
      Math.round(box.top + y),
    ];
    await sendMouse({ type: 'move', position: at(30, 50) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(90, 20) });
    await sendMouse({ type: 'move', position: at(150, 70) });
    await sendMouse({ type: 'up' });
    await page.form.updateComplete;
  }

  it('become path data that the schema accepts', async () => {
    page = await openForm({ schema, layout });
    await draw();
    expect(page.form.getValue('/gambar')).to.match(/^M30 50L/);
    expect(page.form.problems).to.deep.equal([]);
    await expect(page.form).to.be.accessible();
  });

  it('are taken back by the button', async () => {
    page = await openForm({ schema, layout });
    await draw();
    await page.press('Hapus gambar');
    expect(page.form.getValue('/gambar')).to.equal(undefined);
    expect(page.announcement()).to.equal('Kotak paraf masih kosong');
  });

  it('of another day are shown as they were, and can be drawn anew', async () => {
    const value = { gambar: 'M20 50L80 20L90 80' };
    page = await openForm({ schema, layout, value });
    expect(page.form.shadowRoot?.querySelector('svg.ink path')?.getAttribute('d')).to.equal(
      value.gambar,
    );
    await expect(page.form).to.be.accessible();
    await page.press('Hapus gambar');
    await draw();
    expect(page.form.getValue('/gambar')).to.match(/^M30 50L/);
  });

  it('are asked for when they are missing, and found from the summary', async () => {
    page = await openForm({ schema, layout });
    await page.submit();
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/gambar']);
    expect(page.form.control('/gambar')?.textContent?.trim()).to.equal('Hapus gambar');
  });
});
