import { html, nothing, type TemplateResult } from 'lit';
import {
  fieldNumbers,
  isJsonObject,
  type FieldLayout,
  type FormDefinition,
  type Json,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import { sheetTexts as texts } from '../locales/sheet.js';
import { renderEmptyInitials } from './initials.js';
import { lines } from './sheet-parts.js';

/** More options than this are written on the line; a page full of boxes is no help. */
const mostBoxes = 6;
/** A text of at most so many characters gets two lines, as an address does. */
const shortText = 1000;

/** The form to hand out: every field that may apply, with lines to write on and boxes to tick. */
export function renderBlankForm({ forms, office }: Profile): TemplateResult {
  const form = forms['consultation-form'];
  const declared = propertiesOf(form.schema);
  const sections = form.layout.sections ?? [];
  const numbers = fieldNumbers(form.layout);
  return html`
    <section class="part">
      <h2>${texts.userPart}</h2>
      ${sections.map(({ id, fields }, index) => {
        const shown = fields.filter((path) => isAsked(form, path, declared));
        return html`<section class="group">
          <h3>
            <span class="letter">${String.fromCharCode(65 + index)}.</span>
            ${form.layout.texts?.id?.sections?.[id]?.title ?? id}
          </h3>
          <dl class="rows blank">
            ${shown.map((path) => renderBlank(form, path, declared, numbers.get(path)))}
          </dl>
        </section>`;
      })}
      <div class="signature">
        <p class="to-fill">${texts.date}</p>
        <p class="caption">${texts.userSignature}</p>
      </div>
    </section>
    <section class="part office-part">
      <h2>${texts.officePart(office.unit)}</h2>
      <section class="group answer">
        <h3>${texts.answer}</h3>
        <div class="writing">${lines(5)}</div>
        ${renderEmptyInitials()}
      </section>
    </section>
  `;
}

type Declared = ReadonlyMap<string, Json>;

function isAsked({ layout }: FormDefinition, path: string, declared: Declared): boolean {
  return layout.fields?.[path]?.hidden !== true && declared.has(path.split('/')[1] ?? '');
}

function renderBlank(
  form: FormDefinition,
  path: string,
  declared: Declared,
  number = '',
): TemplateResult {
  const said = form.layout.texts?.id?.fields?.[path];
  const look: FieldLayout = form.layout.fields?.[path] ?? {};
  const schema = declared.get(path.split('/')[1] ?? '');
  const label = said?.label ?? (isJsonObject(schema) ? String(schema['title'] ?? path) : path);
  const options = [...Object.values(said?.options ?? {}), ...ticksIn(form, path, schema)];
  const isTick = isJsonObject(schema) && schema['type'] === 'boolean';
  const isHalf = look.width === 'half' && options.length === 0 && !isTick;
  return html`
    <div class=${isHalf ? 'row' : isTick ? 'row wide tick' : 'row wide'}>
      <dt>${isTick ? html`<span class="box"></span> ` : nothing}${number} ${label}</dt>
      ${isTick ? nothing : html`<dd>${renderSpace(options, lineCount(look, schema))}</dd>`}
    </div>
  `;
}

/** A group of permissions has a box for each. */
function ticksIn({ layout }: FormDefinition, path: string, schema: Json | undefined): string[] {
  if (!isJsonObject(schema) || !isJsonObject(schema['properties'])) return [];
  return Object.entries(schema['properties']).flatMap(([key, member]) =>
    isJsonObject(member) && member['type'] === 'boolean'
      ? [layout.texts?.id?.fields?.[`${path}/${key}`]?.label ?? key]
      : [],
  );
}

/** A long text gets three lines, a short one and a list of papers two, all else one. */
function lineCount({ widget }: FieldLayout, schema: Json | undefined): number {
  if (widget === 'attachments') return 2;
  if (widget !== 'textarea') return 1;
  const most = isJsonObject(schema) ? schema['maxLength'] : undefined;
  return typeof most === 'number' && most <= shortText ? 2 : 3;
}

function renderSpace(options: readonly string[], count: number): TemplateResult {
  if (options.length === 0 || options.length > mostBoxes) return lines(count);
  return html`<span class="boxes"
    >${options.map((option) => html`<span><span class="box"></span> ${option}</span> `)}</span
  >`;
}

/** The top-level properties that a schema declares anywhere: at its top, or where a condition adds them. */
function propertiesOf(schema: unknown): Map<string, Json> {
  const found = new Map<string, Json>();
  const visit = (part: unknown): void => {
    if (!isJsonObject(part)) return;
    if (isJsonObject(part['properties'])) {
      for (const [key, property] of Object.entries(part['properties'])) {
        if (!found.has(key)) found.set(key, property);
      }
    }
    for (const keyword of ['then', 'else']) visit(part[keyword]);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const branches = part[keyword];
      if (Array.isArray(branches)) for (const branch of branches) visit(branch);
    }
  };
  visit(schema);
  return found;
}
