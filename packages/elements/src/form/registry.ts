import { html } from 'lit';
import type { Field, FieldNode, JsonObject } from '@lpse-konsultasi/form-schema';
import type { LocalProblem, Widget } from './widget.js';

const widgets = new Map<string, Widget>();

/**
 * Makes a widget known by the name that a layout uses for it. A portal adds its own, or replaces one of ours, before
 * the form that needs it is shown.
 */
export function defineWidget(name: string, widget: Widget | Widget['render']): void {
  widgets.set(
    name,
    typeof widget === 'function' ? { labelling: 'label', render: widget, read: readText } : widget,
  );
}

/** A widget whose code comes when a form first shows it: how it is wrapped is known before. */
export interface LazyWidget extends Pick<Widget, 'labelling' | 'showsLocked'> {
  load(): Promise<Widget>;
}

/** Makes a widget known that most forms never need, so that they need not wait for its code. */
export function defineLazyWidget(name: string, lazy: LazyWidget): void {
  const { load, ...wrapping } = lazy;
  const placeholder: Widget = {
    ...wrapping,
    render({ field, form }) {
      const loading = load().then(
        (widget) => {
          // A portal may have put its own in the place meanwhile.
          if (widgets.get(name) === placeholder) widgets.set(name, widget);
          form.refresh(field.pointer);
        },
        (error: unknown) => {
          form.failed(error);
          form.setLocalProblem(field.pointer, unloaded);
        },
      );
      form.waitFor(loading);
      return html`<p class="hint">${form.texts.loading}</p>`;
    },
  };
  widgets.set(name, placeholder);
}

const unloaded: LocalProblem = { keyword: 'load', message: (texts) => texts.brokenField };

/** The widget of this name. */
export function widgetNamed(name: string): Widget | undefined {
  return widgets.get(name);
}

/** The names of all widgets. */
export function widgetNames(): string[] {
  return [...widgets.keys()];
}

/** The name of the widget for a field: the layout's, where it is known, else what suits the schema best. */
export function widgetNameOf(field: Field): string {
  const { widget } = field.node.layout;
  const isChosen = widget !== undefined && widgets.has(widget);
  return field.variants !== undefined && !isChosen ? 'variants' : plainWidgetNameOf(field);
}

/** The same for the variant that a value is of, whatever others there are. */
export function plainWidgetNameOf(field: Field): string {
  const { widget } = field.node.layout;
  return widget !== undefined && widgets.has(widget) ? widget : naturalWidget(field);
}

/** At most so many choices are shown at once; more of them are a list to open. */
const visibleChoices = 6;

/** From so many on, finding one by typing is faster than by looking. */
const searchedChoices = 16;

/** A finger scrolls the system's own list faster than it types; beyond this no list is fast. */
const searchedByFinger = 41;

function widgetForChoices(count: number): string {
  if (count <= visibleChoices) return 'radio';
  if (count < searchedChoices) return 'select';
  return count < searchedByFinger && matchMedia('(hover: none) and (pointer: coarse)').matches
    ? 'select'
    : 'combobox';
}

function naturalWidget(field: Field): string {
  const { node, choices, required } = field;
  const { kind, schema } = node;
  if (kind === 'array') return naturalListWidget(choices !== undefined, node);
  if (choices !== undefined) return widgetForChoices(choices.length);
  if (kind === 'object') return naturalGroupWidget(field);
  if (kind === 'boolean') {
    // A box that must be answered cannot say "no": unticked and unanswered look the same.
    return required && schema['const'] !== true && schema['default'] === undefined
      ? 'radio'
      : 'checkbox';
  }
  if (kind === 'number' || kind === 'integer') return 'number';
  return naturalTextWidget(schema);
}

function naturalGroupWidget({ opens, named }: Field): string {
  if (opens === 'closed') return 'branch';
  if (named !== undefined) return 'record';
  return opens === undefined ? 'group' : 'branch';
}

function naturalListWidget(hasChoices: boolean, { item, members }: FieldNode): string {
  if (hasChoices) return 'checkboxes';
  if (members.length > 0) return 'list';
  const keys = item?.members.map(({ key }) => key) ?? [];
  if (keys.includes('sha256') && keys.includes('mime')) return 'attachments';
  const isText = item?.kind === 'string' && item.schema['format'] === undefined;
  return isText && !isOfSeveralTypes(item.schema) ? 'tags' : 'list';
}

function isOfSeveralTypes({ type }: JsonObject): boolean {
  return Array.isArray(type) && type.filter((name) => name !== 'null').length > 1;
}

const widgetOfFormat: ReadonlyMap<string, string> = new Map([
  ['email', 'email'],
  ['idn-email', 'email'],
  ['uri', 'url'],
  ['iri', 'url'],
  ['uri-reference', 'url'],
  ['iri-reference', 'url'],
  ['hostname', 'url'],
  ['idn-hostname', 'url'],
  ['date', 'date'],
  ['date-time', 'datetime'],
  ['time', 'time'],
  ['duration', 'duration'],
]);

function naturalTextWidget(schema: JsonObject): string {
  const format = schema['format'];
  const byFormat = typeof format === 'string' ? widgetOfFormat.get(format) : undefined;
  if (byFormat !== undefined) return byFormat;
  const { contentEncoding: encoding, contentMediaType: media, maxLength } = schema;
  if (encoding === 'base64' || encoding === 'base64url') return 'encoded-file';
  if (media !== undefined) return 'textarea';
  return typeof maxLength === 'number' && maxLength > 300 ? 'textarea' : 'text';
}

function readText(control: Element): string | undefined {
  const { value } = control as HTMLInputElement;
  return value === '' ? undefined : value;
}
