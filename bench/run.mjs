import { cpus, loadavg } from 'node:os';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { format, resolveConfig } from 'prettier';
import { ensureBrowser } from '../scripts/lib/ensure-browser.mjs';
import { root } from '../scripts/lib/run.mjs';
import { buildPage, cache } from './build.mjs';
import { contenders } from './contenders/index.mjs';
import { forms } from './forms/index.mjs';
import { gate } from './measure/gate.mjs';
import { profile } from './measure/profile.mjs';
import { cold, cycles, median, sample } from './measure/sample.mjs';
import { putDrawn } from './predrawn.mjs';
import { report } from './report.mjs';
import { servePages } from './serve.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    forms: { type: 'string' },
    rounds: { type: 'string' },
    cold: { type: 'string' },
    profile: { type: 'string' },
    modules: { type: 'boolean', default: false },
    queue: { type: 'boolean', default: false },
    cases: { type: 'string' },
    resume: { type: 'boolean', default: false },
  },
});

const isPart = options.quick || options.only !== undefined || options.forms !== undefined;
const rounds = Number(options.rounds ?? (options.quick ? 2 : 3));
const coldRounds = Number(options.cold ?? (options.quick ? 1 : 3));
/** What does not end within so many milliseconds is given up; twice, and its page is measured no more. */
const patience = 180_000;
/** What was measured so far, for `--resume`. */
const stateFile = resolve(cache, 'results.json');
const names = options.only?.split(',') ?? contenders.map(({ name }) => name);
const formNames =
  options.forms?.split(',') ?? Object.keys(forms).slice(0, options.quick ? 2 : undefined);

/** `npm run bench`, once its dependencies are there. */
async function bench() {
  const browser = await launch();
  const server = await servePages(resolve(cache, 'pages'));
  const results = known();
  try {
    const runs = [];
    for (const form of formNames)
      for (const contender of names)
        if (!isPredrawn(contender) || form === formNames[0])
          runs.push(await prepare(browser, server.url, contender, forms[form], results));
    save(results);
    await takeSamples(browser, runs, results);
    await takeRest(browser, runs, results);
  } finally {
    await browser.close();
    server.close();
  }
  await publish(results, browser.version());
}

/** What an earlier run measured, if it is to go on. */
function known() {
  const isThere = options.resume && existsSync(stateFile);
  if (isThere) console.log(`goes on with ${stateFile}`);
  return isThere ? JSON.parse(readFileSync(stateFile, 'utf8')) : { pages: {} };
}

function save(results) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(stateFile, `${JSON.stringify(results, null, 1)}\n`);
}

/** `--profile ours:stress-200` */
async function profileOne() {
  const [contender, formName = 'consultation'] = options.profile.split(':');
  const browser = await launch();
  const server = await servePages(resolve(cache, 'pages'));
  try {
    await buildPage(contender, forms[formName], { readable: true });
    const name = `${contender}-${formName}`;
    const folder = resolve(cache, 'profiles');
    const url = `${server.url}/${contender}/${formName}`;
    await profile(browser, url, forms[formName], { folder, name });
  } finally {
    await browser.close();
    server.close();
  }
}

