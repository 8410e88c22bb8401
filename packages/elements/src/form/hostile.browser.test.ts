import { expect } from '@open-wc/testing';
import {
  join,
  plainFigures,
  type Choice,
  type FieldTexts,
  type FormTexts,
  type Json,
  type JsonObject,
  type Layout,
  type Pointer,
} from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { hostileStrings } from '../testing/hostile-strings.js';
import { openForm } from '../testing/open-form.js';
import { enforceStrictPolicy } from '../testing/strict-policy.js';

/* Whatever a schema, a layout, a value, a server or a page says, the form shows it as text, under a strict policy. */

const naughty = (await (
  await fetch('/node_modules/big-list-of-naughty-strings/blns.json')
).json()) as string[];
const strings = [...new Set([...hostileStrings, ...naughty])];
const violations = enforceStrictPolicy();

/** What a string calls that was taken for code. */
const calls: unknown[] = [];
const traps = ['__x', 'alert', 'confirm', 'prompt', 'print'] as const;

/** One place of a form that takes a text: a field of it, and where its text is to be read. */
interface Slot {
  readonly schema: (text: string) => JsonObject;
  readonly value?: (text: string) => Json;
  readonly texts?: (text: string) => FieldTexts;
  readonly widget?: string;
  readonly choices?: (text: string) => readonly Choice[];
  /** The text is shown as words (a key), with values in it (a message), or not at all. */
  readonly isWorded?: boolean;
  /** The browser's own control for it holds a single line, or the value is a number. */
  readonly isOneLine?: boolean;
}

const aText = { type: 'string' };
const file = (nama: string): Json => [
  { nama, mime: nama, ukuran: 1, sha256: 'a'.repeat(64), judul: nama },
];
const files: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      nama: aText,
      mime: aText,
      ukuran: { type: 'integer' },
      sha256: aText,
      judul: aText,
    },
  },
};

const slots: { readonly [name: string]: Slot } = {
  title: { schema: (title) => ({ ...aText, title }) },
  description: { schema: (description) => ({ ...aText, description }), isWorded: true },
  remarks: { schema: (text) => ({ ...aText, $comment: text, examples: [text] }), isWorded: true },
  unknown: {
    schema: (text) => ({ ...aText, format: text, contentMediaType: text }),
    isWorded: true,
  },
  deprecated: {
    schema: (title) => ({ ...aText, title, deprecated: true }),
    // Without a value it is not asked any more.
    value: (text) => text || 'isi',
  },
  value: { schema: () => aText, value: (text) => text },
  long: { schema: () => ({ ...aText, maxLength: 2000 }), value: (text) => text },
  locked: { schema: () => ({ ...aText, readOnly: true }), value: (text) => text },
  address: { schema: () => ({ ...aText, format: 'uri' }), value: (text) => text, isOneLine: true },
  mail: { schema: () => ({ ...aText, format: 'email' }), value: (text) => text, isOneLine: true },
  date: { schema: () => ({ ...aText, format: 'date' }), value: (text) => text, isWorded: true },
  number: { schema: () => ({ type: 'number' }), value: (text) => text, isOneLine: true },
  signature: { schema: () => aText, value: (text) => text, widget: 'signature', isWorded: true },
  enum: { schema: (text) => ({ enum: [text, 'b'] }), value: (text) => text, isWorded: true },
  titled: {
    schema: (title) => ({
      oneOf: [
        { const: 1, title },
        { const: 2, title: 'b' },
      ],
    }),
  },
  stray: {
    schema: () => ({ enum: [1, 2, 3, 4, 5, 6, 7] }),
    value: (text) => text,
    isOneLine: true,
  },
  several: {
    schema: (title) => ({
      type: 'array',
      items: {
        oneOf: [
          { const: 1, title },
          { const: 2, title: 'b' },
        ],
      },
    }),
  },
  variants: {
    schema: (title) => ({
      oneOf: [
        { ...aText, title } as JsonObject,
        { type: 'object', title: 'b', properties: { c: aText } },
      ],
    }),
  },
  tags: { schema: () => ({ type: 'array', items: aText }), value: (text) => [text] },
  rows: {
    schema: (title) => ({
      type: 'array',
      items: { type: 'object', title, properties: { a: aText } },
    }),
    value: (text) => [{ a: text }],
    texts: (text) => ({ item: text, add: text }),
  },
  tuple: {
    schema: (title) => ({ type: 'array', prefixItems: [{ ...aText, title }] }),
    value: (text) => [text],
  },
  named: {
    schema: () => ({ type: 'object', additionalProperties: aText }),
    value: (text) => Object.fromEntries([[text, text]]),
  },
  any: { schema: () => ({}), value: (text) => ({ a: [text] }) },
  group: { schema: (title) => ({ type: 'object', title, properties: { a: { ...aText, title } } }) },
  default: { schema: (text) => ({ ...aText, default: text }), isWorded: true },
  files: { schema: () => files, value: file },
  label: { schema: () => aText, texts: (label) => ({ label }) },
  hint: { schema: () => aText, texts: (hint) => ({ hint }) },
  example: { schema: () => aText, texts: (example) => ({ example }) },
  option: { schema: () => ({ enum: ['a', 'b'] }), texts: (text) => ({ options: { a: text } }) },
  message: {
    schema: () => ({ ...aText, minLength: 2 }),
    value: () => 'a',
    texts: (text) => ({ messages: { minLength: text } }),
    isWorded: true,
  },
  choices: { schema: () => aText, choices: (label) => [{ value: 'a', label }] },
};

