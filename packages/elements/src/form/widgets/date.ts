import { html, nothing } from 'lit';
import type {
  DateReading,
  Json,
  Locale,
  MomentReading,
  TimeZone,
  WrongPart,
} from '@lpse-konsultasi/form-schema';
import { dateText, readDate, readMoment, readTime } from '@lpse-konsultasi/form-schema';
import type { FormElementTexts } from '../../locales/form.js';
import { entry } from '../entry.js';
import {
  fromLocalInput,
  fromLocalTime,
  toLocalInput,
  toLocalTime,
  zoneName,
} from '../local-time.js';
import type { Asked, FieldView, LocalProblem, Widget } from '../widget.js';
import { dateStyles } from './date.styles.js';
import { textOf } from './plain-text.js';

/** What a day, a moment and a time of day have in common. */
interface Kind {
  readonly native: 'date' | 'datetime-local' | 'time';
  /** Told of what can be no value, in words that help more than the schema's; without them that is judged as it is. */
  readonly faults?: Faults;
  /** The value of a text; the text itself when it says none, so that nothing typed is lost. */
  read(text: string, view: Asked): Json | undefined;
  /** A value as a person writes it; undefined when it is none. */
  write(value: Json | undefined, view: Asked): string | undefined;
  /** A value for the browser's own control, and back. */
  toNative(value: Json | undefined, view: Asked): string;
  fromNative(text: string, view: Asked): string | undefined;
}

/** What is told of a text that is on its way to a value, and of one that never comes to one. */
interface Faults {
  readonly half: LocalProblem;
  readonly unreal: { readonly [part in WrongPart]: LocalProblem };
  read(text: string): DateReading | MomentReading;
}

function faultsOf(
  read: Faults['read'],
  half: (texts: FormElementTexts) => string,
  example: (texts: FormElementTexts) => string,
): Faults {
  const unreal = (part: WrongPart): LocalProblem => ({
    keyword: 'format',
    message: (texts) => `${texts.wrongDate[part]} ${texts.example(example(texts))}`,
  });
  return {
    half: { keyword: 'format', message: half },
    unreal: {
      day: unreal('day'),
      month: unreal('month'),
      year: unreal('year'),
      dayOfMonth: unreal('dayOfMonth'),
      time: unreal('time'),
    },
    read,
  };
}

const day: Kind = {
  native: 'date',
  faults: faultsOf(
    readDate,
    (texts) => texts.incompleteDate,
    () => '22/11/2026',
  ),
  read(text) {
    const read = readDate(text);
    return 'date' in read ? read.date : whatWasTyped(text);
  },
  write: (value) => (isDate(value) ? dateText(value) : undefined),
  toNative: (value) => (isDate(value) ? value : ''),
  fromNative: (text) => text || undefined,
};

const moment: Kind = {
  native: 'datetime-local',
  faults: faultsOf(
    readMoment,
    (texts) => texts.incompleteDateTime,
    (texts) => texts.dateTimeExample,
  ),
  read(text, view) {
    const read = readMoment(text);
    if ('instant' in read) return momentIn(toLocalInput(read.instant, zoneOf(view)), view);
    return 'local' in read ? momentIn(read.local, view) : whatWasTyped(text);
  },
  write(value, view) {
    const [date, time] = moment.toNative(value, view).split('T');
    const written = dateText(date ?? '');
    if (written === undefined || time === undefined) return undefined;
    return `${written} ${spoken(time, view)}`;
  },
  toNative: (value, view) => (typeof value === 'string' ? toLocalInput(value, zoneOf(view)) : ''),
  fromNative: (text, view) => momentIn(text, view),
};

const clock: Kind = {
  native: 'time',
  read(text, view) {
    const read = readTime(text);
    if ('local' in read) return timeIn(read.local, view);
    if ('zoned' in read) return timeIn(toLocalTime(read.zoned, zoneOf(view)), view);
    return whatWasTyped(text);
  },
  write: (value, view) => spoken(clock.toNative(value, view), view) || undefined,
  toNative: (value, view) => (typeof value === 'string' ? toLocalTime(value, zoneOf(view)) : ''),
  fromNative: (text, view) => timeIn(text, view),
};

