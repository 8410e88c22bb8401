import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { Layout } from '@lpse-konsultasi/form-schema';
import '../define/form.js';
import { FormHarness } from '../testing/form-harness.js';
import type { LpseForm } from './form.js';
import { tell, tellInTurn } from '../testing/told-observer.js';
import { waitUntil } from '../testing/wait-until.js';

const schema = {
  type: 'object',
  required: ['nama', 'judul'],
  properties: {
    nama: { type: 'string', title: 'Nama' },
    badan: { type: 'boolean', title: 'Mewakili badan usaha' },
    npwp: { type: 'string', title: 'NPWP' },
    judul: { type: 'string', title: 'Judul', minLength: 5 },
    catatan: { type: 'string', title: 'Catatan' },
  },
};
const layout: Layout = {
  steps: true,
  sections: [
    { id: 'siapa', fields: ['/nama', '/badan'] },
    { id: 'usaha', fields: ['/npwp'], visible: { var: '/badan' } },
    { id: 'apa', fields: ['/judul'] },
    { id: 'lain', fields: ['/catatan'] },
  ],
  texts: {
    id: {
      sections: {
        siapa: { title: 'Identitas' },
        usaha: { title: 'Badan usaha' },
        apa: { title: 'Permasalahan' },
        lain: { title: 'Catatan tambahan' },
      },
    },
  },
};

async function formOf(width: number, steps: Layout['steps'] = true): Promise<LpseForm> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const form = document.createElement('lpse-form');
  Object.assign(form, { schema, layout: { ...layout, steps } });
  box.append(form);
  await form.updateComplete;
  return form;
}

