import type { SignatureTexts } from './signature.js';

export const en: SignatureTexts = {
  way: 'How to sign',
  draw: 'Draw',
  type: 'Type',
  drawHint: 'Draw in the box with a mouse, a pen or a finger.',
  box: 'Box to draw in',
  empty: 'still empty',
  drawn: 'drawn',
  emptied: 'The box is still empty',
  undoStroke: 'Undo the last stroke',
  strokeUndone: 'The last stroke was undone.',
  clear: 'Clear the drawing',
  typedLabel: 'Name or initials',
  typedHint: 'What is written below will be used.',
  mark: (text) => `Written: ${text}`,
};
