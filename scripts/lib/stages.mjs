import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { isBuilt } from './build-stamp.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureEngines } from './ensure-engines.mjs';
import { root, runNode, tool } from './run.mjs';

/**
 * The stages of `npm test` in the order in which they run: cheap and telling first. Each resolves
 * to `{passed, failed}`, with a `note` where there is more to say; one that throws has failed.
 */
export const stages = [
  {
    name: 'generated',
    title: 'generated files are up to date',
    run: () => check(script('generate.mjs'), ['--check']),
  },
  {
    name: 'typecheck',
    title: 'types',
    run: () => check(tool('typescript', 'tsc'), ['-p', 'tsconfig.json', '--noEmit']),
  },
  { name: 'lint', title: 'floors, CSP and house rules', run: () => check(tool('eslint'), ['.']) },
  {
    name: 'format',
    title: 'layout of the code',
    run: () => check(tool('prettier'), ['--check', '.']),
  },
  { name: 'unit', title: 'rules without a screen', run: unit },
  { name: 'elements', title: 'elements in a real browser', run: elements },
  {
    name: 'build',
    title: 'packages and files for web pages',
    run: () => check(script('build.mjs')),
  },
  { name: 'storybook', title: 'every story builds', run: storybook },
  { name: 'e2e', title: 'the portal, as people use it', run: () => endToEnd('e2e') },
  {
    name: 'day',
    title: 'a working day of 60 visitors, alone on the machine',
    run: () => endToEnd('day', ['--config', 'playwright.day.config.ts']),
  },
];

/** A stage that hangs must not hang the run. */
const timeout = 30 * 60_000;

function script(name) {
  return resolve(root, 'scripts', name);
}

async function check(path, args = []) {
  const code = await runNode(path, args, { timeout });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The rooms of the form model are run for their coverage, and every line of them has to be run; everything else is run
 * without, as counting costs time.
 */
async function unit() {
  await ensureEngines();
  const model = await vitest('model', ['--coverage', '--coverage.reporter=text']);
  const rest = await vitest('rest');
  return { passed: model.passed + rest.passed, failed: model.failed + rest.failed };
}

async function vitest(project, args = []) {
  const file = countsFile(`unit.${project}.json`);
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runNode(tool('vitest'), ['run', '--project', project, ...args, ...reports], {
    timeout,
  });
  return settle(code, file, (report) => ({
    passed: report.numPassedTests,
    // A file that does not load has no tests to count, and it has failed all the same.
    failed:
      report.numFailedTests +
      report.testResults.filter(
        ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
      ).length,
  }));
}

async function elements() {
  const file = countsFile('elements.json');
  const env = { CHROME_PATH: await ensureBrowser(), LPSE_COUNTS_FILE: file };
  const code = await runNode(tool('@web/test-runner', 'wtr'), [], { env, timeout });
  return settle(code, file, (counts) => counts);
}

async function endToEnd(name, options = []) {
  if (!isBuilt() && (await check(script('build.mjs'))).failed > 0) {
    throw new Error('The end-to-end tests need a build, and the build failed.');
  }
  const file = countsFile(`${name}.json`);
  const env = { CHROME_PATH: await ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const args = ['test', ...options, '--reporter=list,json'];
  const code = await runNode(tool('@playwright/test', 'playwright'), args, { env, timeout });
  return settle(code, file, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
  }));
}

async function storybook() {
  if (process.env.LPSE_SKIP_STORYBOOK === '1') {
    return { passed: 0, failed: 0, note: 'skipped, as LPSE_SKIP_STORYBOOK asks' };
  }
  return check(script('storybook.mjs'), ['build']);
}

/** Where a tool leaves its counts; an old file must not speak for a run that crashed. */
function countsFile(name) {
  const folder = resolve(root, 'node_modules/.cache/lpse-test');
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, name);
  rmSync(file, { force: true });
  return file;
}

/** Counts from a tool's report, believed only as far as its exit code agrees. */
function settle(code, file, read) {
  const counts = existsSync(file)
    ? read(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0 };
  const silentFailure = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return silentFailure ? { ...counts, failed: 1 } : counts;
}
