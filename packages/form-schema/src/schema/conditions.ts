import type { JsonSchema } from '../forms/form.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import { branchKey } from './alternatives.js';
import type { Source } from './keywords.js';
import { allSchemas, isSchema } from './keywords.js';
import { titledOptions } from './merge.js';

/** The pointer of each schema that holds an `if`, with that `if`. */
export function conditionsOf(root: JsonSchema): [Pointer, Source][] {
  const found: [Pointer, Source][] = [];
  for (const { schema, at } of allSchemas({ schema: root, at: '' })) {
    if (!isJsonObject(schema) || !isSchema(schema['if'])) continue;
    found.push([at, { schema: schema['if'], at: join(at, 'if') }]);
  }
  return found;
}

/** The branches of a document that a value may have to be told apart by, each with its key. */
export function alternativesOf(root: JsonSchema): [Pointer, Source][] {
  return [...allSchemas({ schema: root, at: '' })].flatMap(({ schema, at }) =>
    (['oneOf', 'anyOf'] as const).flatMap((keyword): [Pointer, Source][] => {
      const parts = isJsonObject(schema) ? schema[keyword] : undefined;
      if (!Array.isArray(parts) || titledOptions(parts)) return [];
      const list = join(at, keyword);
      return (parts as readonly JsonSchema[]).map((part, index) => [
        branchKey(list, index),
        { schema: part, at: join(list, index) },
      ]);
    }),
  );
}
