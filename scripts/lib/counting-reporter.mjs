import { writeFileSync } from 'node:fs';

/**
 * A Web Test Runner reporter that writes `{passed, failed}` over all sessions to `file` (JSON), so
 * that `npm test` can add element tests to the others. Without `file` it does nothing.
 */
export function countingReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      if (!file) return;
      const counts = { passed: 0, failed: 0 };
      for (const session of sessions) countSession(session, counts);
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

function countSession(session, counts) {
  const before = counts.failed;
  countSuite(session.testResults, counts);
  // A file that does not load, or a page that crashed, has no test to blame: the file itself failed.
  if (!session.passed && counts.failed === before) counts.failed += 1;
}

function countSuite(suite, counts) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) continue;
    counts[test.passed ? 'passed' : 'failed'] += 1;
  }
  for (const inner of suite?.suites ?? []) countSuite(inner, counts);
}
