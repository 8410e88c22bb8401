import { expect } from '@open-wc/testing';
import type { Json, JsonObject } from '@lpse-konsultasi/form-schema';
import '../define/form.js';
import type { LpseChangeEvent } from '../events/change.js';
import type { LpseForm } from '../form/form.js';
import { hostileStrings } from '../testing/hostile-strings.js';
import { fileOf, magic, openForm, pictureList } from '../testing/open-form.js';
import { coverOf, serve } from '../testing/served.js';
import { waitUntil } from '../testing/wait-until.js';
import { predraw } from './predraw.js';

const schema: JsonObject = {
  type: 'object',
  required: ['nama', 'layanan'],
  properties: {
    nama: { title: 'Nama', type: 'string', minLength: 3 },
    uraian: { title: 'Uraian', type: 'string', maxLength: 2000 },
    jumlah: { title: 'Jumlah', type: 'integer' },
    layanan: { title: 'Layanan', enum: ['akun', 'tender'] },
    kota: { title: 'Kota', enum: [...'abcdefgh'].map((letter) => `Kota ${letter}`) },
    setuju: { title: 'Setuju', type: 'boolean' },
    tanggal: { title: 'Tanggal', type: 'string', format: 'date' },
  },
};
const layout = { texts: { id: { fields: { '/nama': { help: 'Seperti di KTP' } } } } };

