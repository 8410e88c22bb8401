// Writes docs/reference/schema.md: what a form makes of each keyword, from the table that a browser test proves.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from '../lib/run.mjs';

const target = resolve(root, 'docs/reference/schema.md');

const opening = `# Schemas

<!-- Written by \`npm run generate\` from packages/elements/src/testing/schema-support.ts and scripts/generate/schema-page.mjs; edit those. -->

\`<lpse-form>\` makes a form of any JSON Schema: 2020-12 as people write it, and 2019-09, draft-07 and draft-06. What is valid is [the validator's](validation.md) matter; this page says how it is asked for. How fields are ordered, worded and arranged is the [layout's](layout.md). A browser test opens each line of the table as a form: the value comes back unchanged, the control is there, what is wrong is told.
`;

const closing = `
## Values of several shapes

Which shape a value is of is decided once, when it is given: by the property that tells the shapes apart, else by the validator, else by what is in it. From then on it stays, whatever is typed, until a person turns the switch or the page sets another value. Turning it keeps what fits: members of the same name, a number as its digits, a single value as a list of one. What does not fit is remembered until the form starts anew, and comes back with its shape. Problems are told of the shape that is chosen.

A page finds the switches in \`model.field(pointer).variants\` and turns them with \`model.choose(pointer, option)\`. Members that a person may name are told by \`field.named\`; \`model.add\`, \`model.rename\` and \`model.remove\` change them.

## Nothing is lost

What a form does not show stays in its value: members that no schema names, and what other shapes and hidden fields hold until they are handed in (\`whenHidden\` of the [layout](layout.md) says what becomes of the latter).

## What a form cannot ask for

A quiet box below the form tells its developer by pointer and keyword, with what to do: it shows whenever there is something to tell, and the attribute \`no-notices\` takes it away. It is looked for when the browser is idle, and a form without notices loads nothing for it. In a program, \`noticesOf(schema)\` answers the same list. Told are:

- \`required\`: a property that has to be there and that no field asks for;
- \`readOnly\`: a required property that nobody can fill in;
- \`false\`, \`not: {}\`, an empty \`enum\` or \`type\`, and branches that are all like that: a member, item or variant that no value can satisfy has no field. Under an \`if\` it is the way to say that something must not be there, and is not told;
- \`contentSchema\`, and \`unevaluatedItems\` as a schema: checked or described, and not asked for;
- \`nullable\`, \`required: true\`, \`exclusiveMinimum: true\` and \`$recursiveRef\`: words of other dialects that mean nothing here;
- \`$ref\`: a reference that leads nowhere.
`;

/** Writes the page, or with \`check\` only tells whether it is up to date. */
export async function generateSchemaPage({ check }) {
  const page = await schemaPage();
  const isCurrent = (await readFile(target, 'utf8').catch(() => '')) === page;
  if (!check && !isCurrent) await writeFile(target, page);
  return isCurrent;
}

async function schemaPage() {
  const folder = resolve(root, 'packages/elements/src/testing');
  const options = { configFile: false, root: folder, logLevel: 'error' };
  const { module } = await runnerImport(resolve(folder, 'schema-support.ts'), options);
  const lines = module.keywordSupport.map(
    ({ keyword, isValidated, shown }) =>
      `| ${keyword} | ${isValidated ? 'yes' : 'describes'} | ${shown} |`,
  );
  const table = ['| Keyword | Validated | In the form |', '| --- | --- | --- |', ...lines].join(
    '\n',
  );
  return format(`${opening}\n${table}\n${closing}`, {
    ...(await resolveConfig(target)),
    parser: 'markdown',
  });
}
