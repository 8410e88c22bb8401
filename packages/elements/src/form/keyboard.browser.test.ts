import { expect } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import type { Json, JsonObject } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';

const schema: JsonObject = {
  type: 'object',
  required: ['nama', 'peran', 'setuju'],
  properties: {
    nama: { title: 'Nama', type: 'string', minLength: 2 },
    peran: { title: 'Peran', enum: ['penyedia', 'ppk'] },
    jumlah: { title: 'Jumlah', type: 'number' },
    setuju: { title: 'Setuju', type: 'boolean', const: true },
    saksi: {
      title: 'Saksi',
      type: 'array',
      items: { type: 'object', properties: { a: { title: 'Nama saksi', type: 'string' } } },
    },
  },
};

interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly description?: string;
  readonly invalid?: string;
  readonly required?: boolean;
  readonly children?: readonly AccessibleNode[];
}

function flat(node: AccessibleNode): AccessibleNode[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

describe('With the keyboard alone', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  it('a form is filled, corrected and sent', async () => {
    page = await openForm({ schema });
    const sent: Json[] = [];
    page.form.addEventListener('lpse-submit', ({ value }) => sent.push(value));
    (page.form.control('/nama') as HTMLElement).focus();
    await sendKeys({ type: 'R' });
    // Enter sends from a text field, as in every form.
    await sendKeys({ press: 'Enter' });
    await page.form.updateComplete;
    expect(page.form.shadowRoot?.activeElement?.id).to.equal('summary');
    // The first link of the summary leads to the name.
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(page.form.shadowRoot?.activeElement === page.form.control('/nama')).to.equal(true);
    await sendKeys({ type: 'ina' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '1,5' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await page.form.updateComplete;
    await sendKeys({ type: 'Saksi satu' });
    await page.form.updateComplete;
    expect(page.errors()).to.deep.equal([]);
    (page.form.shadowRoot?.querySelector('button[type="submit"]') as HTMLElement).focus();
    await sendKeys({ press: 'Enter' });
    expect(sent).to.deep.equal([
      { nama: 'Rina', peran: 'ppk', jumlah: 1.5, setuju: true, saksi: [{ a: 'Saksi satu' }] },
    ]);
  });

  it('what is being typed is never changed under the hands', async () => {
    page = await openForm({ schema });
    const control = page.form.control('/jumlah') as HTMLInputElement;
    control.focus();
    for (const key of ['1', ',', '5', '0']) {
      await sendKeys({ press: key === ',' ? 'Comma' : key });
      await page.form.updateComplete;
    }
    expect(control.value).to.equal('1,50');
    expect(page.form.getValue('/jumlah')).to.equal(1.5);
    control.blur();
    page.form.locale = 'en';
    await page.form.updateComplete;
    expect(control.value).to.equal('1,50');
  });
});

describe('To a screen reader', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  /** What the browser tells assistive technology of the first thing with this role and name. */
  async function node(role: string, name: RegExp): Promise<AccessibleNode> {
    const tree = (await a11ySnapshot({})) as unknown as AccessibleNode;
    const found = flat(tree).find((one) => one.role === role && name.test(one.name));
    if (found === undefined) throw new Error(`no ${role} ${String(name)}: ${JSON.stringify(tree)}`);
    return found;
  }

  it('a control says its name, that it is needed, and after an attempt what is wrong', async () => {
    page = await openForm({
      schema,
      layout: { texts: { id: { fields: { '/nama': { hint: 'Seperti pada KTP.' } } } } },
    });
    const before = await node('textbox', /^Nama$/);
    expect(before.description).to.equal('Seperti pada KTP.');
    expect(before.required).to.equal(true);
    expect(before.invalid ?? 'false').to.equal('false');
    page.form.validate();
    await page.form.updateComplete;
    const after = await node('textbox', /^Nama$/);
    expect(after.invalid).to.equal('true');
    expect(after.description).to.contain('Mohon isi nama');
    expect(after.description).to.contain('Seperti pada KTP.');
  });

  it('a box and its words are one thing, with the problem in its description', async () => {
    page = await openForm({ schema });
    page.form.validate();
    await page.form.updateComplete;
    const box = await node('checkbox', /^Setuju$/);
    expect(box.description).to.contain('Mohon centang');
    expect(box.invalid).to.equal('true');
  });

  it('a field that needs no answer says so in its name', async () => {
    page = await openForm({ schema });
    expect((await node('textbox', /^Jumlah/)).name).to.equal('Jumlah (opsional)');
  });
});
