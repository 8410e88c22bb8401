import type { StructureTexts } from './structure.js';

export const en: StructureTexts = {
  kinds: {
    string: 'Text',
    number: 'Number',
    integer: 'Whole number',
    boolean: 'Yes or no',
    null: 'Nothing',
    object: 'Group of fields',
    array: 'List',
    choice: 'Choice',
    unknown: 'Other',
  },
  kindOf: 'Kind of answer',
  name: 'Name',
  addMember: 'Add a field',
  member: (name) => (name === '' ? 'Field without a name' : `Field “${name}”`),
  nameMissing: 'Please name this field, or remove it. Example: colour.',
  nameTaken: (name) => `The name “${name}” is in use. Please use another one.`,
  namesUsed: 'All names that are available are in use.',
  fillIn: (label) => `Fill in ${label}`,
  takeOut: (label) => `Remove ${label}`,
};