const keyOf = (name: string, index: number): string => `${name}${index}`;

type Entries<T> = readonly (readonly [string, T])[];

function entriesOf<T>(
  texts: readonly string[],
  make: (slot: Slot, text: string) => T | undefined,
): Entries<T> {
  return texts.flatMap((text, index) =>
    Object.entries(slots).flatMap(([name, slot]) => {
      const made = make(slot, text);
      return made === undefined ? [] : [[keyOf(name, index), made] as const];
    }),
  );
}

/** A form with every string in every place of a field. */
function formOf(texts: readonly string[]): {
  readonly schema: JsonObject;
  readonly value: JsonObject;
  readonly fields: { readonly [path: string]: FieldTexts };
  readonly widgets: { readonly [path: string]: { readonly widget: string } };
  readonly choices: { readonly [path: string]: readonly Choice[] };
} {
  const byPath = <T>(entries: Entries<T>): { readonly [path: string]: T } =>
    Object.fromEntries(entries.map(([key, made]) => [`/${key}`, made]));
  const keys: Entries<JsonObject> = texts.map((text) => [text, { ...aText, nullable: true }]);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries([
        ...keys,
        ...entriesOf(texts, ({ schema }, text) => schema(text)),
      ]),
    },
    value: Object.fromEntries([
      ...texts.filter((text) => text !== '').map((text) => [text, 'isi'] as const),
      ...entriesOf(texts, ({ value }, text) => value?.(text)).filter(([, value]) => value !== ''),
    ]),
    fields: byPath(entriesOf(texts, ({ texts: words }, text) => words?.(text))),
    widgets: byPath(
      entriesOf(texts, ({ widget }) => (widget === undefined ? undefined : { widget })),
    ),
    choices: byPath(entriesOf(texts, ({ choices }, text) => choices?.(text))),
  };
}

function open(texts: readonly string[]): Promise<FormHarness> {
  const { schema, value, fields, widgets, choices } = formOf(texts);
  const words: FormTexts = { fields };
  const layout = { fields: widgets, texts: { id: words, en: words } };
  return openForm({ schema, value, layout, choices });
}

function rootOf({ form }: FormHarness): ShadowRoot {
  if (form.shadowRoot === null) throw new Error('The form is not on the page');
  return form.shadowRoot;
}

/** Everything in an element that can be read: its text, what its controls hold, the names of its buttons. */
function readable(element: Element): string[] {
  const found = [element.textContent ?? ''];
  for (const node of element.querySelectorAll('*')) {
    for (const child of node.childNodes) if (child instanceof Text) found.push(child.data);
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)
      found.push(node.value);
    found.push(node.getAttribute('aria-label') ?? '');
  }
  return found;
}

/** Controls hold lines as they are split here, and no line break of another kind. */
const inLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** What is left of a text where the browser takes its breaks, or the blanks around it. */
const inOneLine = (text: string): string => text.replace(/\s/g, '');

/** A number field takes such a text for its number, which may be written in another way. */
const isNumber = (text: string): boolean =>
  /^[+-]?\d+(?:[.,]\d+)?$/.test(plainFigures(text).trim());

function isShown(wrapper: Element, text: string, form: (text: string) => string): boolean {
  return readable(wrapper).some((words) => form(words).includes(form(text)));
}

