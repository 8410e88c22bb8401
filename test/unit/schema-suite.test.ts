import { describe, expect, it } from 'vitest';
import { compile } from '@lpse-konsultasi/form-schema/compile';
import { compileCode } from '@lpse-konsultasi/form-schema/compile-code';
import { editions, runSuite, suiteDocuments } from '../../scripts/lib/schema-suite.mjs';

const schemas = suiteDocuments();
const routes = [
  ['interpreted', compile],
  ['compiled', compileCode],
] as const;

describe.each(routes)('the official test suite, %s', (_, make) => {
  it.each(editions)('passes as a whole: $name', (edition) => {
    const rows = runSuite(edition, (schema) => make(schema, { schemas }));
    expect(
      rows.flatMap(({ keyword, failed }) => failed.map((one) => `${keyword}: ${one}`)),
    ).toEqual([]);
    // An emptied folder would pass as well.
    const passed = rows.reduce((sum, row) => sum + row.passed, 0);
    expect(passed).toBeGreaterThan(edition.name === '2020-12' ? 1170 : 860);
  });
});
