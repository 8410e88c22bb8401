import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import '../define/form.js';
import { FormHarness } from '../testing/form-harness.js';
import { fileOf, magic, pictureList } from '../testing/open-form.js';
import type { LpseForm } from './form.js';

const schema: JsonObject = {
  type: 'object',
  required: ['nama'],
  properties: {
    nama: { title: 'Nama', type: 'string', minLength: 2 },
    pin: { title: 'PIN', type: 'string', writeOnly: true },
    lampiran: pictureList,
  },
};
const layout = { fields: { '/nama': { autocomplete: 'name' } } };

async function open(content: (schema: JsonObject) => unknown): Promise<HTMLFormElement> {
  const outer = await fixture<HTMLFormElement>(html`<form>${content(schema)}</form>`);
  for (const form of formsIn(outer)) await form.updateComplete;
  return outer;
}

function formsIn(outer: ParentNode): LpseForm[] {
  return [...outer.querySelectorAll<LpseForm>('lpse-form')];
}

function theForm(outer: ParentNode): { form: LpseForm; page: FormHarness } {
  const [form] = formsIn(outer);
  if (form === undefined) throw new Error('no form');
  return { form, page: new FormHarness(form) };
}

/** A click as a person makes it, which the browser counts as an act of theirs. */
async function pressOn(target: Element | null): Promise<void> {
  target?.scrollIntoView();
  const box = target?.getBoundingClientRect();
  if (box === undefined) throw new Error('nothing to press');
  await sendMouse({ type: 'click', position: [Math.round(box.x + 5), Math.round(box.y + 5)] });
}

function entriesOf(outer: HTMLFormElement): [string, string][] {
  return [...new FormData(outer)].map(([name, entry]) => [
    name,
    typeof entry === 'string' ? entry : `file ${entry.name}`,
  ]);
}

