import type { Json, JsonObject } from '@lpse-konsultasi/form-schema';

/** What a form makes of a keyword of JSON Schema, with an example that proves it. */
export interface KeywordSupport {
  /** As Markdown. */
  readonly keyword: string;
  /** Whether it decides what is valid, or only describes. */
  readonly isValidated: boolean;
  /** How it is shown, for the reference. */
  readonly shown: string;
  readonly schema: JsonObject;
  readonly valid: Json;
  /** What the form has to have on the page for the valid value. */
  readonly selector: string;
  /** A value that the keyword refuses, and the keyword of the problem that is told. */
  readonly invalid?: Json;
  readonly told?: string;
}

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;

function member(schema: JsonObject, others: JsonObject = {}): JsonObject {
  return { type: 'object', properties: { a: schema }, ...others };
}

const people: JsonObject = {
  oneOf: [
    { title: 'Perorangan', properties: { nik: text }, required: ['nik'] },
    { title: 'Badan usaha', properties: { npwp: text }, required: ['npwp'] },
  ],
};

const values: readonly KeywordSupport[] = [
  {
    keyword: '`type`',
    isValidated: true,
    shown: 'Decides the control: a text, a number, a box or yes and no, a group, a list.',
    schema: member({ type: 'boolean' }),
    valid: { a: true },
    selector: '[data-pointer="/a"] input[type="checkbox"]',
    invalid: { a: 1 },
    told: 'type',
  },
  {
    keyword: '`type: [a, b]`',
    isValidated: true,
    shown: 'A switch over the types. What fits the other type stays when a person switches.',
    schema: member({ type: ['string', 'number'] }),
    valid: { a: 5 },
    selector: '[data-pointer="/a"] select[data-variant]',
    invalid: { a: true },
    told: 'type',
  },
  {
    keyword: '`type: [a, "null"]`',
    isValidated: true,
    shown:
      'An optional field. Empty, it is left out; where it is required, its value is `null`. So are `null` in an `enum` and `{ "type": "null" }` in a `oneOf` or `anyOf`.',
    schema: member({ type: ['string', 'null'] }, { required: ['a'] }),
    valid: { a: null },
    selector: '[data-pointer="/a"] .optional',
    invalid: { a: 1 },
    told: 'type',
  },
  {
    keyword: 'no `type`',
    isValidated: true,
    shown:
      'What other keywords imply; where none does, any JSON: a switch over all types, as deep as a person goes.',
    schema: member({}),
    valid: { a: { b: [1, { c: true }] } },
    selector: '[data-pointer="/a/b/1/c"]',
  },
  {
    keyword: '`enum`',
    isValidated: true,
    shown: 'Choices: up to 6 in sight, up to 15 in a list to open, more in a list to search.',
    schema: member({ enum: ['x', 'y'] }),
    valid: { a: 'y' },
    selector: '[data-pointer="/a"] input[type="radio"]:checked',
    invalid: { a: 'z' },
    told: 'enum',
  },
  {
    keyword: '`const`',
    isValidated: true,
    shown:
      'Where it is required, nothing is asked: the form fills it in and shows it. `true` is a box that has to be ticked. Where it may be left out, one choice.',
    schema: member({ const: 'x' }, { required: ['a'] }),
    valid: { a: 'x' },
    selector: '[data-pointer="/a"].locked',
    invalid: { a: 'z' },
    told: 'const',
  },
  {
    keyword: '`minLength`, `maxLength`',
    isValidated: true,
    shown:
      'A count of what is left near the limit; from 300 characters on a field of several lines.',
    schema: member({ ...text, maxLength: 400 }),
    valid: { a: 'x' },
    selector: '[data-pointer="/a"] textarea',
    invalid: { a: 'x'.repeat(401) },
    told: 'maxLength',
  },
  {
    keyword: '`pattern`',
    isValidated: true,
    shown: 'A text; an example of a right value (`examples`) is told beside it and in the message.',
    schema: member({ ...text, pattern: '^x' }),
    valid: { a: 'x' },
    selector: '[data-pointer="/a"] input[type="text"]',
    invalid: { a: 'y' },
    told: 'pattern',
  },
  {
    keyword: '`format`',
    isValidated: true,
    shown:
      '`email`, `date`, `date-time`, `time`, `duration`, `uri` and `hostname` have controls of their own; the others are texts with an example of how they are written. An unknown one is an annotation.',
    schema: member({ ...text, format: 'ipv4' }),
    valid: { a: '192.0.2.1' },
    selector: '[data-pointer="/a"] .hint',
    invalid: { a: 'x' },
    told: 'format',
  },
  {
    keyword: '`minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`',
    isValidated: true,
    shown: 'A number, read in the spelling of the locale.',
    schema: member({ ...number, minimum: 1 }),
    valid: { a: 1.5 },
    selector: '[data-pointer="/a"] input[inputmode="decimal"]',
    invalid: { a: 0 },
    told: 'minimum',
  },
];