const shapeOf = (element: Element): readonly string[] => [
  element.localName,
  ...[...element.attributes].map(({ name }) => `${element.localName}[${name}]`),
];

/** Which elements with which attributes a form is made of. */
function shapesIn(root: ParentNode): Set<string> {
  return new Set([...root.querySelectorAll('*')].flatMap(shapeOf));
}

/** Watches what comes into the form and goes again before anybody could look. */
function watch(page: FormHarness): () => Set<string> {
  const seen = new Set<string>();
  const take = (records: readonly MutationRecord[]): void => {
    const add = (shapes: Iterable<string>): void => {
      for (const shape of shapes) seen.add(shape);
    };
    for (const { target, addedNodes } of records) {
      if (target instanceof Element) add(shapeOf(target));
      for (const node of addedNodes)
        if (node instanceof Element) add([...shapeOf(node), ...shapesIn(node)]);
    }
  };
  const observer = new MutationObserver(take);
  observer.observe(rootOf(page), { subtree: true, childList: true, attributes: true });
  return () => {
    take(observer.takeRecords());
    observer.disconnect();
    return seen;
  };
}

/** Shows every problem, then those of a server in the words of the strings. */
async function complain(page: FormHarness, texts: readonly string[]): Promise<void> {
  page.form.validate();
  await page.form.updateComplete;
  page.form.setProblems(
    texts.flatMap((text, index) =>
      [`/${keyOf('value', index)}`, join('', text), text].map((pointer: Pointer) => ({
        pointer,
        keyword: 'server',
        params: { x: text },
        messageKey: text,
        message: text,
      })),
    ),
  );
  await page.form.updateComplete;
}

const chunks = Array.from({ length: Math.ceil(strings.length / 20) }, (_, index) =>
  strings.slice(index * 20, index * 20 + 20),
);

/** The words of the problem beside a field, without the sign before them. */
function errorIn(wrapper: Element): string {
  const words = wrapper.querySelector('.error')?.lastChild?.previousSibling;
  return words instanceof Text ? words.data : '';
}

/** Strings that nobody need fear; each brings out something else of what a form can be made of. */
const harmless = [
  ...[
    'aman',
    'dua kata',
    'camelCase',
    'baris\nbaris',
    'x'.repeat(600),
    ' ',
    'a',
    '12',
    '2026-11-22',
  ],
  ...['https://aman.example/', 'nama@aman.example', 'M0 0L1 1'],
];

const beyond = (shapes: ReadonlySet<string>, known: ReadonlySet<string>): string[] =>
  [...shapes].filter((shape) => !known.has(shape));

const unusable = (text: string): readonly JsonObject[] => [
  { $ref: `#${text}` },
  { $ref: text },
  { pattern: `(${text}` },
];

/** What a form of harmless strings is made of: nothing else may ever be seen. */
async function knownShapes(): Promise<Set<string>> {
  const known = new Set<string>();
  const page = await open(harmless);
  const seen = watch(page);
  const before = shapesIn(rootOf(page));
  await complain(page, harmless);
  page.form.readonly = true;
  await page.form.updateComplete;
  for (const shape of [...before, ...seen(), ...shapesIn(rootOf(page))]) known.add(shape);
  page.form.remove();
  return known;
}

/** The fields on the page. */
function wrappersIn(page: FormHarness): Map<string, Element> {
  const wrappers = rootOf(page).querySelectorAll<HTMLElement>('[data-pointer]');
  return new Map([...wrappers].map((wrapper) => [wrapper.dataset['pointer'] ?? '', wrapper]));
}

/** The places in which the text cannot be read, though it should be. */
function missing(page: FormHarness, texts: readonly string[]): string[] {
  const wrappers = wrappersIn(page);
  const locked = page.form.readonly;
  return texts.flatMap((text, index) =>
    Object.entries(slots).flatMap(([name, { isWorded, isOneLine, value }]) => {
      const key = keyOf(name, index);
      const wrapper = wrappers.get(`/${key}`);
      // A blank name is replaced by the key, and of a locked field only the value is of interest.
      const isRead = isOneLine === true && isNumber(text);
      const isUnsaid = isWorded === true || isRead || text.trim() === '' || (locked && !value);
      const form = isOneLine === true ? inOneLine : inLines;
      if (wrapper && (isUnsaid || isShown(wrapper, text, form))) return [];
      return [`${key} ${JSON.stringify(text)}`];
    }),
  );
}

