import type { NoticeTexts } from './notices.js';

const refusal =
  'no value is right here, so it is not asked for; take it away, or say what may be given.';

export const en: NoticeTexts = {
  title: 'A note to the developer of this form',
  lead: 'These parts of the schema are checked, but cannot be asked for as a whole. The attribute no-notices takes this box away.',
  keywords: {
    nullable: 'is no keyword of JSON Schema; write "null" among the values of type.',
    required: 'is no list of names; name what is required in the object that holds it.',
    exclusiveMinimum: 'is no number; write the limit itself as its value.',
    exclusiveMaximum: 'is no number; write the limit itself as its value.',
    $recursiveRef: 'use $ref or $dynamicRef.',
    $ref: 'leads to no part of this schema.',
    contentSchema: 'what is in the text is not asked for in fields of its own.',
    false: refusal,
    not: refusal,
    enum: refusal,
    type: refusal,
    oneOf: refusal,
    anyOf: refusal,
    unevaluatedItems: 'items beyond prefixItems are not asked for; use items.',
  },
  properties: {
    required: 'has to be there, and no field asks for it; add it to properties.',
    readOnly: 'has to be there and can only be read; give a default, a const or a first value.',
  },
};