describe('In a plain form, <lpse-form>', () => {
  afterEach(() => resetMouse());

  it('submits a field for each answer when it is asked to, in its place among the others', async () => {
    const outer = await open(
      (given) =>
        html`<input name="sebelum" value="1" />
          <lpse-form submit-as="flat" .schema=${given} .value=${{ nama: 'Rina' }}></lpse-form>
          <input name="sesudah" value="2" />`,
    );
    expect(entriesOf(outer)).to.deep.equal([
      ['sebelum', '1'],
      ['nama', 'Rina'],
      ['sesudah', '2'],
    ]);
    theForm(outer).form.name = 'k';
    await theForm(outer).form.updateComplete;
    expect(entriesOf(outer)[1]).to.deep.equal(['k[nama]', 'Rina']);
  });

  for (const [submitAs, fields] of [
    ['json', ['k', 'k[lampiran][0][file]']],
    ['flat', ['k[nama]', 'k[lampiran][0][nama]', 'k[lampiran][0][file]']],
  ] as const) {
    it(`sends the files that no uploader has taken, as ${submitAs}`, async () => {
      const outer = await open(
        (given) =>
          html`<lpse-form
            name="k"
            submit-as=${submitAs}
            .schema=${given}
            .value=${{ nama: 'Rina' }}
          ></lpse-form>`,
      );
      const { form, page } = theForm(outer);
      const attached = new Promise((resolve) => form.addEventListener('lpse-change', resolve));
      await page.fill('/lampiran', [fileOf('a.png', magic.png)]);
      await attached;
      const entries = entriesOf(outer);
      expect(entries.map(([name]) => name)).to.include.members([...fields]);
      expect(entries.at(-1)).to.deep.equal(['k[lampiran][0][file]', 'file a.png']);
    });
  }

  it('belongs to a form elsewhere by its id, and to another after a move, with what was typed', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <form id="satu"></form>
        <form id="dua"></form>
        <lpse-form name="k" form="satu" .schema=${schema} .layout=${layout}></lpse-form>
      </div>
    `);
    const { form, page: hand } = theForm(page);
    const [one, two] = [...page.querySelectorAll('form')];
    await hand.fill('Nama', 'Rina');
    expect(one && entriesOf(one)).to.deep.equal([['k', '{"nama":"Rina"}']]);
    form.removeAttribute('form');
    two?.append(form);
    await form.updateComplete;
    expect(two && entriesOf(two)).to.deep.equal([['k', '{"nama":"Rina"}']]);
    expect(hand.field('Nama').value).to.equal('Rina');
    await hand.fill('Nama', 'Budi');
    expect(two && entriesOf(two)).to.deep.equal([['k', '{"nama":"Budi"}']]);
  });

  it('is disabled by a fieldset around it, and enabled again', async () => {
    const outer = await open(
      (given) =>
        html`<fieldset disabled><lpse-form name="k" .schema=${given}></lpse-form></fieldset>`,
    );
    const { form } = theForm(outer);
    expect(form.control('/nama')?.matches(':disabled')).to.equal(true);
    expect(form.willValidate).to.equal(false);
    expect(outer.checkValidity()).to.equal(true);
    outer.querySelector('fieldset')?.removeAttribute('disabled');
    await form.updateComplete;
    expect(form.control('/nama')?.matches(':disabled')).to.equal(false);
    expect(outer.checkValidity()).to.equal(false);
  });

  it('has two of its kind beside it that do not mix', async () => {
    const outer = await open(
      (given) =>
        html`<lpse-form name="a" .schema=${given}></lpse-form>
          <lpse-form name="b" .schema=${given}></lpse-form>`,
    );
    const [first, second] = formsIn(outer);
    if (first === undefined || second === undefined) throw new Error('no forms');
    await new FormHarness(second).fill('Nama', 'Budi');
    await new FormHarness(first).fill('Nama', 'Rina');
    expect(entriesOf(outer)).to.deep.equal([
      ['a', '{"nama":"Rina"}'],
      ['b', '{"nama":"Budi"}'],
    ]);
  });

  it('takes the focus when it is the first that is not right, and only then', async () => {
    const outer = await open(
      (given) =>
        html`<lpse-form name="a" .schema=${given}></lpse-form>
          <lpse-form name="b" .schema=${given}></lpse-form><button>Kirim</button>`,
    );
    await pressOn(outer.querySelector('button'));
    for (const form of formsIn(outer)) await form.updateComplete;
    await aTimeout(0);
    expect(document.activeElement === formsIn(outer)[0]).to.equal(true);
  });

  it('is named by a label, which leads to its first question', async () => {
    const outer = await open(
      (given) =>
        html`<label for="k">Konsultasi</label>
          <lpse-form id="k" name="k" .schema=${given}></lpse-form>`,
    );
    const { form } = theForm(outer);
    expect([...form.labels].map((label) => label.textContent)).to.deep.equal(['Konsultasi']);
    await pressOn(outer.querySelector('label'));
    expect(form.shadowRoot?.activeElement === form.control('/nama')).to.equal(true);
    await expect(form).to.be.accessible();
  });

  it('is held back by what only the page knows, and says it', async () => {
    const outer = await open(
      (given) => html`<lpse-form name="k" .schema=${given} .value=${{ nama: 'Rina' }}></lpse-form>`,
    );
    const { form, page } = theForm(outer);
    form.setCustomValidity('Kuota hari ini sudah habis.');
    expect(outer.checkValidity()).to.equal(false);
    expect(form.validationMessage).to.equal('Kuota hari ini sudah habis.');
    await page.submit();
    expect(page.summary()).to.deep.equal(['Kuota hari ini sudah habis.']);
    form.setCustomValidity('');
    expect(outer.checkValidity()).to.equal(true);
  });

  it('reads what the browser fills in, also where it says so by `change` alone', async () => {
    const outer = await open(
      (given) => html`<lpse-form name="k" .schema=${given} .layout=${layout}></lpse-form>`,
    );
    const control = theForm(outer).form.control('/nama') as HTMLInputElement;
    expect(control.autocomplete).to.equal('name');
    control.value = 'Rina';
    control.dispatchEvent(new Event('change', { bubbles: true }));
    expect(entriesOf(outer)).to.deep.equal([['k', '{"nama":"Rina"}']]);
  });

  it('is not handed in before anybody could look at it', async () => {
    const outer = await fixture<HTMLFormElement>(
      html`<form><lpse-form name="k" .schema=${schema} .value=${{ nama: 'R' }}></lpse-form></form>`,
    );
    const { form } = theForm(outer);
    form.schema = { ...schema, title: 'Lain' };
    form.remove();
    outer.append(form);
    await form.updateComplete;
    expect(outer.checkValidity()).to.equal(false);
  });

  it('goes on after a return to the page, and a reset still goes back to what the page gave', async () => {
    const outer = await fixture<HTMLFormElement>(html`<form></form>`);
    const form = document.createElement('lpse-form');
    form.name = 'k';
    outer.append(form);
    // The browser restores before the page has set anything.
    form.formStateRestoreCallback('{"nama":"Rina"}');
    form.value = { nama: 'Budi' };
    form.schema = schema;
    await form.updateComplete;
    expect(entriesOf(outer)).to.deep.equal([['k', '{"nama":"Rina"}']]);
    expect(form.dirty).to.equal(true);
    outer.reset();
    expect(entriesOf(outer)).to.deep.equal([['k', '{"nama":"Budi"}']]);
  });
});

describe('The value that the page gives', () => {
  it('starts the form anew when its object was changed meanwhile, not when it is just set again', async () => {
    const outer = await open((given) => html`<lpse-form .schema=${given}></lpse-form>`);
    const { form, page } = theForm(outer);
    const value: { nama: string } = { nama: 'Rina' };
    form.value = value;
    await page.fill('Nama', 'Budi');
    form.value = value;
    expect(form.getValue('/nama')).to.equal('Budi');
    value.nama = 'Citra';
    expect(form.getValue('/nama')).to.equal('Budi');
    form.value = value;
    expect(form.getValue('/nama')).to.equal('Citra');
  });
});
