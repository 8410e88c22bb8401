import { cpus, loadavg } from 'node:os';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../scripts/lib/ensure-browser.mjs';
import { root } from '../../scripts/lib/run.mjs';
import { cache } from '../build.mjs';
import { servePages } from '../serve.mjs';
import { buildQueuePage } from './page.mjs';

/** What the queue promises, in milliseconds. */
const targets = { first: 200, frame: 50, filter: 100 };
const word = 'wibowo';

/** `npm run bench -- --queue [--cases 30000]`: the queue of many cases, beside a plain table of the same rows. */
export async function benchQueue(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    strict: false,
    options: { cases: { type: 'string', default: '30000' } },
  });
  const cases = Number(values.cases);
  const server = await servePages(await buildQueuePage());
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const started = loadavg()[0];
  const results = {};
  try {
    for (const store of ['memory', 'indexeddb']) {
      console.log(`${store}: inventing ${cases} cases…`);
      results[store] = await measure(browser, `${server.url}/strict/index.html`, store, cases);
    }
  } finally {
    await browser.close();
    server.close();
  }
  const text = report(results, { cases, started, version: browser.version() });
  mkdirSync(cache, { recursive: true });
  writeFileSync(resolve(cache, 'queue-results.json'), `${JSON.stringify(results, null, 1)}\n`);
  const file =
    cases === 30_000 ? resolve(root, 'docs/benchmarks-queue.md') : resolve(cache, 'queue.md');
  writeFileSync(file, text);
  console.log(`\n${text}\n${file}`);
}

async function measure(browser, url, store, cases) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  await page.goto(url);
  const run = (work, argument) => page.evaluate(work, argument);
  const processor = await processorOf(page);
  await run(() => globalThis.bench.erase());
  await run((name) => globalThis.bench.open(name), store);
  const filled = performance.now();
  const count = await run((many) => globalThis.bench.fill(many), cases);
  const made = performance.now() - filled;
  // As if the page were opened the next day: nothing of the desk is in memory yet.
  if (store === 'indexeddb') {
    await page.reload();
    await run((name) => globalThis.bench.open(name), store);
  }
  const cold = await run(() => globalThis.bench.show('lpse-queue'));
  await page.waitForTimeout(4000);
  const warm = await run(() => globalThis.bench.show('lpse-queue'));
  const all = await run(() => globalThis.bench.group('all'));
  const asked = {
    page: await run(() => globalThis.bench.ask({ limit: 50, total: true })),
    search: await run(
      (text) => globalThis.bench.ask({ search: text, limit: 50, total: true }),
      word,
    ),
    states: await run(() =>
      globalThis.bench.ask({
        states: ['archived'],
        kategori: ['pesanGalat'],
        limit: 50,
        total: true,
      }),
    ),
  };
  const search = await run((text) => globalThis.bench.search(text), word);
  // What the machine makes of a page where nothing happens: frames are late for its other work too.
  const idle = await run(() => globalThis.bench.scroll({ step: 0, steps: 300 }));
  const wheel = await processor(() =>
    run(() => globalThis.bench.scroll({ step: 120, steps: 300 })),
  );
  await run(() => globalThis.bench.toTop());
  const end = await run(() => globalThis.bench.end());
  await run(() => globalThis.bench.toTop());
  const drag = await processor(() =>
    run(() => globalThis.bench.scroll({ step: 9000, steps: 100 })),
  );
  await run(() => globalThis.bench.toTop());
  const live = await run(() => globalThis.bench.live());
  const nodes = await run(() => globalThis.bench.nodes());
  const table = store === 'memory' ? await run(() => globalThis.bench.table()) : undefined;
  await context.close();
  return {
    count,
    made,
    cold,
    warm,
    all,
    asked,
    search,
    idle,
    wheel,
    drag,
    end,
    live,
    nodes,
    table,
  };
}

/** Runs something in the page and adds `cpu`, the ms of the processor that the main thread took for each frame. */
async function processorOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  return async (work) => {
    const before = await taken();
    const result = await work();
    return { ...result, cpu: ((await taken()) - before) / result.frames };
  };
}

function report(results, { cases, started, version }) {
  const { memory, indexeddb } = results;
  const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const most = (values) => Math.max(...values);
  const kept = (value, target) => (value < target ? 'kept' : '**missed**');
  const row = (name, of, target) =>
    `| ${name} | ${target === undefined ? '' : `< ${target} ms`} | ${[memory, indexeddb]
      .map((each) => `${ms(of(each))}${target === undefined ? '' : `, ${kept(of(each), target)}`}`)
      .join(' | ')} |`;
  const { table } = memory;
  return `# The queue with ${cases.toLocaleString('en')} cases

${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0].model}), load ${started.toFixed(1)} at the start and ${loadavg()[0].toFixed(1)} at the end, Chromium ${version}, a strict policy. \`npm run bench -- --queue\` writes this page. Cases are invented, their logs are decided and sealed by the real rules. Times are by the clock, from the act to the painted frame: other load on the machine lengthens them.

| | target | memory | IndexedDB |
| --- | --- | --- | --- |
${row('First rows, the desk just opened', (each) => each.cold, targets.first)}
${row('First rows, the rows in memory', (each) => each.warm, targets.first)}
${row(`Search, median of a word typed letter by letter`, (each) => median(each.search.taken), targets.filter)}
${row('Search, the slowest letter', (each) => most(each.search.taken), targets.filter)}
${row('The backend alone: a page and the count', (each) => each.asked.page)}
${row('The backend alone: a search and the count', (each) => each.asked.search)}
${row('The backend alone: two states and a category', (each) => each.asked.states)}
${row('Scrolling by wheel, 300 frames: processor time of one', (each) => each.wheel.cpu, targets.frame)}
${row('Dragging through everything, 100 frames: processor time of one', (each) => each.drag.cpu, targets.frame)}
${row('Scrolling by wheel: the longest frame by the clock', (each) => each.wheel.longest, targets.frame)}
${row('Dragging: the longest frame by the clock', (each) => each.drag.longest, targets.frame)}
${row('Nothing happens, 300 frames: the longest by the clock', (each) => each.idle.longest)}
${row('A jump to the very end, until its rows are there', (each) => each.end)}
${row('A case comes in elsewhere, until the list says so', (each) => each.live)}

Frames over 50 ms by the clock: while nothing happens ${memory.idle.over50} of ${memory.idle.frames} and ${indexeddb.idle.over50} of ${indexeddb.idle.frames}, wheel ${memory.wheel.over50} of ${memory.wheel.frames} and ${indexeddb.wheel.over50} of ${indexeddb.wheel.frames}, drag ${memory.drag.over50} of ${memory.drag.frames} and ${indexeddb.drag.over50} of ${indexeddb.drag.frames}. The page holds ${memory.nodes} elements. Inventing the cases took ${Math.round(memory.made / 1000)} s and ${Math.round(indexeddb.made / 1000)} s.

Beside it, a plain table with all rows in the page: ${ms(table.shown)} until it is there (${(table.shown / memory.warm).toFixed(1)}× the queue), ${ms(median(table.taken))} for each letter of the same search (${(median(table.taken) / median(memory.search.taken)).toFixed(1)}×).
`;
}
