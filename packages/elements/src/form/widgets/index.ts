import { defineWidget } from '../registry.js';
import { attachments } from './attachments.js';
import { checkbox } from './checkbox.js';
import { checkboxes } from './checkboxes.js';
import { date, datetime } from './date.js';
import { group } from './group.js';
import { list } from './list.js';
import { number } from './number.js';
import { radio } from './radio.js';
import { select } from './select.js';
import { signature } from './signature.js';
import { tags } from './tags.js';
import { email, tel, text, url } from './text.js';
import { textarea } from './textarea.js';

const builtIn = {
  attachments,
  checkbox,
  checkboxes,
  date,
  datetime,
  email,
  group,
  list,
  number,
  radio,
  select,
  signature,
  tags,
  tel,
  text,
  textarea,
  url,
};

/** Makes our widgets known. Called by the form's own module, so that a bundler cannot leave them out. */
export function defineBuiltInWidgets(): void {
  for (const [name, widget] of Object.entries(builtIn)) defineWidget(name, widget);
}
