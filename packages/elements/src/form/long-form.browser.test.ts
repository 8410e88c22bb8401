import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import { openForm } from '../testing/open-form.js';

const [sectionCount, perSection] = [12, 20];

const keys = Array.from({ length: sectionCount * perSection }, (_, index) => `butir${index}`);
const schema: JsonSchema = {
  type: 'object',
  required: keys,
  properties: Object.fromEntries(
    keys.map((key, index) => [key, { title: `Butir ${index}`, type: 'string' }]),
  ),
};
const layout: Layout = {
  sections: Array.from({ length: sectionCount }, (_, index) => ({
    id: `bagian${index}`,
    fields: keys.slice(index * perSection, (index + 1) * perSection).map((key) => `/${key}`),
  })),
  fields: {},
  texts: {
    id: {
      sections: Object.fromEntries(
        Array.from({ length: sectionCount }, (_, index) => [
          `bagian${index}`,
          { title: `Bagian ${index}` },
        ]),
      ),
    },
  },
};
const last = `/${keys.at(-1) ?? ''}`;

/** Two frames later, when what has come near is laid out. */
async function drawn(): Promise<void> {
  await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => requestAnimationFrame(done));
}

async function openLong(): Promise<Awaited<ReturnType<typeof openForm>>> {
  const page = await openForm({ schema, layout });
  await drawn();
  return page;
}

function fieldsOf(form: Element): HTMLElement[] {
  return [...(form.shadowRoot?.querySelectorAll<HTMLElement>('.section > .fields') ?? [])];
}

function isLaidOut(control: Element | null): boolean {
  return control?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
}

describe('A form of many sections', () => {
  it('is laid out at once where the sections are small: watching them would cost more', async () => {
    const sections = keys.slice(0, 6).map((key) => ({ id: key, fields: [`/${key}`] }));
    const some = Object.fromEntries(keys.slice(0, 6).map((key) => [key, { type: 'string' }]));
    const { form } = await openForm({
      schema: { type: 'object', properties: some },
      layout: { sections, fields: {}, texts: {} },
    });
    await drawn();
    const found = fieldsOf(form).map((fields) => getComputedStyle(fields).contentVisibility);
    expect(found).to.deep.equal(sections.map(() => 'visible'));
  });

  it('lays out what is near, and the rest when it comes near', async () => {
    const { form } = await openLong();
    expect(isLaidOut(form.control('/butir0'))).to.equal(true);
    expect(isLaidOut(form.control(last))).to.equal(false);
    form.control(last)?.scrollIntoView();
    await drawn();
    expect(isLaidOut(form.control(last))).to.equal(true);
  });

  it('guesses the height of a section by how many fields it has', async () => {
    const { form } = await openLong();
    const guessed = fieldsOf(form).at(-1)?.offsetHeight ?? 0;
    form.control(last)?.scrollIntoView();
    await drawn();
    const real = fieldsOf(form).at(-1)?.offsetHeight ?? 0;
    expect(guessed).to.be.within(real * 0.85, real * 1.15);
  });

  it('brings a person from the summary to a field far below, and leaves it in sight', async () => {
    const { form } = await openLong();
    form.requestSubmit();
    await form.updateComplete;
    const links = form.shadowRoot?.querySelectorAll<HTMLElement>('#summary a') ?? [];
    const link = [...links].at(-1);
    const pointer = link?.dataset['goto'] ?? '';
    link?.click();
    await form.updateComplete;
    await drawn();
    const control = form.control(pointer);
    expect(form.shadowRoot?.activeElement).to.equal(control);
    const { top, bottom } = (control as HTMLElement).getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('cuts off no focus ring at the edge of a section', async () => {
    const { form } = await openLong();
    const style = getComputedStyle(fieldsOf(form).at(-1) as HTMLElement);
    expect(style.contentVisibility).to.equal('auto');
    expect(parseFloat(style.getPropertyValue('overflow-clip-margin'))).to.be.at.least(7);
  });

  it('is on paper as a whole', async () => {
    const { form } = await openLong();
    await emulateMedia({ media: 'print' });
    await drawn();
    const style = getComputedStyle(fieldsOf(form).at(-1) as HTMLElement);
    expect(style.contentVisibility).to.equal('visible');
    await emulateMedia({ media: 'screen' });
  });
});
