import type { FileTexts } from './files.js';

export const en: FileTexts = {
  chooseFiles: 'Choose files',
  takePhoto: 'Take a photo',
  dropFiles: 'or drop files here, or paste an image',
  fileTypes: (types) => `File types: ${types}.`,
  fileSizeEach: (size) => `At most ${size} each.`,
  fileSizeTotal: (size) => `At most ${size} in all.`,
  fileCount: (count) => (count === 1 ? 'One file.' : `At most ${count} files.`),
  fileShrinks: 'Large photos are made smaller, and where they were taken is not sent along.',
  fileChecking: 'Being checked…',
  fileSending: (percent) => `Uploading, ${percent} percent`,
  fileAdded: (name) => `${name} was attached.`,
  fileShrunk: (from, to) => `Made smaller, from ${from} to ${to}.`,
  fileView: 'View',
  fileViewNamed: (name) => `View ${name}`,
  fileViewClose: 'Close',
  fileCancel: 'Cancel',
  fileCancelNamed: (name) => `Cancel ${name}`,
  fileRetry: 'Try again',
  fileRetryNamed: (name) => `Try again: ${name}`,
  fileTooLarge: (name, size, max) =>
    `“${name}” has ${size}. Please choose a file of at most ${max}.`,
  fileTotal: (name, max) =>
    `“${name}” was not attached because all files together may have at most ${max}. Please remove one, or choose a smaller file.`,
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
};
