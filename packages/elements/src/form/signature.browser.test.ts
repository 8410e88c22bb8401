import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';
import { waitUntil } from '../testing/wait-until.js';

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

type Spot = readonly [x: number, y: number];

const zigzag: readonly Spot[] = [
  [30, 50],
  [90, 20],
  [150, 70],
];

describe('Drawn initials', () => {
  let page: FormHarness;

  afterEach(async () => {
    await resetMouse();
    page.form.remove();
  });

  const canvas = (): HTMLCanvasElement | null | undefined =>
    page.form.shadowRoot?.querySelector('canvas');

  async function draw(...points: Spot[]): Promise<void> {
    const box = canvas()?.getBoundingClientRect();
    if (box === undefined) throw new Error('no canvas');
    // The library takes over touch handling when it is there.
    await waitUntil(() => canvas()?.style.touchAction === 'none');
    const at = (x: number, y: number): [number, number] => [
      Math.round(box.left + x),
      Math.round(box.top + y),
    ];
    const [start, ...rest] = points.length > 0 ? points : zigzag;
    if (start === undefined) throw new Error('nothing to draw');
    await sendMouse({ type: 'move', position: at(...start) });
    await sendMouse({ type: 'down' });
    for (const point of rest) await sendMouse({ type: 'move', position: at(...point) });
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

  it('count also where the hand lets go beside the box', async () => {
    page = await openForm({ schema, layout });
    await draw([30, 50], [80, 20], [80, -60]);
    expect(String(page.form.getValue('/gambar'))).to.match(/^M30 50L/);
    await draw([200, 50], [240, 20]);
    expect(String(page.form.getValue('/gambar')).split('M')).to.have.length(3);
  });

  it('are taken back by the button', async () => {
    page = await openForm({ schema, layout });
    await draw();
    await page.press('Hapus gambar');
    expect(page.form.getValue('/gambar')).to.equal(undefined);
    expect(page.announcement()).to.equal('Kotak gambar masih kosong');
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

  it('lose one stroke at a time', async () => {
    page = await openForm({ schema, layout });
    await draw();
    const first = page.form.getValue('/gambar');
    await draw([40, 80], [200, 80]);
    expect(page.form.getValue('/gambar')).to.not.equal(first);
    await page.press('Urungkan goresan terakhir');
    expect(page.form.getValue('/gambar')).to.equal(first);
    await page.press('Urungkan goresan terakhir');
    expect(page.form.getValue('/gambar')).to.equal(undefined);
    expect(page.form.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Hapus gambar');
  });

  it('keep their ink where the box becomes narrower, and go on in the same units', async () => {
    page = await openForm({ schema, layout });
    await draw([250, 30], [290, 60]);
    const before = page.form.getValue('/gambar');
    page.form.setAttribute('density', 'compact');
    const narrow = document.createElement('div');
    narrow.style.width = '200px';
    page.form.replaceWith(narrow);
    narrow.append(page.form);
    await page.form.updateComplete;
    await waitUntil(() => (canvas()?.clientWidth ?? 300) < 250);
    await waitUntil(() => inkAt(canvas(), 0.9, 0.45));
    expect(page.form.getValue('/gambar')).to.equal(before);
    narrow.replaceWith(page.form);
  });

  it('are the same whether they are typed or drawn: path data that the schema accepts', async () => {
    page = await openForm({ schema, layout });
    await choose('Ketik');
    await type('RW');
    expect(page.form.getValue('/gambar')).to.match(/^M/);
    expect(page.form.problems).to.deep.equal([]);
    const shown = page.form.shadowRoot?.querySelector('svg.ink');
    expect(shown?.getAttribute('aria-label')).to.equal('Tertulis: RW');
    expect(shown?.querySelector('path')?.getAttribute('d')).to.equal(page.form.getValue('/gambar'));
    await expect(page.form).to.be.accessible();
  });

  it('are where they were left after a turn to the other way and back', async () => {
    page = await openForm({ schema, layout });
    await draw();
    const drawn = page.form.getValue('/gambar');
    await choose('Ketik');
    expect(page.form.getValue('/gambar')).to.equal(undefined);
    await type('RW');
    const typed = page.form.getValue('/gambar');
    await choose('Gambar');
    expect(page.form.getValue('/gambar')).to.equal(drawn);
    await waitUntil(() => inkAt(canvas(), 0.1, 0.5));
    await choose('Ketik');
    expect(page.form.getValue('/gambar')).to.equal(typed);
  });

  it('say it when nothing of what was typed can be written', async () => {
    page = await openForm({ schema, layout });
    await choose('Ketik');
    await type('签名');
    expect(page.field('/gambar').error).to.equal('Mohon gunakan huruf Latin. Contoh: RW.');
    await type('RW');
    expect(page.field('/gambar').error).to.equal('');
  });

  it('follow the page when it sets another value, and a reset', async () => {
    page = await openForm({ schema, layout });
    await choose('Ketik');
    await type('RW');
    page.form.setValue('/gambar', 'M20 50L80 20L90 80');
    await page.form.updateComplete;
    expect(page.form.shadowRoot?.querySelector('svg.ink path')?.getAttribute('d')).to.equal(
      'M20 50L80 20L90 80',
    );
    page.form.reset();
    await page.form.updateComplete;
    expect(canvas() instanceof HTMLCanvasElement).to.equal(true);
  });

  it('come in one way alone where the layout says so', async () => {
    page = await openForm({
      schema,
      layout: { fields: { '/gambar': { widget: 'signature', options: { ways: ['draw'] } } } },
    });
    expect(page.form.shadowRoot?.querySelector('[data-way]') === null).to.equal(true);
  });

  async function choose(way: string): Promise<void> {
    const labels = [...(page.form.shadowRoot?.querySelectorAll('.ways label') ?? [])];
    labels
      .find((label) => label.textContent?.trim() === way)
      ?.querySelector('input')
      ?.click();
    await page.form.updateComplete;
  }

  async function type(text: string): Promise<void> {
    const input = page.form.shadowRoot?.querySelector<HTMLInputElement>('[data-typed]');
    if (!input) throw new Error('nothing to type in');
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await page.form.updateComplete;
  }
});

/** Whether there is ink near a point, given as parts of the surface's sides. */
function inkAt(canvas: HTMLCanvasElement | null | undefined, x: number, y: number): boolean {
  if (!canvas) return false;
  const [left, top] = [Math.round(canvas.width * x) - 10, Math.round(canvas.height * y) - 10];
  const pixels = canvas.getContext('2d')?.getImageData(left, top, 20, 20).data ?? [];
  return [...pixels].some((value) => value > 0);
}
