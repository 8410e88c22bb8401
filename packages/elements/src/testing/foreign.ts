import { setAt, type Json, type JsonObject, type Pointer } from '@lpse-konsultasi/form-schema';

/** A change that makes a sample wrong, and what has to be said of it where. */
export interface ForeignMistake {
  readonly change?: { readonly [pointer: Pointer]: Json };
  readonly remove?: readonly Pointer[];
  readonly at: Pointer;
  readonly keyword: string;
}

/** A schema that nobody wrote for this engine, with a value of it: a file of `test/foreign/schemas`. */
export interface ForeignSchema {
  readonly name: string;
  readonly source: string;
  readonly schema: JsonObject;
  readonly sample: Json;
  readonly invalid: readonly ForeignMistake[];
  /** Leaves that the schema only tolerates: kept, and not shown. */
  readonly unseen?: readonly Pointer[];
  /** What a form of the schema leaves out, as it tells whoever wrote it. */
  readonly notices?: readonly { readonly pointer: string; readonly keyword: string }[];
}

/** All of them, as the test server has them. */
export async function foreignSchemas(): Promise<ForeignSchema[]> {
  const names = (await read('index.json')) as string[];
  return Promise.all(
    names.map(async (name) => ({
      ...((await read(`schemas/${name}.json`)) as Omit<ForeignSchema, 'name'>),
      name,
    })),
  );
}

async function read(file: string): Promise<unknown> {
  return (await fetch(`/test/foreign/${file}`)).json();
}

/** The sample with the mistake in it. */
export function withMistake(sample: Json, { change = {}, remove = [] }: ForeignMistake): Json {
  const changes = [
    ...Object.entries(change),
    ...remove.map((pointer) => [pointer, undefined] as const),
  ];
  return changes.reduce((value, [pointer, to]) => setAt(value, pointer, to) ?? null, sample);
}