function launch() {
  return ensureBrowser().then((executablePath) =>
    chromium.launch({
      executablePath,
      args: [
        // Else every frame is rounded up to the next sixtieth of a second.
        '--disable-frame-rate-limit',
        '--disable-gpu-vsync',
        '--disable-background-timer-throttling',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    }),
  );
}

function isPredrawn(contender) {
  return contenders.find(({ name }) => name === contender)?.isPredrawn === true;
}

/** Builds a contender's page and sees that it works; what an earlier run knows of it is believed. */
async function prepare(browser, base, contender, form, results) {
  const path = `${contender}/${form.name}`;
  const run = { path, form, url: `${base}/${path}`, strictUrl: `${base}/strict/${path}` };
  const before = results.pages[path];
  const sizes = await buildPage(contender, form);
  if (isPredrawn(contender)) Object.assign(sizes, await putDrawn(browser, run.url, path));
  if (before !== undefined) return { ...run, page: before };
  const screens = resolve(cache, 'screens');
  const { faults } = await gate(browser, run.url, form, { screens, name: contender });
  const page = { contender, form: form.name, sizes, faults, samples: [], cold: [] };
  results.pages[path] = page;
  console.log(
    faults.length > 0 ? `${path} is not believed: ${faults.join('; ')}` : `${path} works`,
  );
  return { ...run, page };
}

/** Rounds of samples of all forms: each contender once in each, in another order each time. */
async function takeSamples(browser, all, results) {
  const runs = all.filter(({ page }) => !isPredrawn(page.contender));
  for (let round = 1; round <= rounds; round += 1) {
    // So nobody always comes after the heaviest.
    const open = shuffled(runs.filter(({ page }) => isOpen(page) && page.samples.length < round));
    for (const [index, run] of open.entries()) {
      const work = () => sample(browser, run.url, run.form);
      const made = await attempt(browser, run, work, `round ${round}, ${index + 1}/${open.length}`);
      if (made !== undefined) run.page.samples.push(made);
      save(results);
    }
  }
}

/** What needs a tab of its own, and of the smallest form tells enough. */
async function takeRest(browser, runs, results) {
  const first = runs.filter(({ page, form }) => form.name === formNames[0] && isOpen(page));
  for (let round = 1; round <= coldRounds; round += 1)
    for (const run of shuffled(first.filter(({ page }) => page.cold.length < round))) {
      const load = () => cold(browser, run.url, isPredrawn(run.page.contender));
      const made = await attempt(browser, run, load, `cold load ${round}`);
      if (made !== undefined) run.page.cold.push(made);
      save(results);
    }
  for (const run of first.filter(({ page }) => !isPredrawn(page.contender))) {
    const { page, form, url, strictUrl } = run;
    page.cycles ??= await attempt(browser, run, () => cycles(browser, url), '50 cycles');
    const strict = { name: page.contender, strict: true };
    const under = () => gate(browser, strictUrl, form, strict);
    page.strict ??= await attempt(browser, run, under, 'strict policy');
    save(results);
  }
}

/** A page that works, and has not been given up. */
function isOpen({ faults, lapses = [] }) {
  return faults.length === 0 && lapses.length < 2;
}

/** Does the work and says so; undefined when it fails or takes too long, which is written down. */
async function attempt(browser, { path, page }, work, name) {
  const start = performance.now();
  let timer;
  const late = new Promise((_resolve, reject) => {
    const words = `${name}: not done within ${patience / 1000} s`;
    timer = setTimeout(() => reject(new Error(words)), patience);
  });
  const working = work();
  try {
    return await Promise.race([working, late]);
  } catch (error) {
    page.lapses = [...(page.lapses ?? []), error.message.split('\n')[0]];
    console.error(`${path}: ${page.lapses.at(-1)}`);
    // The tab that is waited for no longer goes, and with it what still waits for it.
    await Promise.all(browser.contexts().map((context) => context.close()));
    await working.catch(() => undefined);
    return undefined;
  } finally {
    clearTimeout(timer);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${name}: ${path}, ${seconds} s, load ${loadavg()[0].toFixed(1)}`);
  }
}

function shuffled(items) {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

async function publish(results, browserVersion) {
  const summary = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${cpus()[0].model}), load ${loadavg()[0].toFixed(1)} at the end`,
    browser: `Chromium ${browserVersion}`,
    node: process.version,
    rounds,
    coldRounds,
    forms: formNames,
    contenders: names,
    pages: Object.values(results.pages).map(({ samples, cold: loads, ...page }) => ({
      ...page,
      ...medians(samples),
      ...medians(loads),
    })),
  };
  const config = await resolveConfig(resolve(root, 'docs/benchmarks.md'));
  const text = await format(report(summary), { ...config, parser: 'markdown' });
  const file = isPart ? resolve(cache, 'part.md') : resolve(root, 'docs/benchmarks.md');
  writeFileSync(file, text);
  console.log(`\n${isPart ? text : readFileSync(file, 'utf8')}\n${file}`);
}

function medians(samples) {
  const keys = Object.keys(samples[0] ?? {});
  return Object.fromEntries(keys.map((key) => [key, median(samples.map((one) => one[key]))]));
}

if (options.queue) await (await import('./queue/run.mjs')).benchQueue();
else if (options.modules) await (await import('./modules.mjs')).listModules();
else if (options.profile !== undefined) await profileOne();
else await bench();