const groups: readonly KeywordSupport[] = [
  {
    keyword: '`properties`',
    isValidated: true,
    shown: 'Fields, a group for each object in it.',
    schema: member({ properties: { b: text } }),
    valid: { a: { b: 'x' } },
    selector: 'fieldset[data-pointer="/a"] [data-pointer="/a/b"]',
    invalid: { a: { b: 1 } },
    told: 'type',
  },
  {
    keyword: '`required`',
    isValidated: true,
    shown: 'Fields that are not required say so in words.',
    schema: member(text, { required: ['a'] }),
    valid: { a: 'x' },
    selector: '[data-pointer="/a"] [aria-required="true"]',
    invalid: {},
    told: 'required',
  },
  {
    keyword: '`additionalProperties`, `unevaluatedProperties`',
    isValidated: true,
    shown:
      'As a schema: rows of a name and a value. `true`, `{}` or nothing said: members that are there already stay in the value and are not shown; an object that names no member at all asks for any.',
    schema: { type: 'object', properties: { a: text }, additionalProperties: number },
    valid: { a: 'x', b: 1 },
    selector: '.member [data-pointer="/b"]',
    invalid: { b: 'x' },
    told: 'type',
  },
  {
    keyword: '`patternProperties`',
    isValidated: true,
    shown: 'Rows of a name and a value; the name decides how the value is asked for.',
    schema: { type: 'object', patternProperties: { '^x-': number }, additionalProperties: false },
    valid: { 'x-b': 1 },
    selector: '.member [data-pointer="/x-b"] input',
    invalid: { b: 1 },
    told: 'additionalProperties',
  },
  {
    keyword: '`propertyNames`',
    isValidated: true,
    shown: 'Told at the name that is wrong; names from an `enum` are chosen.',
    schema: { type: 'object', additionalProperties: text, propertyNames: { enum: ['x', 'y'] } },
    valid: { x: '1' },
    selector: 'select[data-member="x"]',
    invalid: { z: '1' },
    told: 'propertyNames',
  },
  {
    keyword: '`minProperties`, `maxProperties`',
    isValidated: true,
    shown: 'No more rows can be added than there may be.',
    schema: member({ type: 'object', additionalProperties: text, maxProperties: 1 }),
    valid: { a: { b: 'x' } },
    selector: '[data-pointer="/a"]:not(:has([data-action="add"]))',
    invalid: { a: { b: 'x', c: 'x' } },
    told: 'maxProperties',
  },
  {
    keyword: '`dependentRequired`, `dependentSchemas`, `dependencies`',
    isValidated: true,
    shown: 'Fields appear, and are required, when the property is there.',
    schema: member(text, {
      dependentSchemas: { a: { properties: { b: text }, required: ['b'] } },
    }),
    valid: { a: 'x', b: 'y' },
    selector: '[data-pointer="/b"]',
    invalid: { a: 'x' },
    told: 'required',
  },
];

