import { defineLazyWidget, defineWidget, type LazyWidget } from '../registry.js';
import { checkbox } from './checkbox.js';
import { checkboxes } from './checkboxes.js';
import { combobox } from './combobox.js';
import { date, datetime, time } from './date.js';
import { group } from './group.js';
import { number } from './number.js';
import { radio } from './radio.js';
import { select } from './select.js';
import { email, tel, text, url } from './text.js';
import { textarea } from './textarea.js';

const builtIn = {
  checkbox,
  checkboxes,
  combobox,
  date,
  datetime,
  email,
  group,
  number,
  radio,
  select,
  tel,
  text,
  textarea,
  time,
  url,
};

/** Many forms have none of these, and those that have need not wait for them to show the rest. */
const onDemand: { readonly [name: string]: LazyWidget } = {
  attachments: {
    labelling: 'group',
    showsLocked: true,
    load: () => import('./attachments.js').then(({ attachments }) => attachments),
  },
  branch: {
    labelling: 'group',
    showsLocked: true,
    load: () => import('./branch.js').then(({ branch }) => branch),
  },
  duration: {
    labelling: 'group',
    load: () => import('./duration.js').then(({ duration }) => duration),
  },
  'encoded-file': {
    labelling: 'label',
    showsLocked: true,
    load: () => import('./encoded-file.js').then(({ encodedFile }) => encodedFile),
  },
  list: {
    labelling: 'group',
    showsLocked: true,
    load: () => import('./list.js').then(({ list }) => list),
  },
  rating: {
    labelling: 'radiogroup',
    load: () => import('./rating.js').then(({ rating }) => rating),
  },
  record: {
    labelling: 'group',
    showsLocked: true,
    load: () => import('./record.js').then(({ record }) => record),
  },
  signature: {
    labelling: 'group',
    load: () => import('./signature.js').then(({ signature }) => signature),
  },
  tags: {
    labelling: 'label',
    load: () => import('./tags.js').then(({ tags }) => tags),
  },
  variants: {
    labelling: 'group',
    showsLocked: true,
    load: () => import('./variants.js').then(({ variants }) => variants),
  },
};

/** Whether a name is that of one of our widgets. */
export function isBuiltIn(name: string): boolean {
  return Object.hasOwn(builtIn, name) || Object.hasOwn(onDemand, name);
}

/** Makes our widgets known. Called by the form's own module, so that a bundler cannot leave them out. */
export function defineBuiltInWidgets(): void {
  for (const [name, widget] of Object.entries(builtIn)) defineWidget(name, widget);
  for (const [name, widget] of Object.entries(onDemand)) defineLazyWidget(name, widget);
}
