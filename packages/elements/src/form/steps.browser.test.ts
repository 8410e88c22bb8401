import { expect, fixture, html } from '@open-wc/testing';
import '../define/form.js';
import type { LpseForm } from './form.js';
import type { LpseSubmitEvent } from '../events/submit.js';
import { FormHarness } from '../testing/form-harness.js';
import { waitUntil } from '../testing/wait-until.js';

const schema = {
  type: 'object',
  required: ['nama', 'judul'],
  properties: {
    nama: { type: 'string', title: 'Nama' },
    judul: { type: 'string', title: 'Judul', minLength: 5 },
    catatan: { type: 'string', title: 'Catatan' },
  },
};
const layout = {
  steps: true,
  sections: [
    { id: 'siapa', fields: ['/nama'] },
    { id: 'apa', fields: ['/judul', '/catatan'] },
  ],
  texts: {
    id: { sections: { siapa: { title: 'Identitas' }, apa: { title: 'Permasalahan' } } },
  },
};

async function formOf(width: 'narrow' | 'wide'): Promise<LpseForm> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = width === 'narrow' ? '360px' : '700px';
  const form = document.createElement('lpse-form');
  Object.assign(form, { schema, layout });
  box.append(form);
  await form.updateComplete;
  if (width === 'narrow') await waitUntil(() => find(form, '#progress') !== null);
  return form;
}

function find(form: LpseForm, selector: string): HTMLElement | null {
  return form.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

function shown(form: LpseForm): string[] {
  const sections = form.shadowRoot?.querySelectorAll<HTMLElement>('.section:not([hidden])') ?? [];
  return [...sections].map((section) => section.querySelector('.section-title')?.textContent ?? '');
}

async function press(form: LpseForm, selector = 'button[type=submit]'): Promise<void> {
  find(form, selector)?.click();
  await form.updateComplete;
  await form.updateComplete;
}

describe('A form in steps', () => {
  it('shows one section at a time where it is narrow, and says where one is', async () => {
    const form = await formOf('narrow');
    expect(shown(form)).to.deep.equal(['Identitas']);
    expect(find(form, '#progress')?.textContent).to.equal('Langkah 1 dari 3 · Identitas');
    await expect(form).to.be.accessible();
  });

  it('stands on one page where there is room', async () => {
    const form = await formOf('wide');
    expect(shown(form)).to.deep.equal(['Identitas', 'Permasalahan']);
    expect(find(form, '#progress')).to.equal(null);
  });

  it('is as it was left when it comes back from having been hidden', async () => {
    const form = await formOf('wide');
    const told = new Promise<void>((resolve) => {
      const observer = new ResizeObserver(([entry]) => {
        if (entry?.contentRect.width !== 0) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(form);
    });
    form.hidden = true;
    await told;
    await form.updateComplete;
    expect(shown(form)).to.deep.equal(['Identitas', 'Permasalahan']);
  });

  it('leads on only when the step is right, and shows no problem of a later step', async () => {
    const form = await formOf('narrow');
    await press(form);
    expect(shown(form)).to.deep.equal(['Identitas']);
    expect(find(form, '#summary')?.textContent).to.contain('nama').and.not.contain('judul');
    await new FormHarness(form).fill('/nama', 'Contoh');
    await press(form);
    expect(shown(form)).to.deep.equal(['Permasalahan']);
    expect(form.shadowRoot?.activeElement?.id).to.equal('progress');
    expect(find(form, '[data-invalid]')).to.equal(null);
  });

  it('keeps what was typed on the way back, lets all answers be checked, and then sends them', async () => {
    const form = await formOf('narrow');
    const harness = new FormHarness(form);
    const sent: unknown[] = [];
    form.addEventListener('lpse-submit', (event: LpseSubmitEvent) => sent.push(event.value));
    await harness.fill('/nama', 'Contoh');
    await press(form);
    await harness.fill('/judul', 'Judul lengkap');
    await press(form, '.actions [data-step]');
    expect(harness.field('/nama').value).to.equal('Contoh');
    await press(form);
    await press(form);
    expect(shown(form)).to.deep.equal(['Identitas', 'Permasalahan']);
    expect(harness.field('/judul').locked).to.equal(true);
    expect(sent).to.deep.equal([]);
    await expect(form).to.be.accessible();

    await press(form, '.section [data-step="1"]');
    expect(shown(form)).to.deep.equal(['Permasalahan']);
    expect(harness.field('/judul').locked).to.equal(false);
    await press(form);
    await press(form);
    expect(sent).to.deep.equal([{ nama: 'Contoh', judul: 'Judul lengkap' }]);
  });

  it('turns to the step of a problem that someone else found', async () => {
    const form = await formOf('narrow');
    form.setProblems([
      { pointer: '/judul', keyword: 'server', params: {}, messageKey: 'server', message: 'Salah.' },
    ]);
    await form.updateComplete;
    await press(form, '#summary a');
    expect(shown(form)).to.deep.equal(['Permasalahan']);
    expect(form.shadowRoot?.activeElement).to.equal(form.control('/judul'));
  });
});
