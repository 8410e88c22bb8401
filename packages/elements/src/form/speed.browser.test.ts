import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import { openForm } from '../testing/open-form.js';
import type { LpseForm } from './form.js';
import { entry } from './entry.js';
import { defineWidget } from './registry.js';

const count = 1000;

const schema: JsonObject = {
  type: 'object',
  properties: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `isian${index}`,
      { title: `Isian ${index}`, type: 'string', maxLength: 50 },
    ]),
  ),
};

/** A form of a thousand fields whose widget counts how often it is rendered. */
async function openCounted(): Promise<{
  readonly page: Awaited<ReturnType<typeof openForm>>;
  readonly rendered: string[];
}> {
  const rendered: string[] = [];
  defineWidget('counted', (view) => {
    rendered.push(view.field.pointer);
    return html`<input id=${view.id} ${entry(view, String(view.field.value ?? ''))} />`;
  });
  const fields = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`/isian${index}`, { widget: 'counted' }]),
  );
  const page = await openForm({ schema, layout: { fields } });
  return { page, rendered };
}

/** Gives the form another width; resolves when whoever watches its size has been told. */
async function resized(form: LpseForm, width: string): Promise<void> {
  form.style.display = 'block';
  form.style.inlineSize = width;
  await new Promise<void>((told) => {
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      // Not in the midst of it: another width now would be a loop.
      requestAnimationFrame(() => told());
    });
    observer.observe(form);
  });
  await form.updateComplete;
}

/** Every selector, also of what stands within a condition. */
function selectorsIn(rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => [
    ...(rule instanceof CSSStyleRule ? [rule.selectorText] : []),
    ...('cssRules' in rule ? selectorsIn(rule.cssRules as CSSRuleList) : []),
  ]);
}

describe('A form of a thousand fields', function () {
  this.timeout(30_000);

  it('renders each field once when it opens', async () => {
    const { page, rendered } = await openCounted();
    expect(rendered).to.have.length(count);
    page.form.remove();
  });

  it('renders one field for a keystroke', async () => {
    const { page, rendered } = await openCounted();
    rendered.length = 0;
    const control = page.form.control('/isian500') as HTMLInputElement;
    control.value = 'a';
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.form.updateComplete;
    expect(rendered).to.deep.equal(['/isian500']);
    expect(page.form.getValue('/isian500')).to.equal('a');
    page.form.remove();
  });

  it('renders one field when one is left, and none when the form is looked at again', async () => {
    const { page, rendered } = await openCounted();
    const control = page.form.control('/isian3') as HTMLInputElement;
    control.focus();
    control.value = 'x'.repeat(51);
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.form.updateComplete;
    rendered.length = 0;
    control.blur();
    await page.form.updateComplete;
    expect(rendered).to.deep.equal(['/isian3']);
    page.form.requestUpdate();
    await page.form.updateComplete;
    expect(rendered).to.have.length(1);
    page.form.remove();
  });

  it('renders none for more or less room', async () => {
    const { page, rendered } = await openCounted();
    rendered.length = 0;
    for (const width of ['400px', '700px', '1200px']) await resized(page.form, width);
    expect(rendered).to.deep.equal([]);
    page.form.remove();
  });

  it('wears no rule for which the browser looks around at whatever comes or goes', async () => {
    const { page } = await openCounted();
    const sheets = page.form.shadowRoot?.adoptedStyleSheets ?? [];
    const selectors = sheets.flatMap((sheet) => selectorsIn(sheet.cssRules));
    expect(selectors).to.include('.error');
    expect(selectors.filter((selector) => /[+~]\s*\*|:has\(/.test(selector))).to.deep.equal([]);
    page.form.remove();
  });

  it('holds all its fields in one root, without an element of ours per field', async () => {
    const { page } = await openCounted();
    const root = page.form.shadowRoot;
    expect(root?.querySelectorAll('[data-pointer]')).to.have.length(count);
    expect(
      [...(root?.querySelectorAll('*') ?? [])].some((node) => node.localName.includes('-')),
    ).to.equal(false);
    page.form.remove();
  });
});
