import { expect } from '@open-wc/testing';
import {
  getAt,
  isJsonObject,
  join,
  parentOf,
  type Json,
  type Pointer,
} from '@lpse-konsultasi/form-schema';
import { foreignSchemas, withMistake, type ForeignSchema } from '../testing/foreign.js';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';
import { enforceStrictPolicy } from '../testing/strict-policy.js';
import { toLocalTime } from './local-time.js';
import { parseNumber } from './numbers.js';
import { durationOf } from './widgets/duration-parts.js';
import { waitUntil } from '../testing/wait-until.js';

/* Every schema of test/foreign, on the page, under the policy of a strict host. */

const schemas = await foreignSchemas();
const violations = enforceStrictPolicy();

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function rootOf({ form }: FormHarness): ShadowRoot {
  if (form.shadowRoot === null) throw new Error('The form is not on the page');
  return form.shadowRoot;
}

function open({ schema }: ForeignSchema, value: Json): Promise<FormHarness> {
  return openForm({ schema, value });
}

function leavesOf(value: Json, at: Pointer = ''): Pointer[] {
  const entries = Array.isArray(value)
    ? [...(value as readonly Json[]).entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  if (entries.length === 0) return [at];
  return entries.flatMap(([key, part]) => leavesOf(part, join(at, key)));
}

/** What shows a leaf: its own wrapper, or that of a choice of whole values, or of a locked field, around it. */
function wrapperOf(page: FormHarness, leaf: Pointer): Element | undefined {
  for (let pointer = leaf; ; pointer = parentOf(pointer)) {
    const wrapper = rootOf(page).querySelector(`[data-pointer="${CSS.escape(pointer)}"]`);
    if (wrapper !== null && (pointer === leaf || isChoice(wrapper))) return wrapper;
    if (pointer === '') return undefined;
  }
}

function isChoice(wrapper: Element): boolean {
  const [control] = ownControls(wrapper);
  if (control instanceof HTMLSelectElement || isTicked(control) !== undefined) return true;
  return wrapper.matches('.locked');
}

function ownControls(wrapper: Element): Control[] {
  return [...wrapper.querySelectorAll<Control>('input, textarea, select')].filter(
    (control) => control.closest('[data-pointer]') === wrapper,
  );
}

function isTicked(control: Control | undefined): boolean | undefined {
  const isBox = control instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(control.type);
  return isBox ? control.checked : undefined;
}

/** Whether a person who looks at the wrapper can tell the value. */
function shows(wrapper: Element, value: Json | undefined): boolean {
  const controls = ownControls(wrapper);
  // Nothing is shown as nothing: an empty control, an empty list, or words for it.
  if (value === null || value === '' || typeof value === 'object') return true;
  if (controls.some((control) => isTicked(control) === true)) return true;
  if (controls.some((control) => isTicked(control) !== undefined)) return value === false;
  if (controls.some((control) => says(control, value))) return true;
  const [days = '', hours = '', minutes = ''] = controls.map((control) => control.value);
  if (controls[0]?.dataset['part'] === 'days')
    return durationOf({ days, hours, minutes }) === value;
  return controls.length === 0 && (wrapper.textContent ?? '').trim() !== '';
}

function says(control: Control, value: Json | undefined): boolean {
  // A shape that is one certain value is shown by its name in the switch.
  if (control instanceof HTMLSelectElement)
    return control.selectedIndex > 0 || control.dataset['variant'] !== undefined;
  // The field's own control, or the calendar beside one that is typed into.
  if (control.type === 'datetime-local' || control.matches('.date-pick > input'))
    return Math.abs(Date.parse(control.value) - Date.parse(String(value))) < 60_000;
  if (typeof value === 'number') return parseNumber(control.value, 'id') === value;
  return control.value === value || isTimeOf(control.value, String(value));
}

/** A time of day is shown as it is in this browser's zone. */
function isTimeOf(shown: string, value: string): boolean {
  return shown !== '' && shown === toLocalTime(value).replaceAll(':', '.');
}

/** The controls with an id of their own, to be found again after a change has redrawn them. */
function controlIds(page: FormHarness): string[] {
  return [...rootOf(page).querySelectorAll<Control>('input, textarea, select')].flatMap(({ id }) =>
    id === '' ? [] : [id],
  );
}

async function eachControl(
  page: FormHarness,
  visit: (control: Control) => Promise<void> | void,
): Promise<void> {
  for (const id of controlIds(page)) {
    const control = rootOf(page).getElementById(id) as Control | null;
    if (control === null) continue;
    control.focus();
    await visit(control);
    (rootOf(page).activeElement as HTMLElement | null)?.blur();
  }
  await page.form.updateComplete;
}

function enter(control: Control, text: string): void {
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Answers anew what is answered, by taking the answer away and giving it again. */
async function answerAgain(page: FormHarness, control: Control): Promise<void> {
  const { id, value } = control;
  if (isTicked(control) !== undefined) {
    // One of several cannot be taken away alone, and a list of choices keeps their order.
    if (control.matches('.choices input') || isTicked(control) === false) return;
    control.click();
    await page.form.updateComplete;
    (rootOf(page).getElementById(id) as Control | null)?.click();
    await page.form.updateComplete;
    return;
  }
  // What a moment had besides date and time is gone when it was taken away.
  if (value === '' || /^(?:file|datetime-local)$/.test(control.type)) return;
  if (control.closest('.field')?.querySelector('.date-zone') != null) return;
  enter(control, '');
  await page.form.updateComplete;
  enter((rootOf(page).getElementById(id) as Control | null) ?? control, value);
  await page.form.updateComplete;
}

const openForms: FormHarness[] = [];

async function show(foreign: ForeignSchema, value: Json = foreign.sample): Promise<FormHarness> {
  const page = await open(foreign, value);
  openForms.push(page);
  return page;
}

describe('Schemas from elsewhere', () => {
  afterEach(() => {
    for (const { form } of openForms.splice(0)) form.remove();
    expect(violations).to.deep.equal([]);
  });

  it('are many', () => {
    expect(schemas.length).to.be.greaterThan(39);
  });

  for (const foreign of schemas) {
    const { name, sample, invalid, unseen = [], notices = [] } = foreign;
    describe(name, () => {
      it('shows every leaf of its sample', async () => {
        const page = await show(foreign);
        const lost = leavesOf(sample).filter((leaf) => {
          const wrapper = wrapperOf(page, leaf);
          return wrapper === undefined || !shows(wrapper, getAt(sample, leaf));
        });
        expect(lost, 'leaves that are not shown').to.deep.equal(unseen);
        expect(page.form.problems).to.deep.equal([]);
      });

      it('hands its sample back when every field was looked at', async () => {
        const page = await show(foreign);
        expect(page.form.value).to.deep.equal(sample);
        await eachControl(page, () => undefined);
        expect(page.form.value).to.deep.equal(sample);
        expect(page.form.validate()).to.deep.equal([]);
        expect(page.form.value).to.deep.equal(sample);
      });

      it('hands its sample back when the same was typed again', async () => {
        const page = await show(foreign);
        await eachControl(page, (control) => {
          if (isTicked(control) === undefined) enter(control, control.value);
        });
        expect(page.form.value).to.deep.equal(sample);
      });

      it('hands its sample back when every answer was taken away and given again', async () => {
        const page = await show(foreign);
        await eachControl(page, (control) => answerAgain(page, control));
        expect(page.form.value).to.deep.equal(sample);
      });

      if (invalid.length > 0)
        it('says what is wrong, and where', async () => {
          for (const mistake of invalid) {
            const page = await show(foreign, withMistake(sample, mistake));
            const found = page.form.validate();
            await page.form.updateComplete;
            const { at, keyword } = mistake;
            const isNamed = found.some((one) => one.pointer === at && one.keyword === keyword);
            expect(isNamed, `${at} ${keyword} among ${JSON.stringify(found)}`).to.equal(true);
            expect(page.summary().length).to.be.at.least(1);
          }
        });

      it('is accessible, and tells who wrote the schema what it leaves out', async () => {
        const page = await show(foreign);
        const told = (): number => rootOf(page).querySelectorAll('.notices li').length;
        if (notices.length > 0) await waitUntil(() => told() > 0, 'no notice is shown');
        expect(told()).to.equal(notices.length);
        await expect(page.form).to.be.accessible();
      });
    });
  }
});