describe('Text is text', () => {
  const originals = new Map<string, unknown>();
  const globals = window as unknown as Record<string, unknown>;
  let known: ReadonlySet<string>;

  before(() => {
    for (const name of traps) {
      originals.set(name, globals[name]);
      globals[name] = (...given: unknown[]) => calls.push([name, ...given]);
    }
  });

  // The harmless form brings the code of every widget: what that takes is not the time of the first test.
  before(async function () {
    this.timeout(60_000);
    known = await knownShapes();
  });

  after(() => {
    for (const [name, original] of originals) globals[name] = original;
  });

  afterEach(() => {
    expect(calls, 'strings that were run').to.deep.equal([]);
    expect(violations, 'what the policy refused').to.deep.equal([]);
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
    expect(document).to.not.have.property('vulnerable');
  });

  it('for five hundred strings at least', () => {
    expect(strings.length).to.be.at.least(500);
    expect(hostileStrings.length).to.be.at.least(60);
  });

  for (const [number, texts] of chunks.entries()) {
    const [from, to] = [number * 20 + 1, number * 20 + texts.length];

    it(`in every place of a field, strings ${from} to ${to}`, async function () {
      this.timeout(60_000);
      const page = await open(texts);
      const seen = watch(page);
      expect(missing(page, texts), 'places without their text').to.deep.equal([]);
      await complain(page, texts);
      const wrappers = wrappersIn(page);
      for (const [index, text] of texts.entries()) {
        expect(page.form.getValue(`/${keyOf('value', index)}`) ?? '').to.equal(text);
        const own = Object.getOwnPropertyDescriptor(page.form.value, text);
        expect(own?.value as unknown).to.equal(text === '' ? undefined : 'isi');
        const wrapper = wrappers.get(`/${keyOf('value', index)}`);
        expect(text.trim() === '' || (wrapper && errorIn(wrapper))).to.be.oneOf([true, text]);
      }
      page.form.readonly = true;
      await page.form.updateComplete;
      expect(missing(page, texts), 'locked places without their text').to.deep.equal([]);
      const shapes = new Set([...seen(), ...shapesIn(rootOf(page))]);
      expect(beyond(shapes, known), 'what no harmless form has').to.deep.equal([]);
      page.form.remove();
    });
  }

  it('in every place of a form as a whole', async function () {
    this.timeout(60_000);
    const schema: JsonObject = { type: 'object', properties: { a: aText, b: aText } };
    const layoutOf = (text: string): Layout => {
      const words: FormTexts = {
        title: text,
        description: text,
        submit: text,
        sections: { [text]: { title: text, description: text } },
      };
      return {
        sections: [
          { id: text, fields: ['/a'] },
          { id: 'b', fields: ['/b'] },
        ],
        texts: { id: words, en: words },
      };
    };
    const page = await openForm({ schema, layout: layoutOf('aman') });
    const plain = shapesIn(rootOf(page));
    const seen = watch(page);
    for (const text of strings) {
      page.form.layout = layoutOf(text);
      await page.form.updateComplete;
      const submit = rootOf(page).querySelector('button[type="submit"]');
      expect(submit?.textContent?.trim()).to.equal(text.trim());
      const title = rootOf(page).querySelector('#title');
      expect(title?.textContent ?? '').to.equal(text);
      if (text.trim() !== '') {
        const words = readable(rootOf(page).querySelector('section') ?? page.form);
        expect(words.filter((part) => part === text).length).to.be.at.least(2);
      }
    }
    expect(beyond(seen(), plain)).to.deep.equal([]);
    page.form.remove();
  });

  it('in a schema that cannot be used', async function () {
    this.timeout(60_000);
    const { warn } = console;
    console.warn = () => undefined;
    const page = await openForm({ schema: { $ref: '#/tidakAda' } });
    const plain = shapesIn(rootOf(page));
    for (const text of strings) {
      for (const schema of unusable(text)) {
        page.form.schema = { properties: { [text]: schema } };
        await page.form.updateComplete;
      }
      const shapes = beyond(shapesIn(rootOf(page)), plain);
      const isForm = rootOf(page).querySelector('form') !== null;
      expect(isForm ? [] : shapes, text).to.deep.equal([]);
    }
    console.warn = warn;
    page.form.remove();
  });
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