/** Indonesians put a dot between hours and minutes. */
function spoken(local: string, { form }: Asked): string {
  return form.locale === 'id' ? local.replaceAll(':', '.') : local;
}

function timeIn(local: string, view: Asked): string | undefined {
  return fromLocalTime(local, zoneOf(view));
}

function isDate(value: Json | undefined): value is string {
  return typeof value === 'string' && dateText(value) !== undefined;
}

function momentIn(local: string, view: Asked): string | undefined {
  return fromLocalInput(local, zoneOf(view));
}

function whatWasTyped(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

const zones: readonly unknown[] = ['WIB', 'WITA', 'WIT'];

/** The layout's zone, else the form's. */
function zoneOf({ field, form }: Asked): TimeZone | undefined {
  const own = field.node.layout.options?.['zone'];
  return zones.includes(own) ? (own as TimeZone) : form.zone;
}

/** A day: typed in any usual spelling, or picked from the browser's calendar beside it. */
export const date: Widget = widgetOf(day);

/** A moment: entered in the office's time, kept with its offset, so that it means the same everywhere. */
export const datetime: Widget = widgetOf(moment);

/** A time of day, in the office's time as well. */
export const time: Widget = widgetOf(clock);

function widgetOf(kind: Kind): Widget {
  return {
    labelling: 'label',
    styles: dateStyles,
    how: (asked) => (isByFinger(asked, kind) ? undefined : exampleFor(asked, kind)),
    render: (view) => (isByFinger(view, kind) ? renderNative(view, kind) : renderTyped(view, kind)),
    settles: (view) => kind.write(view.field.value, view) !== undefined,
    read(control, view) {
      const { type, value } = control as HTMLInputElement;
      return type === 'text' ? kind.read(value, view) : kind.fromNative(value, view);
    },
    leave: (control, view) => notice(control, view, kind),
    handle(event) {
      if (event.type === 'click') pick(event.target as HTMLElement, kind);
    },
  };
}

/** On a phone the system's wheels are quicker than its keyboard. What they cannot show is mended as text. */
function isByFinger(view: Asked, kind: Kind): boolean {
  if (!matchMedia('(hover: none) and (pointer: coarse)').matches) return false;
  const { value } = view.field;
  return value === undefined || kind.toNative(value, view) !== '';
}

/** Half a date, and a day that does not exist, have no value that a schema could judge in words that help. */
function notice(control: Element, { field, form }: FieldView, { faults }: Kind): void {
  if (!(control instanceof HTMLInputElement) || faults === undefined) return;
  form.setLocalProblem(field.pointer, problemIn(control, faults));
}

function problemIn(
  { type, value, validity }: HTMLInputElement,
  faults: Faults,
): LocalProblem | undefined {
  if (type !== 'text') return validity.badInput ? faults.half : undefined;
  const read = faults.read(value);
  if (!('fault' in read)) return undefined;
  if (read.fault === 'unreal') return faults.unreal[read.wrong];
  return read.fault === 'half' ? faults.half : undefined;
}

function renderNative(view: FieldView, kind: Kind): unknown {
  const { field, id, problem } = view;
  return html`<div class="date-entry">
    <input
      part="control"
      class="control date"
      id=${id}
      type=${kind.native}
      min=${limit(view, kind, 'min')}
      max=${limit(view, kind, 'max')}
      autocomplete=${field.node.layout.autocomplete ?? nothing}
      aria-describedby=${describedBy(view, kind)}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-required=${field.required ? 'true' : nothing}
      ${entry(view, kind.toNative(field.value, view))}
    />
    ${zone(view, kind)}
  </div>`;
}

function renderTyped(view: FieldView, kind: Kind): unknown {
  const { field, id, problem } = view;
  const { layout } = field.node;
  return html`<div class="date-entry">
    <input
      part="control"
      class="control date"
      id=${id}
      type="text"
      autocomplete=${layout.autocomplete ?? 'off'}
      spellcheck="false"
      aria-describedby=${describedBy(view, kind)}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-required=${field.required ? 'true' : nothing}
      ${entry(view, kind.write(field.value, view) ?? textOf(field.value))}
    />
    ${kind.native === 'time' ? nothing : renderCalendar(view, kind)} ${zone(view, kind)}
  </div> `;
}

function renderCalendar(view: FieldView, kind: Kind): unknown {
  const { field, form } = view;
  return html`<span class="date-pick">
    <input
      type="text"
      tabindex="-1"
      aria-hidden="true"
      autocomplete="off"
      min=${limit(view, kind, 'min')}
      max=${limit(view, kind, 'max')}
      .value=${kind.toNative(field.value, view)}
      @input=${stop}
      @change=${(event: Event) => take(event, view, kind)}
    />
    <button
      type="button"
      class="button"
      data-action="pick"
      aria-label=${calendar[form.locale](field.label)}
    >
      <svg class="date-icon" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M3 5h14v12H3zM3 9h14M7 2.5V6M13 2.5V6M6.5 12h2M11.5 12h2M6.5 14.5h2" />
      </svg>
    </button>
  </span>`;
}

const calendar: { readonly [locale in Locale]: (label: string) => string } = {
  id: (label) => `Pilih ${label} dari kalender`,
  en: (label) => `Choose ${label} from the calendar`,
};

/** An example, unless the field's own texts say already how a date is written. */
function exampleFor(asked: Asked, { native }: Kind): string | undefined {
  const {
    field: { texts },
    form,
  } = asked;
  if (texts.example !== undefined || /\d/.test(texts.hint ?? '')) return undefined;
  if (native === 'date') return form.texts.example('22/11/2026');
  const example = native === 'time' ? '08:30' : '22/11/2026 14:05';
  return form.texts.example(spoken(example, asked));
}

function zone(view: FieldView, { native }: Kind): unknown {
  if (native === 'date') return nothing;
  return html`<span class="date-zone" id=${`${view.id}-zone`}>${zoneName(zoneOf(view))}</span>`;
}

function describedBy(view: FieldView, { native }: Kind): string | typeof nothing {
  const ids = [
    ...(typeof view.describedBy === 'string' ? [view.describedBy] : []),
    ...(native === 'date' ? [] : [`${view.id}-zone`]),
  ];
  return ids.length === 0 ? nothing : ids.join(' ');
}

/** The first or last day that the calendar offers. The schema alone says what is valid. */
function limit(view: FieldView, { native }: Kind, end: 'min' | 'max'): string | typeof nothing {
  const { layout, schema } = view.field.node;
  const given = layout.options?.[end];
  if (typeof given === 'string') return given;
  if (end === 'min' || native === 'time' || schema['x-notFuture'] !== true) return nothing;
  const now = toLocalInput(new Date().toISOString(), zoneOf(view));
  return native === 'date' ? now.slice(0, 10) : now;
}

/**
 * Opens the browser's calendar, which it only has once it is asked for: making one takes longer than many fields do.
 * Where the page may not open it (a frame of another site), typing is the way.
 */
function pick(target: HTMLElement, { native: type }: Kind): void {
  const button = target.closest('[data-action="pick"]');
  const native = button?.previousElementSibling;
  if (!(native instanceof HTMLInputElement)) return;
  try {
    native.type = type;
    native.showPicker();
  } catch {
    button?.closest('.date-entry')?.querySelector<HTMLElement>('.control')?.focus();
  }
}

function take(event: Event, view: FieldView, { fromNative }: Kind): void {
  event.stopPropagation();
  const { field, form } = view;
  form.edit(field.pointer, fromNative((event.target as HTMLInputElement).value, view));
  form.focus(field.pointer);
}

/** The calendar's steps are not the field's: only what is chosen in the end counts. */
function stop(event: Event): void {
  event.stopPropagation();
}
