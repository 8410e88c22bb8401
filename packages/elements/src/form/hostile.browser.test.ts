import { aTimeout, expect } from '@open-wc/testing';
import type { FieldTexts, FormTexts, JsonObject } from '@lpse-konsultasi/form-schema';
import { openForm } from '../testing/open-form.js';

const strings = [
  '<img src=x onerror="window.hit=1">',
  '<script>window.hit=1</script>',
  '"><svg onload=window.hit=1>',
  "' onfocus='window.hit=1' autofocus='",
  // eslint-disable-next-line no-script-url -- a text to be shown; nothing may follow it
  'javascript:window.hit=1',
  '${window.hit=1}',
  '{{window.hit=1}}',
  '</style><script>window.hit=1</script>',
  '<!--><img src=x onerror=window.hit=1>-->',
  '\u202Egnp.exe',
  '__proto__',
  'constructor',
  'a b/c~d"e\\f]g',
];

/** The same string in every place of a form that takes one. */
function formOf(text: string): { schema: JsonObject; texts: FormTexts; value: JsonObject } {
  const field: FieldTexts = {
    label: text,
    hint: text,
    example: text,
    item: text,
    add: text,
    options: { [text]: text },
    messages: { required: text, maxLength: text, enum: text },
  };
  // An own property, also for `__proto__`.
  const properties: JsonObject = Object.fromEntries<JsonObject>([
    ['teks', { type: 'string', title: text, description: text, maxLength: 1 }],
    ['pilih', { enum: [text, 'b'], title: text }],
    ['jamak', { type: 'array', items: { enum: [text, 'b'] } }],
    ['daftar', { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } }],
    ['label', { type: 'array', items: { type: 'string', maxLength: 1 } }],
    ['gambar', { type: 'string' }],
    [text, { type: 'string', title: text, maxLength: 1 }],
  ]);
  const value = Object.fromEntries([
    ['teks', text],
    ['pilih', text],
    ['jamak', [text]],
    ['daftar', [{ a: text }]],
    ['label', [text]],
    ['gambar', text],
    [text, text],
  ]) as JsonObject;
  const paths = ['teks', 'pilih', 'jamak', 'daftar', 'label', 'gambar'];
  return {
    schema: { type: 'object', title: text, properties, required: paths },
    texts: {
      title: text,
      description: text,
      submit: text,
      sections: { satu: { title: text, description: text } },
      fields: Object.fromEntries(paths.map((key) => [`/${key}`, field])),
    },
    value,
  };
}

const tags = (root: ParentNode): string[] =>
  [...root.querySelectorAll('*')].map(({ localName }) => localName);

describe('Text is text', () => {
  for (const text of strings) {
    it(`in every place of a form: ${JSON.stringify(text)}`, async () => {
      for (const readonly of [false, true]) {
        const { schema, texts, value } = formOf(text);
        const page = await openForm({
          schema,
          value,
          readonly,
          layout: {
            sections: [{ id: 'satu', fields: ['/teks', '/pilih', '/jamak'] }],
            fields: { '/gambar': { widget: 'signature' } },
            texts: { id: texts, en: texts },
          },
        });
        page.form.validate();
        await page.form.updateComplete;
        page.form.setProblems([
          {
            pointer: '/teks',
            keyword: 'server',
            params: { x: text },
            messageKey: text,
            message: text,
          },
          { pointer: text, keyword: 'server', params: {}, messageKey: text, message: text },
        ]);
        await page.form.updateComplete;
        const root = page.form.shadowRoot as ShadowRoot;
        expect(tags(root)).to.not.include.members(['img']);
        expect(tags(root)).to.not.include.members(['script']);
        expect(root.querySelector('[onerror], [onload], [onfocus], [autofocus]')).to.equal(null);
        expect(page.form.getValue('/teks')).to.equal(text);
        page.form.remove();
      }
      await aTimeout(0);
      expect(window).to.not.have.property('hit');
      expect({}).to.not.have.property('title');
    });
  }
});

describe('The style of a page', () => {
  it('does not reach into the form', async () => {
    const schema: JsonObject = {
      type: 'object',
      properties: {
        nama: { title: 'Nama', type: 'string' },
        pilih: { title: 'Pilih', enum: ['a', 'b'] },
      },
    };
    const looks = async (): Promise<unknown> => {
      const page = await openForm({ schema });
      const control = page.form.control('/nama');
      const label = page.form.shadowRoot?.querySelector('label');
      if (control === null || !label) throw new Error('nothing shown');
      const [own, words] = [getComputedStyle(control), getComputedStyle(label)];
      const look = [
        own.fontSize,
        own.blockSize,
        own.color,
        own.borderTopWidth,
        words.fontSize,
        words.letterSpacing,
        words.textTransform,
        words.textAlign,
        words.lineHeight,
        words.color,
        words.display,
      ];
      page.form.remove();
      return look;
    };
    const before = await looks();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { all: unset; }
      html { font-size: 10px; }
      body, lpse-form { font: 8px/1 serif; color: red; letter-spacing: 3px; text-transform: uppercase;
        text-align: center; text-indent: 2em; word-spacing: 9px; }
      input, label, button { display: none !important; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      expect(await looks()).to.deep.equal(before);
      const page = await openForm({ schema });
      page.form.hidden = true;
      expect(getComputedStyle(page.form).display).to.equal('none');
      page.form.remove();
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  });
});
