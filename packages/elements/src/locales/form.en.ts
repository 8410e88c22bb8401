import type { FormElementTexts } from './form.js';

export const en: FormElementTexts = {
  optional: '(optional)',
  allRequired: 'Every question needs an answer unless it is marked (optional).',
  error: 'Please correct:',
  example: (example) => `Example: ${example}`,
  summary: (count) =>
    count === 1 ? 'There is 1 answer to correct' : `There are ${count} answers to correct`,
  summaryHint: 'Choose one to go straight to the question.',
  submit: 'Send',
  stepOf: (now, all, title) => `Step ${now} of ${all} · ${title}`,
  next: 'Continue',
  back: 'Back',
  check: 'Check your answers',
  checkHint: 'Please look through them once more before you hand the form in.',
  change: 'Change',
  changeSection: (title) => `Change ${title}`,
  busy: 'Sending…',
  loading: 'Preparing the form…',
  unusable: 'This form cannot be shown yet',
  unusableHint:
    'The form’s description cannot be read. Please contact whoever runs this site and give this code.',
  brokenField: 'This question cannot be shown. Please contact whoever runs this site.',
  empty: 'No answer',
  yes: 'Yes',
  no: 'No',
  choose: 'Please choose',
  clear: 'Clear the choice',
  charactersLeft: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
  charactersOver: (count) =>
    count === 1 ? '1 character too many' : `${count} characters too many`,
  incompleteDate: 'Please give day, month and year. Example: 22/11/2026.',
  incompleteDateTime: 'Please give the date and the time. Example: 22/11/2026 14:05.',

  item: 'Row',
  itemOf: (item, position, count) => `${item} ${position} of ${count}`,
  add: 'Add a row',
  remove: 'Remove',
  removeItem: (item) => `Remove ${item}`,
  moveUp: 'Move up',
  moveUpItem: (item) => `Move up ${item}`,
  moveDown: 'Move down',
  moveDownItem: (item) => `Move down ${item}`,
  removed: (item) => `${item} was removed.`,
  moved: (item, position) => `${item} is now at position ${position}.`,
  undo: 'Undo the removal',
  restored: (item) => `${item} was put back.`,
  listFull: (max) => `This is the largest number possible: ${max}.`,
  noItems: 'None yet.',

  tagAdd: 'Add',
  tagHint: 'Type, then press Enter.',

  chooseFiles: 'Choose files',
  dropFiles: 'or drop files here, or paste an image',
  fileRules: (types, size, count) =>
    `File types: ${types}. At most ${size} each, at most ${count} files.`,
  fileRulesNoCount: (types, size) => `File types: ${types}. At most ${size} each.`,
  fileChecking: 'Being checked…',
  fileSending: (percent) => `Uploading, ${percent} percent`,
  fileAdded: (name) => `${name} was attached.`,
  fileRetry: 'Try again',
  fileTooLarge: (name, size, max) =>
    `“${name}” has ${size}. Please choose a file of at most ${max}.`,
  fileEmpty: (name) => `“${name}” is empty. Please choose another file.`,
  fileWrongType: (name, types) =>
    `“${name}” is not a type that is accepted. Please choose ${types}.`,
  fileMismatch: (name, actual) =>
    `The content of “${name}” does not match its name (it is ${actual}). Please save it again as the right type.`,
  fileUnknownContent: (name, types) =>
    `The content of “${name}” does not match its type. Please choose a genuine ${types} file.`,
  fileDuplicate: (name) => `“${name}” is already attached.`,
  fileTooMany: (name, max) =>
    `“${name}” was not attached because at most ${max} files are possible. Please remove one first.`,
  fileFailed: (name) =>
    `“${name}” could not be uploaded. Please try again, or remove it from the list.`,
  filesPending: 'Please wait until all files are uploaded.',
  filesFailed: 'Some files are not attached. Please try again, or remove them from the list.',

  signatureHint: 'Draw the initials in the box with a mouse, a pen or a finger.',
  signatureBox: 'Box for the initials',
  signatureDrawn: 'Initials are drawn',
  signatureEmpty: 'The box is still empty',
  signatureClear: 'Clear the drawing',
};