const lists: readonly KeywordSupport[] = [
  {
    keyword: '`items`',
    isValidated: true,
    shown:
      'Texts as tags, choices as boxes, everything else as rows to add, remove, order and bring back; lists of lists too.',
    schema: member({ type: 'array', items: number }),
    valid: { a: [1, 2] },
    selector: '[data-pointer="/a"] [data-action="up"]',
    invalid: { a: ['x'] },
    told: 'type',
  },
  {
    keyword: '`prefixItems`, `additionalItems`, a list of `items`',
    isValidated: true,
    shown: 'A field for each position, then rows for what `items` (`additionalItems`) allows.',
    schema: member({ type: 'array', prefixItems: [text, number], items: false, minItems: 2 }),
    valid: { a: ['x', 1] },
    selector: '[data-pointer="/a/1"] input',
    invalid: { a: ['x', 1, 2] },
    told: 'items',
  },
  {
    keyword: '`minItems`, `maxItems`',
    isValidated: true,
    shown: 'No more rows can be added than there may be.',
    schema: member({ type: 'array', items: number, maxItems: 1 }),
    valid: { a: [1] },
    selector: '[data-pointer="/a"]:not(:has([data-action="add"]))',
    invalid: { a: [1, 2] },
    told: 'maxItems',
  },
  {
    keyword: '`uniqueItems`',
    isValidated: true,
    shown: 'Told at the list.',
    schema: member({ type: 'array', items: number, uniqueItems: true }),
    valid: { a: [1, 2] },
    selector: '[data-pointer="/a/1"]',
    invalid: { a: [1, 1] },
    told: 'uniqueItems',
  },
  {
    keyword: '`contains`, `minContains`, `maxContains`',
    isValidated: true,
    shown: 'Told at the list.',
    schema: member({ type: 'array', items: number, contains: { const: 1 } }),
    valid: { a: [2, 1] },
    selector: '[data-pointer="/a/1"]',
    invalid: { a: [2] },
    told: 'contains',
  },
  {
    keyword: '`unevaluatedItems`',
    isValidated: true,
    shown: '`false` as above. As a schema it is not asked for, which the developer is told.',
    schema: member({ type: 'array', prefixItems: [text], unevaluatedItems: false }),
    valid: { a: ['x'] },
    selector: '[data-pointer="/a/0"]',
    invalid: { a: ['x', 1] },
    told: 'unevaluatedItems',
  },
];

const combinations: readonly KeywordSupport[] = [
  {
    keyword: '`oneOf`, `anyOf` of values',
    isValidated: true,
    shown: 'Choices with their titles, when each branch is a `const` or an `enum`.',
    schema: member({
      oneOf: [
        { const: 1, title: 'Satu' },
        { const: 2, title: 'Dua' },
      ],
    }),
    valid: { a: 2 },
    selector: '[data-pointer="/a"] input[type="radio"]:checked',
    invalid: { a: 3 },
    told: 'oneOf',
  },
  {
    keyword: '`oneOf`, `anyOf` of shapes',
    isValidated: true,
    shown:
      'A switch over the shapes, called by `title`, else the name of the reference, else what is in them. Where a property tells them apart by a `const`, that property is the switch. A given value is of the shape that it fits; while it is typed into, it stays of that shape.',
    schema: member(people),
    valid: { a: { npwp: '1' } },
    selector: '[data-pointer="/a/npwp"]',
    invalid: { a: { lain: 1 } },
    told: 'required',
  },
  {
    keyword: '`allOf`',
    isValidated: true,
    shown: 'Merged: the tighter limit, the common choices, the first title.',
    schema: member({ allOf: [text, { enum: ['x', 'y'] }, { enum: ['y', 'z'] }] }),
    valid: { a: 'y' },
    selector: '[data-pointer="/a"] input[type="radio"]',
    invalid: { a: 'x' },
    told: 'enum',
  },
  {
    keyword: '`if`, `then`, `else`',
    isValidated: true,
    shown: 'Fields appear and go with what was answered.',
    schema: member(text, {
      if: { properties: { a: { const: 'x' } }, required: ['a'] },
      then: { properties: { b: text }, required: ['b'] },
    }),
    valid: { a: 'x', b: 'y' },
    selector: '[data-pointer="/b"]',
    invalid: { a: 'x' },
    told: 'required',
  },
  {
    keyword: '`not`',
    isValidated: true,
    shown: 'Told at the field.',
    schema: member({ ...text, not: { const: 'x' } }),
    valid: { a: 'y' },
    selector: '[data-pointer="/a"] input',
    invalid: { a: 'x' },
    told: 'not',
  },
  {
    keyword: '`$ref`, `$defs`, `definitions`, `$anchor`, `$id`',
    isValidated: true,
    shown:
      'As if written out. A schema that holds itself has no end: a group in a group of its own kind opens when a person wants it.',
    schema: {
      $ref: '#/$defs/n',
      $defs: { n: { type: 'object', properties: { v: text, n: { $ref: '#/$defs/n' } } } },
    },
    valid: { n: { v: 'x' } },
    selector: '[data-pointer="/n/n"] [data-action="open"]',
    invalid: { n: { n: 1 } },
    told: 'type',
  },
];