describe('A form that is drawn before its script comes', () => {
  let page: HTMLElement;

  beforeEach(() => {
    page = document.createElement('main');
    document.body.append(page);
  });

  afterEach(() => page.remove());

  /** The form as HTML, made elsewhere. */
  async function picture(properties: Partial<LpseForm> = {}): Promise<string> {
    const { form } = await openForm({ schema, ...properties });
    const { html } = await predraw(form, { sheet: (tag) => `/${tag}.css` });
    form.remove();
    return html;
  }

  /** A page whose form stands in its HTML; with a script, but without a schema, nothing has taken over yet. */
  async function served(html?: string): Promise<LpseForm> {
    return serve(page, `<lpse-form>${html ?? (await picture())}</lpse-form>`) as LpseForm;
  }

  /** What a person sees of a field: before its script that of the picture. */
  const control = <Control extends HTMLElement = HTMLInputElement>(
    form: LpseForm,
    pointer: string,
    nth = 0,
  ): Control => {
    const root: ParentNode = coverOf(form) ?? (form.shadowRoot as ShadowRoot);
    return root.querySelectorAll<Control>(
      `[data-pointer="${pointer}"] :is(input, select, textarea)`,
    )[nth] as Control;
  };

  async function takenOver(form: LpseForm, properties: Partial<LpseForm> = {}): Promise<void> {
    Object.assign(form, { schema, ...properties });
    await waitUntil(() => coverOf(form) === null, 'not taken over');
    await form.updateComplete;
  }

  it('is seen from the start, and until its own form stands', async () => {
    const form = await served();
    expect(control(form, '/nama').checkVisibility()).to.equal(true);
    await form.updateComplete;
    expect(coverOf(form)).not.to.equal(null);
    await takenOver(form);
    expect(form.shadowRoot?.querySelectorAll('form')).to.have.length(1);
    expect(form.control('/nama')?.checkVisibility()).to.equal(true);
    expect(form.dirty).to.equal(false);
  });

  it('enters what was typed and chosen meanwhile, as if a person did it now', async () => {
    const form = await served();
    const changed: string[] = [];
    form.addEventListener('lpse-change', (event) =>
      changed.push((event as LpseChangeEvent).pointer),
    );
    control(form, '/nama').value = 'Rina';
    control(form, '/uraian').value = 'Baris 1\nBaris 2';
    control(form, '/jumlah').value = '12';
    control(form, '/layanan', 1).checked = true;
    control<HTMLSelectElement>(form, '/kota').selectedIndex = 3;
    control(form, '/setuju').checked = true;
    control(form, '/tanggal').value = '2026-11-28';
    await takenOver(form);
    expect(form.value).to.deep.equal({
      nama: 'Rina',
      uraian: 'Baris 1\nBaris 2',
      jumlah: 12,
      layanan: 'tender',
      kota: 'Kota c',
      setuju: true,
      tanggal: '2026-11-28',
    });
    expect(form.dirty).to.equal(true);
    expect(changed).to.have.members(
      Object.keys(schema['properties'] as object).map((key) => `/${key}`),
    );
  });

  it('says at a field that was left what is not right, and not where a person still is', async () => {
    const form = await served();
    control(form, '/nama').value = 'R';
    control(form, '/jumlah').value = 'x';
    control(form, '/jumlah').focus();
    await takenOver(form);
    const invalid = [...(form.shadowRoot?.querySelectorAll('[data-invalid]') ?? [])];
    expect(invalid.map((field) => (field as HTMLElement).dataset['pointer'])).to.deep.equal([
      '/nama',
    ]);
  });

  it('keeps focus, selection and opened explanations', async () => {
    const html = await picture({ layout } as Partial<LpseForm>);
    const form = await served(html);
    const nama = control(form, '/nama');
    nama.value = 'Rina Wulandari';
    nama.focus();
    nama.setSelectionRange(2, 6, 'backward');
    coverOf(form)?.querySelector('details')?.setAttribute('open', '');
    await takenOver(form, { layout } as Partial<LpseForm>);
    const own = form.control('/nama') as HTMLInputElement;
    expect(form.shadowRoot?.activeElement).to.equal(own);
    expect([own.selectionStart, own.selectionEnd, own.selectionDirection]).to.deep.equal([
      2,
      6,
      'backward',
    ]);
    expect(form.shadowRoot?.querySelector('details')?.open).to.equal(true);
  });

  it('keeps the value that the page gave where nothing was typed', async () => {
    const value = { nama: 'Rina', layanan: 'akun', jumlah: 3 };
    const form = await served(await picture({ value }));
    expect(control(form, '/nama').value).to.equal('Rina');
    control(form, '/jumlah').value = '';
    await takenOver(form, { value });
    expect(form.value).to.deep.equal({ nama: 'Rina', layanan: 'akun' });
  });

  it('goes nowhere at a press on its button, says why, and carries it out when it can', async () => {
    const form = await served();
    const sent: Json[] = [];
    form.addEventListener('lpse-submit', ({ value }) => void sent.push(value));
    control(form, '/nama').value = 'Rina';
    control(form, '/layanan').checked = true;
    const button = coverOf(form)?.querySelector<HTMLButtonElement>('[part="submit"]');
    button?.focus();
    button?.click();
    expect(coverOf(form)?.querySelector('[popover]:popover-open')?.textContent).to.contain(
      'masih disiapkan',
    );
    coverOf(form)?.querySelector('form')?.requestSubmit();
    await takenOver(form);
    expect(sent).to.deep.equal([{ nama: 'Rina', layanan: 'akun' }]);
  });

  it('speaks the language of the form', async () => {
    const form = await served(await picture({ locale: 'en' }));
    expect(coverOf(form)?.textContent).to.contain('still being made ready');
    await takenOver(form, { locale: 'en' });
  });

  it('sends nothing when the press was taken back, or the person went on filling in', async () => {
    for (const turn of ['take back', 'go on']) {
      const form = await served();
      const sent: Json[] = [];
      form.addEventListener('lpse-submit', ({ value }) => void sent.push(value));
      control(form, '/nama').value = 'Rina';
      control(form, '/layanan').checked = true;
      coverOf(form)?.querySelector<HTMLButtonElement>('[part="submit"]')?.click();
      if (turn === 'go on') control(form, '/nama').focus();
      else coverOf(form)?.querySelector<HTMLButtonElement>('[popover] button')?.click();
      await takenOver(form);
      expect(sent, turn).to.deep.equal([]);
      expect(form.shadowRoot?.querySelector('#summary'), turn).to.equal(null);
    }
  });

  it('is replaced when it is older than the form, which takes what it still asks for', async () => {
    const html = await picture();
    const form = await served(html.replace(/data-predrawn="[^"]*"/, 'data-predrawn="0.0.1"'));
    const said: string[] = [];
    const { warn } = console;
    console.warn = (words: string) => void said.push(words);
    try {
      control(form, '/nama').value = 'Rina';
      control(form, '/layanan', 1).checked = true;
      control(form, '/jumlah').value = '12';
      const newer = {
        type: 'object',
        properties: {
          alamat: { title: 'Alamat', type: 'string' },
          layanan: { title: 'Layanan', enum: ['tender', 'lain', 'akun'] },
          nama: { title: 'Nama lengkap', type: 'string' },
        },
      };
      await takenOver(form, { schema: newer });
    } finally {
      console.warn = warn;
    }
    expect(form.value).to.deep.equal({ nama: 'Rina', layanan: 'tender' });
    expect(said.join()).to.contain('LPSE_PREDRAWN_STALE').and.not.to.contain('Rina');
  });

  it('gives way to what is said in place of a form that cannot be', async () => {
    const form = await served();
    await takenOver(form, { schema: { $ref: '#/$defs/none' } });
    expect(form.shadowRoot?.querySelector('[role="alert"]')).not.to.equal(null);
  });

  it('waits for a finger that is down', async () => {
    const form = await served();
    const drawn = coverOf(form) as HTMLElement;
    const matches = drawn.matches.bind(drawn);
    let isDown = true;
    Object.assign(drawn, {
      matches: (selector: string) => (selector === ':active' ? isDown : matches(selector)),
    });
    Object.assign(form, { schema });
    await form.updateComplete;
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    expect(coverOf(form)).not.to.equal(null);
    // A label means the control that is in sight.
    const label = drawn.querySelector('label') as HTMLLabelElement;
    expect(label.control).to.equal(control(form, '/nama'));
    isDown = false;
    await waitUntil(() => coverOf(form) === null);
  });

  it('keeps text text, whatever it says', async () => {
    let called = 0;
    Object.assign(globalThis, { __x: () => (called += 1) });
    const properties = Object.fromEntries(
      hostileStrings.map((text, index) => [`f${index}`, { title: text, type: 'string' }]),
    );
    const value = Object.fromEntries(hostileStrings.map((text, index) => [`f${index}`, text]));
    const hostile = { schema: { type: 'object', properties }, value } as Partial<LpseForm>;
    const { form: drawn } = await openForm(hostile);
    const withoutScript = hostileStrings.join(' ');
    const { html } = await predraw(drawn, { sheet: () => '/x.css', withoutScript });
    const words = (root: ParentNode): string[] =>
      // Written as HTML, a line ends in one way, and there is no null character.
      [...root.querySelectorAll('label')].map(({ textContent }) =>
        textContent.replaceAll('\0', '').replace(/\r\n?/g, '\n'),
      );
    const before = words(drawn.shadowRoot as ShadowRoot);
    drawn.remove();
    const form = await served(html);
    expect(words(coverOf(form) as HTMLElement)).to.deep.equal(before);
    expect(form.shadowRoot?.querySelectorAll('script, img, iframe, svg')).to.have.length(0);
    expect(control(form, '/f0').value).to.equal(hostileStrings[0]);
    await takenOver(form, hostile);
    expect(called).to.equal(0);
  });

  it('takes chosen files with it', async () => {
    const files: JsonObject = {
      type: 'object',
      properties: { lampiran: pictureList },
    };
    const form = await served(await picture({ schema: files }));
    const chosen = new DataTransfer();
    chosen.items.add(fileOf('layar.png', magic.png, 'image/png'));
    control(form, '/lampiran').files = chosen.files;
    await takenOver(form, { schema: files });
    await waitUntil(() => form.files.size === 1, 'no file');
  });
});
