/** The options that our widgets, and the fields around them, understand. */
export const knownOptions = [
  'freeText',
  'mask',
  'max',
  'maxTotal',
  'min',
  'normalise',
  'rows',
  'secrets',
  'shrink',
  'ways',
  'zone',
];
