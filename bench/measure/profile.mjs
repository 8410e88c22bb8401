import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openTab } from './tab.mjs';

const listed = 45;

/**
 * Profiles of mounting, typing and sending, written to `folder` as `.cpuprofile` (Chrome's tools open them), and the
 * functions that cost most by themselves. The page has to be built with its names.
 */
export async function profile(browser, url, form, { folder, name }) {
  mkdirSync(folder, { recursive: true });
  const tab = await openTab(browser, `${url}/index.html`);
  const { session } = tab;
  const during = async (phase, work) => {
    await session.send('Profiler.start');
    const { cpu, script, layout } = await tab.cpu(work);
    const { profile: recorded } = await session.send('Profiler.stop');
    writeFileSync(resolve(folder, `${name}-${phase}.cpuprofile`), JSON.stringify(recorded));
    const [all, own, style] = [cpu, script, layout].map((value) => value.toFixed(1));
    console.log(`\n${name} ${phase}: ${all} ms, scripts ${own}, layout and style ${style}`);
    const [itself, whole] = costliest(recorded);
    itself.forEach(([place, time], index) => {
      const [outer, total] = whole[index] ?? ['', 0];
      console.log(
        `  ${time.toFixed(1).padStart(6)} ${place.padEnd(36)} ${total.toFixed(1).padStart(6)} ${outer}`,
      );
    });
  };
  const focus = `bench.focus(${JSON.stringify(form.typeInto)})`;
  const type = async () => {
    await tab.run(focus);
    for (let time = 0; time < 20; time += 1) {
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'a', key: 'a' });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'a' });
    }
  };
  try {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 100 });
    await during('eval', () => tab.run(`import('${url}/main.js').then(() => 0)`));
    await during('mount', () => tab.run('bench.mount()'));
    await tab.run(focus);
    await tab.run('bench.blur()');
    await during('20-keys', type);
    await during('submit', () => tab.run('bench.submit()'));
    await during('20-keys-after-submit', type);
  } finally {
    await tab.close();
  }
}

/** Milliseconds spent in each function itself, and with all that it calls; the most expensive first. */
function costliest({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parent = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  const itself = new Map();
  const whole = new Map();
  const add = (to, place, time) => to.set(place, (to.get(place) ?? 0) + time);
  samples.forEach((sampled, index) => {
    const time = timeDeltas[index] / 1000;
    const seen = new Set();
    for (let id = sampled; id !== undefined; id = parent.get(id)) {
      const { functionName, lineNumber } = byId.get(id).callFrame;
      if (/^\((?:idle|program)\)$/.test(functionName)) return;
      if (functionName === '(root)') break;
      const place = `${functionName || '(anonymous)'}:${lineNumber + 1}`;
      if (id === sampled) add(itself, place, time);
      if (!seen.has(place)) add(whole, place, time);
      seen.add(place);
    }
  });
  return [itself, whole].map((spent) => [...spent].sort(([, a], [, b]) => b - a).slice(0, listed));
}
