// Loaded before each command (`node -r`), by whatever Node there is: plain ES5, no dependency.
'use strict';

var wanted = [20, 19];
var found = process.versions.node.split('.').map(Number);

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    'lpse-konsultasi needs Node.js ' +
      wanted.join('.') +
      ' or newer; this is ' +
      process.version +
      '. Please install a current Node.js and try again.'
  );
  process.exit(1);
}
