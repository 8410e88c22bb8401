import { cpus, loadavg } from 'node:os';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../scripts/lib/ensure-browser.mjs';
import { root } from '../scripts/lib/run.mjs';
import { buildPage, cache } from './build.mjs';
import { contenders } from './contenders/index.mjs';
import { forms } from './forms/index.mjs';
import { gate } from './measure/gate.mjs';
import { profile } from './measure/profile.mjs';
import { cold, cycles, median, sample } from './measure/sample.mjs';
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
  },
});

const isPart = options.quick || options.only !== undefined || options.forms !== undefined;
const rounds = Number(options.rounds ?? (options.quick ? 2 : 7));
const coldRounds = Number(options.cold ?? (options.quick ? 1 : 5));
const names = options.only?.split(',') ?? contenders.map(({ name }) => name);
const formNames =
  options.forms?.split(',') ?? Object.keys(forms).slice(0, options.quick ? 2 : undefined);

/** `npm run bench`, once its dependencies are there. */
async function bench() {
  const browser = await launch();
  const server = await servePages(resolve(cache, 'pages'));
  const results = { pages: {}, faults: [] };
  try {
    const runs = [];
    for (const form of formNames)
      for (const contender of names)
        runs.push(await prepare(browser, server.url, contender, forms[form], results));
    const trusted = runs.filter(({ page }) => page.faults.length === 0);
    await takeSamples(browser, trusted);
    await takeRest(browser, trusted);
  } finally {
    await browser.close();
    server.close();
  }
  publish(results, browser.version());
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

/** Builds a contender's page and sees that it works. */
async function prepare(browser, base, contender, form, results) {
  const sizes = await buildPage(contender, form);
  const path = `${contender}/${form.name}`;
  const screens = resolve(cache, 'screens');
  const { faults } = await gate(browser, `${base}/${path}`, form, { screens, name: contender });
  const page = { contender, form: form.name, sizes, faults, samples: [], cold: [] };
  results.pages[path] = page;
  if (faults.length > 0) console.error(`${path} is not believed: ${faults.join('; ')}`);
  else console.log(`${path} works`);
  return { page, form, url: `${base}/${path}`, strictUrl: `${base}/strict/${path}` };
}

async function takeSamples(browser, runs) {
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`round ${round} of ${rounds}, load ${loadavg()[0].toFixed(1)}`);
    // In another order each time, so that nobody always comes after the heaviest.
    for (const { page, form, url } of shuffled(runs))
      page.samples.push(await sample(browser, url, form));
  }
}

/** What needs a tab of its own, and of the smallest form tells enough. */
async function takeRest(browser, runs) {
  const first = runs.filter(({ form }) => form.name === formNames[0]);
  for (let round = 1; round <= coldRounds; round += 1)
    for (const { page, url } of shuffled(first)) page.cold.push(await cold(browser, url));
  for (const { page, form, url, strictUrl } of first) {
    page.cycles = await cycles(browser, url);
    page.strict = await gate(browser, strictUrl, form, { name: page.contender, strict: true });
  }
}

function shuffled(items) {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function publish(results, browserVersion) {
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
  mkdirSync(cache, { recursive: true });
  writeFileSync(resolve(cache, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  const text = report(summary);
  const file = isPart ? resolve(cache, 'part.md') : resolve(root, 'docs/benchmarks.md');
  writeFileSync(file, text);
  console.log(`\n${isPart ? text : readFileSync(file, 'utf8')}\n${file}`);
}

function medians(samples) {
  const keys = Object.keys(samples[0] ?? {});
  return Object.fromEntries(keys.map((key) => [key, median(samples.map((one) => one[key]))]));
}

if (options.modules) await (await import('./modules.mjs')).listModules();
else if (options.profile !== undefined) await profileOne();
else await bench();