function all(form: LpseForm, selector: string): HTMLElement[] {
  return [...(form.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

function words(element: Element | undefined): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function entries(form: LpseForm): string[] {
  return all(form, '.index li').map(words);
}

async function withIndex(steps?: Layout['steps']): Promise<LpseForm> {
  const form = await formOf(1000, steps);
  await waitUntil(() => entries(form).length > 0);
  return form;
}

function shown(form: LpseForm): string[] {
  return all(form, '.section:not([hidden])').map((one) =>
    words(one.querySelector('h2') ?? undefined),
  );
}

async function press(form: LpseForm, selector = 'button[type=submit]'): Promise<void> {
  all(form, selector)[0]?.click();
  await form.updateComplete;
  await form.updateComplete;
}

describe('The index of sections', () => {
  it('stands beside the form where there is room, and nowhere else', async () => {
    const form = await withIndex();
    expect(entries(form)).to.deep.equal(['Identitas', 'Permasalahan', 'Catatan tambahan']);
    const [index] = all(form, '.index');
    const [field] = all(form, '.field');
    expect(index?.getBoundingClientRect().right).to.be.below(
      field?.getBoundingClientRect().left ?? 0,
    );
    await expect(form).to.be.accessible();
    expect(all(await formOf(700), '.index')).to.deep.equal([]);
    expect(all(await formOf(1000, false), '.index')).to.deep.equal([]);
  });

  it('leaves no room for itself on paper', async () => {
    const form = await withIndex();
    await emulateMedia({ media: 'print' });
    const [field] = all(form, '.field');
    expect(field?.getBoundingClientRect().left).to.equal(form.getBoundingClientRect().left);
    await emulateMedia({ media: 'screen' });
  });

  it('says of each section whether it is complete or has to be mended', async () => {
    const form = await withIndex();
    await new FormHarness(form).fill('/nama', 'Contoh');
    expect(entries(form)[0]).to.equal('Identitas Lengkap');
    form.requestSubmit();
    await form.updateComplete;
    expect(entries(form)).to.deep.equal([
      'Identitas Lengkap',
      'Permasalahan 1 perlu diperbaiki',
      'Catatan tambahan',
    ]);
    await new FormHarness(form).fill('/judul', 'Judul lengkap');
    expect(entries(form)[1]).to.equal('Permasalahan Lengkap');
    await expect(form).to.be.accessible();
  });

  it('points at the section that is there now, of all those that a busy page is told of at once', async () => {
    const putBack = tellInTurn();
    try {
      const form = await formOf(1100, 'narrow');
      await waitUntil(() => entries(form).length === 3, 'no index');
      const here = async (): Promise<string[]> => {
        await form.updateComplete;
        return all(form, '[aria-current=location]').map(words);
      };
      const sections = all(form, '.section');
      const is = (place: number, isIntersecting: boolean) => ({
        target: sections[place] ?? form,
        isIntersecting,
      });
      tell(is(0, true));
      expect(await here()).to.deep.equal(['Identitas']);
      tell(is(1, true), is(0, false), is(2, true), is(1, false));
      expect(await here()).to.deep.equal(['Catatan tambahan']);
    } finally {
      putBack();
    }
  });

  it('leads to a section by keyboard, and leaves the address alone', async () => {
    const form = await withIndex();
    const before = [location.href, history.length];
    all(form, '.index button')[1]?.focus();
    await sendKeys({ press: 'Enter' });
    expect(words(form.shadowRoot?.activeElement ?? undefined)).to.equal('Permasalahan');
    expect([location.href, history.length]).to.deep.equal(before);
  });

  it('follows sections that a rule brings', async () => {
    const form = await withIndex();
    await new FormHarness(form).fill('/badan', true);
    expect(entries(form).map((entry) => entry.replace(/ Lengkap/, ''))).to.deep.equal([
      'Identitas',
      'Badan usaha',
      'Permasalahan',
      'Catatan tambahan',
    ]);
  });
});

describe('Steps on every screen', () => {
  it('show one section with the index beside, and open only what was reached', async () => {
    const form = await withIndex('always');
    const open = (): boolean[] =>
      all(form, '.index button').map((button) => !(button as HTMLButtonElement).disabled);
    expect(shown(form)).to.deep.equal(['Identitas']);
    expect(open()).to.deep.equal([true, false, false, false]);
    await new FormHarness(form).fill('/nama', 'Contoh');
    await press(form);
    expect(shown(form)).to.deep.equal(['Permasalahan']);
    expect(open()).to.deep.equal([true, true, false, false]);
    expect(all(form, '[aria-current=step]').map(words)).to.deep.equal(['Permasalahan']);
    await press(form, '.index button');
    expect(shown(form)).to.deep.equal(['Identitas']);
    expect(form.shadowRoot?.activeElement?.id).to.equal('progress');
    await expect(form).to.be.accessible();
  });

  it('come and go by rules, and the present one stays', async () => {
    const form = await formOf(400, 'always');
    const harness = new FormHarness(form);
    await harness.fill('/nama', 'Contoh');
    await press(form);
    expect(words(all(form, '#progress')[0])).to.equal('Langkah 2 dari 4 · Permasalahan');
    form.setValue('/badan', true);
    await form.updateComplete;
    expect(words(all(form, '#progress')[0])).to.equal('Langkah 3 dari 5 · Permasalahan');
  });

  it('lead back to the check from a change, by way of steps that it brought', async () => {
    const form = await formOf(400, 'always');
    const harness = new FormHarness(form);
    const turns: string[] = [];
    form.addEventListener('lpse-step', ({ step }) => turns.push(step));
    await harness.fill('/nama', 'Contoh');
    await press(form);
    await harness.fill('/judul', 'Judul lengkap');
    await press(form);
    await press(form);
    expect(form.step).to.equal('check');
    await press(form, '.section [data-step="0"]');
    await press(form);
    expect(form.step).to.equal('check');
    await press(form, '.section [data-step="0"]');
    await harness.fill('/badan', true);
    await press(form);
    expect(form.step).to.equal('usaha');
    await press(form);
    expect(form.step).to.equal('check');
    expect(turns).to.deep.equal([
      'apa',
      'lain',
      'check',
      'siapa',
      'check',
      'siapa',
      'usaha',
      'check',
    ]);
  });

  it('can be taken up again where something is still missing', async () => {
    const form = await formOf(400, 'always');
    form.value = { nama: 'Contoh' };
    form.goToOpenStep();
    await form.updateComplete;
    expect(form.step).to.equal('apa');
    expect(all(form, '[data-invalid]')).to.deep.equal([]);
    form.value = { nama: 'Contoh', judul: 'Judul lengkap' };
    form.goToOpenStep();
    await form.updateComplete;
    expect(form.step).to.equal('check');
    form.reset();
    await form.updateComplete;
    expect(form.step).to.equal('siapa');
  });

  it('go on where a draft was left off when the page comes back', async () => {
    const form = await formOf(400, 'always');
    form.formStateRestoreCallback(JSON.stringify({ nama: 'Contoh' }));
    await form.updateComplete;
    expect(form.step).to.equal('apa');
  });

  it('name sections that nobody has named by their number', async () => {
    const form = await formOf(400, 'always');
    Object.assign(form, { layout: { ...layout, steps: 'always', texts: {} } });
    await form.updateComplete;
    expect(words(all(form, '#progress')[0])).to.equal('Langkah 1 dari 4 · Bagian 1');
  });
});
