import { expect, fixture, html } from '@open-wc/testing';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import '../define/form.js';
import { FormHarness } from '../testing/form-harness.js';
import type { LpseForm } from './form.js';

const schema: JsonObject = {
  type: 'object',
  required: ['nama'],
  properties: { nama: { title: 'Nama', type: 'string', minLength: 2 } },
};

async function open(
  value: JsonObject = {},
): Promise<{ outer: HTMLFormElement; page: FormHarness }> {
  const outer = await fixture<HTMLFormElement>(html`
    <form>
      <lpse-form name="konsultasi" no-submit .schema=${schema} .value=${value}></lpse-form>
    </form>
  `);
  const form = outer.querySelector<LpseForm>('lpse-form');
  if (form === null) throw new Error('no form');
  await form.updateComplete;
  return { outer, page: new FormHarness(form) };
}

describe('Inside a plain form, <lpse-form>', () => {
  it('submits its value as JSON under its name', async () => {
    const { outer, page } = await open();
    await page.fill('Nama', 'Rina');
    expect(new FormData(outer).get('konsultasi')).to.equal('{"nama":"Rina"}');
  });

  it('submits what the page has set', async () => {
    const { outer, page } = await open();
    page.form.setValue('/nama', 'Budi');
    expect(new FormData(outer).get('konsultasi')).to.equal('{"nama":"Budi"}');
    page.form.value = { nama: 'Citra' };
    expect(new FormData(outer).get('konsultasi')).to.equal('{"nama":"Citra"}');
  });

  it('counts for its validity', async () => {
    const { outer, page } = await open();
    expect(outer.checkValidity()).to.equal(false);
    expect(page.form.validationMessage).to.contain('nama');
    await page.fill('Nama', 'Rina');
    expect(outer.checkValidity()).to.equal(true);
  });

  it('shows its problems when the form around it is held back', async () => {
    const { outer, page } = await open();
    outer.requestSubmit();
    await page.form.updateComplete;
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/nama']);
    expect(page.summary()).to.have.length(1);
  });

  it('is reset with it', async () => {
    const { outer, page } = await open({ nama: 'Rina' });
    await page.fill('Nama', 'Budi');
    outer.reset();
    await page.form.updateComplete;
    expect(page.field('Nama').value).to.equal('Rina');
    expect(new FormData(outer).get('konsultasi')).to.equal('{"nama":"Rina"}');
  });

  it('is restored by the browser', async () => {
    const { page } = await open();
    page.form.formStateRestoreCallback('{"nama":"Rina"}');
    await page.form.updateComplete;
    expect(page.field('Nama').value).to.equal('Rina');
    // What is not ours: of a page that changed meanwhile, or a browser's own proposal for the name.
    for (const other of ['{broken', '12', '"Budi"', 'null', 'Budi', null]) {
      page.form.formStateRestoreCallback(other);
      expect(page.form.value, String(other)).to.deep.equal({ nama: 'Rina' });
    }
  });

  it('is not part of it while it is disabled', async () => {
    const { outer, page } = await open({ nama: 'Rina' });
    page.form.disabled = true;
    await page.form.updateComplete;
    expect(new FormData(outer).has('konsultasi')).to.equal(false);
    expect(page.form.control('/nama')?.matches(':disabled')).to.equal(true);
  });

  it('does not fire its own submission when it is invalid, busy or disabled', async () => {
    const { page } = await open({ nama: 'Rina' });
    let sent = 0;
    page.form.addEventListener('lpse-submit', () => (sent += 1));
    page.form.busy = true;
    page.form.requestSubmit();
    page.form.busy = false;
    page.form.disabled = true;
    page.form.requestSubmit();
    page.form.disabled = false;
    page.form.setValue('/nama', '');
    page.form.requestSubmit();
    expect(sent).to.equal(0);
    page.form.setValue('/nama', 'Rina');
    page.form.requestSubmit();
    expect(sent).to.equal(1);
  });
});
