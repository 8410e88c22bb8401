// The page of the bench of the queue: a desk of many cases in memory or in the browser's database, shown as
// <lpse-queue> or as a plain table of the same rows. The runner drives it through `globalThis.bench`.
import { createIndexedDbBackend, eraseIndexedDb } from '@lpse-konsultasi/client/indexeddb';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import {
  fillWithMany,
  fillWithSamples,
  samplePeople,
  sampleValues,
} from '@lpse-konsultasi/client/samples';
import { loadShipped } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/desk';

const now = new Date('2026-11-23T03:40:00Z');
const actor = samplePeople.officer;
const host = document.querySelector('#host');

let backend;
let element;

async function open(store) {
  const profile = await loadShipped('batang', 'id');
  const options = { profile, actor: () => actor, now: () => now };
  backend =
    store === 'memory'
      ? createMemoryBackend(options)
      : await createIndexedDbBackend({ ...options, name: 'bench-queue', openDeadline: 30_000 });
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Resolves when `is` holds and the browser has painted it. */
async function until(is) {
  while (!is()) await frame();
  await frame();
}

const rows = () => [...(element?.shadowRoot?.querySelectorAll('[role="option"]') ?? [])];
const count = () => element?.shadowRoot?.querySelector('.count')?.textContent ?? '';

globalThis.bench = {
  erase: () => eraseIndexedDb({ name: 'bench-queue', openDeadline: 30_000 }),
  open,
  fill: (cases) =>
    cases === 0
      ? fillWithSamples(backend, { now })
      : fillWithMany(backend, {
          now,
          count: cases,
          onProgress: (done) => (document.title = String(done)),
        }),
  /** Asks as the queue does; for the backend's own share. Median of `times`, in ms. */
  async ask(query, times = 9) {
    const taken = [];
    for (let n = 0; n < times; n += 1) {
      const start = performance.now();
      await backend.list(query);
      taken.push(performance.now() - start);
    }
    return taken.sort((a, b) => a - b)[Math.floor(times / 2)];
  },
  /** Shows the element; resolves with the ms until its first rows are painted. */
  async show(tag, properties = {}) {
    const start = performance.now();
    element = Object.assign(document.createElement(tag), {
      backend,
      session: actor,
      locale: 'id',
      clock: { now: () => now },
      ...properties,
    });
    host.replaceChildren(element);
    if (tag === 'lpse-queue') await until(() => rows().length > 0);
    return performance.now() - start;
  },
  async group(group) {
    const select = element.shadowRoot.querySelector('[data-filter="view"]');
    select.value = group;
    const before = rows()[0]?.dataset.id;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => rows()[0]?.dataset.id !== before);
    return count();
  },
  /** Types a word letter by letter; for each the ms until the list shows what fits. */
  async search(word) {
    const field = element.shadowRoot.querySelector('input[type="search"]');
    const taken = [];
    for (let length = 1; length <= word.length; length += 1) {
      await frame();
      const start = performance.now();
      field.value = word.slice(0, length);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await until(
        () => element.shadowRoot.querySelector('.viewport, .none') !== null && !element.isLoading,
      );
      taken.push(performance.now() - start);
    }
    const found = count();
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => !element.isLoading);
    return { taken, found };
  },
  /** Scrolls through the list; answers the longest frame and how many took over 50 ms. */
  async scroll({ step, steps, selector = '.viewport' }) {
    const box = (element?.shadowRoot ?? document).querySelector(selector);
    const frames = [];
    const long = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) long.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    let last = performance.now();
    for (let n = 0; n < steps; n += 1) {
      box.scrollTop += step;
      await new Promise(requestAnimationFrame);
      const at = performance.now();
      frames.push(at - last);
      last = at;
    }
    await frame();
    observer.disconnect();
    const shown = rows().length;
    return {
      frames: frames.length,
      longest: Math.max(...frames),
      over50: frames.filter((each) => each > 50).length,
      longTasks: long.length,
      longestTask: Math.max(0, ...long),
      top: box.scrollTop,
      rows: shown,
    };
  },
  async toTop() {
    element.shadowRoot.querySelector('.viewport').scrollTop = 0;
    await frame();
  },
  /** From a jump to the very end until its rows are there. */
  async end() {
    const box = element.shadowRoot.querySelector('.viewport');
    const start = performance.now();
    box.scrollTop = box.scrollHeight;
    const total = Number(rows()[0].getAttribute('aria-setsize'));
    await until(() => rows().some((row) => Number(row.getAttribute('aria-posinset')) === total));
    return performance.now() - start;
  },
  /** From a command elsewhere until the row says so. */
  async live() {
    const [row] = rows();
    const start = performance.now();
    const before = count();
    await backend.execute(
      { type: 'register', consultationId: crypto.randomUUID(), data: sampleValues.guestBook() },
      { key: crypto.randomUUID() },
    );
    await until(() => count() !== before || row.textContent === '');
    return performance.now() - start;
  },
  /** The same rows as a plain table, all of them in the page: what a page without any library would do. */
  async table() {
    const all = [];
    let cursor;
    do {
      const page = await backend.list({
        sort: '-updatedAt',
        limit: 200,
        ...(cursor && { cursor }),
      });
      all.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    element = undefined;
    host.replaceChildren();
    await frame();
    const start = performance.now();
    const box = document.createElement('div');
    box.className = 'plain';
    const table = document.createElement('table');
    for (const { tiket, nama, judul, state, registeredAt } of all) {
      const tr = table.insertRow();
      for (const text of [tiket, nama, judul, state, registeredAt])
        tr.insertCell().textContent = text;
    }
    box.append(table);
    host.append(box);
    await frame();
    const shown = performance.now() - start;
    const taken = [];
    for (const word of ['w', 'wi', 'wib', 'wibo', 'wibow', 'wibowo']) {
      const from = performance.now();
      for (const tr of table.rows) tr.hidden = !tr.textContent.toLowerCase().includes(word);
      await frame();
      taken.push(performance.now() - from);
    }
    for (const tr of table.rows) tr.hidden = false;
    await frame();
    return { shown, taken };
  },
  memory: () => performance.memory?.usedJSHeapSize ?? 0,
  nodes: () =>
    host.querySelectorAll('*').length + (element?.shadowRoot?.querySelectorAll('*').length ?? 0),
};
