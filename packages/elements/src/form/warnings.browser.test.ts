import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Json, JsonObject, Layout } from '@lpse-konsultasi/form-schema';
import { openForm } from '../testing/open-form.js';
import type { FormHarness } from '../testing/form-harness.js';

const schema: JsonObject = {
  type: 'object',
  properties: {
    nik: { title: 'NIK', type: 'string', pattern: '^\\d{16}$' },
    npwp: { title: 'NPWP', type: 'string', pattern: '^\\d{15,16}$' },
    telepon: { title: 'Telepon', type: 'string', pattern: '^\\+62[1-9]\\d{7,12}$' },
    uraian: { title: 'Uraian', type: 'string', maxLength: 1000 },
    judul: { title: 'Judul', type: 'string' },
  },
};

const layout: Layout = {
  fields: {
    '/nik': { options: { mask: 'nik' } },
    '/npwp': { options: { mask: 'npwp' } },
    '/telepon': { widget: 'tel', options: { mask: 'phone' } },
    '/judul': { options: { secrets: false } },
  },
};

describe('A field with a mask', () => {
  let page: FormHarness;

  async function open(value: Json = {}, more: Parameters<typeof openForm>[0] = {}): Promise<void> {
    page = await openForm({ schema, layout, value, ...more });
  }

  const control = (pointer: string): HTMLInputElement =>
    page.form.control(pointer) as HTMLInputElement;

  afterEach(() => {
    page.form.remove();
    fixtureCleanup();
  });

  for (const typed of ['081234567890', '0812-3456-7890', '+62 812 3456 7890', '62812.3456.7890']) {
    it(`takes ${typed} and groups it when it is left`, async () => {
      await open();
      await page.fill('Telepon', typed);
      expect(page.form.value).to.deep.equal({ telepon: '+6281234567890' });
      expect(control('/telepon').value).to.equal('0812 3456 7890');
    });
  }

  it('leaves the caret where it is while a person types', async () => {
    await open({ telepon: '+6281234567890' });
    control('/telepon').focus();
    control('/telepon').setSelectionRange(4, 4);
    await sendKeys({ type: '99' });
    await page.form.updateComplete;
    expect(control('/telepon').value).to.equal('081299 3456 7890');
    expect(control('/telepon').selectionStart).to.equal(6);
  });

  it('leaves what is not complete as it was typed', async () => {
    await open();
    await page.fill('NPWP', '12.345');
    expect(control('/npwp').value).to.equal('12.345');
    expect(page.field('NPWP').error).to.not.equal('');
  });

  it('shows a value that the page gave in its groups, also where it is only read', async () => {
    await open({ npwp: '013000666091000', nik: '3325014501900001' });
    expect(control('/npwp').value).to.equal('01.300.066.6-091.000');
    page.form.readonly = true;
    await page.form.updateComplete;
    expect(page.field('NPWP').value).to.equal('01.300.066.6-091.000');
    expect(page.field('NIK').value).to.equal('332501 450190 0001');
  });
});

describe('A warning', () => {
  let page: FormHarness;

  async function open(more: Parameters<typeof openForm>[0] = {}): Promise<void> {
    page = await openForm({ schema, layout, ...more });
  }

  const textAt = (label: string): string =>
    page.field(label).wrapper.querySelector('.warning')?.textContent?.replace(/\s+/g, ' ').trim() ??
    '';

  afterEach(() => {
    page.form.remove();
    fixtureCleanup();
  });

  it('stands beside its field and is tied to its control', async () => {
    await open();
    await page.fill('NIK', '3325013204900001');
    expect(textAt('NIK')).to.match(/^Periksa: angka ke-7/);
    const ids = page.form.control('/nik')?.getAttribute('aria-describedby') ?? '';
    const described = ids
      .split(' ')
      .map((id) => page.form.shadowRoot?.getElementById(id)?.textContent);
    expect(described.join(' ')).to.contain('tanggal lahir');
    expect(page.announcement()).to.contain('Periksa:');
  });

  it('keeps nothing from being sent', async () => {
    await open();
    await page.fill('NPWP', '013000667091000');
    expect(page.form.warnings.map(({ pointer, key }) => [pointer, key])).to.deep.equal([
      ['/npwp', 'npwp.check'],
    ]);
    expect(page.form.problems).to.deep.equal([]);
    expect(page.form.checkValidity()).to.equal(true);
    let sent: unknown;
    page.form.addEventListener('lpse-submit', ({ value }) => (sent = value));
    await page.submit();
    expect(sent).to.deep.equal({ npwp: '013000667091000' });
    expect(page.summary()).to.deep.equal([]);
  });

  it('goes when the value changes', async () => {
    await open();
    await page.fill('Telepon', '0812345678');
    await page.fill('Telepon', '081234567');
    expect(textAt('Telepon')).to.contain('kurang panjang');
    await page.fill('Telepon', '081234567890');
    expect(textAt('Telepon')).to.equal('');
    expect(page.form.warnings).to.deep.equal([]);
  });

  it('gives way to a problem of the field', async () => {
    await open();
    await page.fill('NIK', '33250132');
    expect(page.field('NIK').error).to.not.equal('');
    expect(textAt('NIK')).to.equal('');
  });

  it('speaks the language of the form, also when that changes', async () => {
    await open();
    await page.fill('NIK', '3325013204900001');
    page.form.locale = 'en';
    await page.form.updateComplete;
    expect(textAt('NIK')).to.match(/^Check: digits 7 to 12/);
  });

  it('points at a password in a text and hides exactly that, so that it can be undone', async () => {
    await open();
    const text = 'User budi, pass nya budi123. Mohon dibantu.';
    await page.fill('Uraian', text);
    expect(textAt('Uraian')).to.contain('tampaknya memuat kata sandi');
    await page.press('Samarkan bagian itu');
    expect(page.form.value).to.deep.equal({ uraian: 'User budi, pass nya ••••. Mohon dibantu.' });
    expect(page.announcement()).to.equal('Bagian itu sudah disamarkan.');
    expect(page.form.shadowRoot?.activeElement).to.equal(page.form.control('/uraian'));
    await page.press('Kembalikan');
    expect(page.form.value).to.deep.equal({ uraian: text });
    expect(textAt('Uraian')).to.contain('tampaknya memuat kata sandi');
  });

  it('does not look for passwords where the layout says so', async () => {
    await open();
    await page.fill('Judul', 'password: budi123');
    expect(textAt('Judul')).to.equal('');
  });

  it('about a password comes before the form is sent, once', async () => {
    await open();
    await page.fill('NIK', '3325014501900001');
    let sent = 0;
    page.form.addEventListener('lpse-submit', () => sent++);
    page.form.setValue('/uraian', 'password: budi123');
    await page.submit();
    expect(sent).to.equal(0);
    expect(textAt('Uraian')).to.contain('kata sandi');
    await page.submit();
    expect(sent).to.equal(1);
  });

  it('is accessible before and after hiding', async () => {
    await open();
    await page.fill('Uraian', 'password: budi123');
    await expect(page.form).to.be.accessible();
    await page.press('Samarkan bagian itu');
    await expect(page.form).to.be.accessible();
  });

  it('is gone with a reset', async () => {
    await open();
    await page.fill('Uraian', 'password: budi123');
    page.form.reset();
    await page.form.updateComplete;
    expect(page.form.warnings).to.deep.equal([]);
  });
});
