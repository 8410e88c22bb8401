import type { CSSResult, LitElement } from 'lit';
import { complete } from './complete.js';
import { version } from '../define/define.js';
import { localeOf } from '@lpse-konsultasi/form-schema';
import { loadTexts } from '../i18n/texts.js';
import { predrawnTexts, type PredrawnTexts } from '../locales/predrawn.js';
import { predrawnStyles } from './predrawn.styles.js';
import { rootsIn } from './roots.js';

export interface PredrawOptions {
  /** The address of the style sheet of a tag, as the page that gets the HTML names it. */
  readonly sheet: (tag: string) => string;
  /** What to do without scripts, e.g. whom to call; plain text. Default: to turn them on, or ask the office. */
  readonly withoutScript?: string;
}

/** An element as HTML that a browser shows before any script. */
export interface Predrawn {
  /** What goes between the element's tags: `<template shadowrootmode="open">…</template>`. */
  readonly html: string;
  /** The style sheets that it names, by tag. */
  readonly sheets: { readonly [tag: string]: string };
}

/**
 * Draws an element as it stands, with the elements in it, as HTML with declarative shadow roots. To be called when a page
 * is made, in any browser; the page's element, once its script has come, takes over what was typed meanwhile.
 *
 * @throws {TypeError} When the element has no shadow root, or the browser cannot write one down (Chromium 125, Firefox
 *   128, Safari 18).
 */
export async function predraw(element: LitElement, options: PredrawOptions): Promise<Predrawn> {
  const root = element.shadowRoot;
  if (root === null) throw new TypeError(`<${element.localName}> is not drawn`);
  await complete(root);
  const form = rootsIn(root).map((one) => one.querySelector<HTMLElement>('form[lang]'));
  const texts = await loadTexts(predrawnTexts, localeOf(form.find((one) => one !== null)?.lang));
  const sheets: Record<string, string> = {};
  const cover = document.createElement('div');
  cover.dataset['predrawn'] = version;
  const drawing: Drawing = { options, texts, sheets, roots: [] };
  draw(root, cover, drawing);
  const without = document.createElement('noscript');
  const words = document.createElement('p');
  words.setAttribute('part', 'base');
  words.className = 'alert alert-bad';
  words.textContent = options.withoutScript ?? texts.withoutScript;
  without.append(words);
  cover.firstElementChild?.after(without);
  const page = document.createElement('div');
  page.append(cover);
  const inner = page.getHTML({ shadowRoots: drawing.roots });
  return { html: `<template shadowrootmode="open">${inner}</template>`, sheets };
}

interface Drawing {
  readonly options: PredrawOptions;
  readonly texts: PredrawnTexts;
  readonly sheets: Record<string, string>;
  /** Those that are written down. */
  readonly roots: ShadowRoot[];
}

function draw(root: ShadowRoot, into: ParentNode, drawing: Drawing): void {
  const { localName } = root.host;
  drawing.sheets[localName] ??= sheetOf(root);
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = drawing.options.sheet(localName);
  into.append(link);
  for (const child of root.childNodes) {
    const copy = copyOf(child, drawing);
    if (copy !== undefined) into.append(copy);
  }
}

function copyOf(node: Node, drawing: Drawing): Node | undefined {
  if (node instanceof Text) {
    const { data } = node;
    return document.createTextNode(/^\s*\n\s*$/.test(data) ? ' ' : data);
  }
  if (!(node instanceof Element)) return undefined;
  const copy = inert(node);
  if (node.shadowRoot !== null) {
    const root = copy.attachShadow({ mode: 'open' });
    drawing.roots.push(root);
    draw(node.shadowRoot, root, drawing);
    return copy;
  }
  for (const child of node.childNodes) {
    const inner = copyOf(child, drawing);
    if (inner !== undefined) copy.append(inner);
  }
  settle(node, copy);
  if (copy.hasAttribute('data-live')) copy.classList.add('predrawn-live');
  if (copy instanceof HTMLFormElement) {
    // This method leads nowhere: a press of Enter before the script is here must not load another page.
    copy.setAttribute('method', 'dialog');
    copy.append(...notes(drawing.texts));
  }
  if (copy instanceof HTMLButtonElement) makeWait(copy);
  return copy;
}

/** The same element; one of ours as a plain box, or it would begin to work by itself. */
function inert(element: Element): Element {
  if (element.shadowRoot === null) return element.cloneNode(false) as Element;
  const box = document.createElement('div');
  for (const { name, value } of element.attributes) box.setAttribute(name, value);
  box.dataset['predrawnOf'] = element.localName;
  return box;
}

/** What stands in a control is part of its picture, and what it goes back to. */
function settle(node: Element, copy: Element): void {
  if (node instanceof HTMLInputElement && copy instanceof HTMLInputElement) {
    if (node.type === 'radio' || node.type === 'checkbox') copy.defaultChecked = node.checked;
    else if (node.type !== 'file' && node.value !== '') copy.setAttribute('value', node.value);
  } else if (node instanceof HTMLTextAreaElement) copy.textContent = node.value;
  else if (node instanceof HTMLOptionElement && copy instanceof HTMLOptionElement)
    copy.defaultSelected = node.selected;
}

/** A button cannot do its work yet. It says so, by means of the browser alone. */
function makeWait(button: HTMLButtonElement): void {
  const isSubmit = button.type === 'submit';
  button.type = 'button';
  button.setAttribute('popovertarget', isSubmit ? 'predrawn-press' : 'predrawn-wait');
  button.setAttribute('popovertargetaction', 'show');
}

function notes(texts: PredrawnTexts): HTMLElement[] {
  const note = (id: string, words: string, close: string): HTMLElement => {
    const box = document.createElement('div');
    box.id = id;
    box.className = 'predrawn-note';
    box.setAttribute('role', 'status');
    const said = document.createElement('p');
    said.textContent = words;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-small';
    button.textContent = close;
    button.setAttribute('popovertarget', id);
    button.setAttribute('popovertargetaction', 'hide');
    box.append(said, button);
    return box;
  };
  const press = note('predrawn-press', texts.pressed, texts.takeBack);
  press.setAttribute('popover', 'manual');
  press.dataset['predrawnPress'] = '';
  const wait = note('predrawn-wait', texts.wait, texts.close);
  wait.setAttribute('popover', 'auto');
  return [press, wait];
}

/** What the root wears, as text: its element's sheets as they are written, then those of its widgets. */
function sheetOf(root: ShadowRoot): string {
  const { elementStyles = [] } = root.host.constructor as typeof LitElement;
  const results = elementStyles.filter((style): style is CSSResult => 'cssText' in style);
  const known = new Set(results.map(({ styleSheet }) => styleSheet));
  const worn = root.adoptedStyleSheets
    .filter((sheet) => !known.has(sheet))
    .map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
  return [...results.map(({ cssText }) => cssText), ...worn, predrawnStyles.cssText].join('\n');
}
