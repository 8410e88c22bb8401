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
  fileHeld: (size) => `A file is attached, ${size}.`,
  fileTooLarge: (max) => `The file is too large. Please choose one of at most ${max}.`,
  fileUnread: 'The file cannot be read. Please choose it again.',
  fileRemove: 'Remove the file',
  fillIn: (label) => `Fill in ${label}`,
  takeOut: (label) => `Remove ${label}`,
};
