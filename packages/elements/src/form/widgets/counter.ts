import { html, nothing } from 'lit';
import type { FieldView } from '../widget.js';

/** From this share of the limit on, a person wants to know how much room is left. */
const near = 0.8;

/**
 * How many characters are left, once the limit is near. There is no `maxlength` on our controls: it would cut a pasted
 * text silently, and the end of a description is where the error message stands.
 */
export function counter({ field, form }: FieldView): unknown {
  const limit = field.node.schema['maxLength'];
  if (typeof limit !== 'number' || limit < 40 || typeof field.value !== 'string') return nothing;
  // Cheap first: no text has more code points than UTF-16 units.
  if (field.value.length < limit * near) return nothing;
  const left = limit - [...field.value].length;
  if (left > limit * (1 - near)) return nothing;
  return html`<p class=${left < 0 ? 'counter over' : 'counter'}>
    ${left < 0 ? form.texts.charactersOver(-left) : form.texts.charactersLeft(left)}
  </p>`;
}
