#!/usr/bin/env node
// `npx lpse-server …`. The program itself is built; npm links a command at the installation, and only to a file that is there.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/bin.js', import.meta.url);
if (existsSync(fileURLToPath(program))) await import(program.href);
else {
  process.stderr.write('lpse-server: it has not been built yet; npm run build does that.\n');
  process.exitCode = 1;
}