const annotations: readonly KeywordSupport[] = [
  {
    keyword: '`title`, `description`, `examples`',
    isValidated: false,
    shown: 'The name, the hint and the example of a field; of the form, its head.',
    schema: member({ ...text, title: 'Nama', description: 'Seperti di KTP.', examples: ['Sari'] }),
    valid: { a: 'x' },
    selector: '[data-pointer="/a"] .hint',
  },
  {
    keyword: '`default`',
    isValidated: false,
    shown:
      'Fills a field when the field first appears: in an empty form, in a new row, under a condition, in a shape that is chosen. It overwrites nothing, what was cleared stays clear, and a value that the page gives is taken as it is.',
    schema: member({ ...text, default: 'x' }),
    valid: { a: 'y' },
    selector: '[data-pointer="/a"] input',
  },
  {
    keyword: '`readOnly`',
    isValidated: false,
    shown:
      'Text. Required, without a value and a default, nobody could give it: the developer is told.',
    schema: member({ ...text, readOnly: true }),
    valid: { a: 'x' },
    selector: '[data-pointer="/a"].locked',
  },
  {
    keyword: '`writeOnly`',
    isValidated: false,
    shown: 'Asked for; where the form is only read, words in its place.',
    schema: member({ ...text, writeOnly: true }),
    valid: { a: 'x' },
    selector: '[data-pointer="/a"] input',
  },
  {
    keyword: '`deprecated`',
    isValidated: false,
    shown: 'Said in words; not shown where it is empty and not required.',
    schema: member({ ...text, deprecated: true }),
    valid: { a: 'x' },
    selector: '[data-pointer="/a"] .hint',
  },
  {
    keyword: '`contentMediaType`, `contentEncoding`',
    isValidated: false,
    shown: 'A text of several lines; `base64` and `base64url` a file that is kept in the value.',
    schema: member({ ...text, contentEncoding: 'base64', contentMediaType: 'image/png' }),
    valid: { a: 'AAAA' },
    selector: '[data-pointer="/a"] input[type="file"]',
  },
  {
    keyword: '`contentSchema`',
    isValidated: false,
    shown: 'Not asked for; the developer is told.',
    schema: member({ ...text, contentMediaType: 'application/json', contentSchema: {} }),
    valid: { a: '{}' },
    selector: '[data-pointer="/a"] textarea',
  },
];

/** Every keyword that the reference speaks of, in its order. */
export const keywordSupport: readonly KeywordSupport[] = [
  ...values,
  ...groups,
  ...lists,
  ...combinations,
  ...annotations,
];
