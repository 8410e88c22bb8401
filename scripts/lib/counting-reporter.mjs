import { writeFileSync } from 'node:fs';

/**
 * A Web Test Runner reporter that sums up all sessions in one line, and writes `{passed, failed}` to
 * `file` (JSON), if one is given, so that `npm test` can add element tests to the others.
 */
export function countingReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0 };
      for (const session of sessions) countSession(session, counts);
      console.log(`Element tests: ${counts.passed} passed, ${counts.failed} failed`);
      if (file) writeFileSync(file, JSON.stringify(counts));
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
