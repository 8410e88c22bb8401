import type { JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import { checkLayout, wordFault } from '@lpse-konsultasi/form-schema/check-layout';
import { knownOptions } from './known-options.js';
import { widgetNames } from './registry.js';
import { isBuiltIn } from './widgets/index.js';

// Loaded for forms that are made at run time, while they are shown: those that are built in were checked before.

const told = new Set<string>();

/** Tells whoever reads the console, once, what is not right in a layout; the form goes on without it. */
export function warnOfLayout(schema: JsonSchema, layout: Layout): void {
  const faults = checkLayout(schema, layout, {
    names: widgetNames(),
    options: knownOptions,
    isOwn: isBuiltIn,
  });
  const words = faults.map(wordFault).join('\n');
  if (words === '' || told.has(words)) return;
  told.add(words);
  console.warn(`[lpse-konsultasi] the layout of a form\n${words}`);
}
