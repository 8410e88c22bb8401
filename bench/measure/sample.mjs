import { openTab } from './tab.mjs';

const keysPerSample = 20;
/** Long enough to tell: a form that needs a second for a key is not asked for twenty. */
const longestTyping = 4000;

/** One contender, one form: everything that is measured again and again. */
export async function sample(browser, url, form) {
  return { ...(await filling(browser, url, form)), ...(await sending(browser, url, form)) };
}

/** A fresh tab: the script, the form, and typing into a field that was left once. */
async function filling(browser, url, form) {
  const tab = await openTab(browser, `${url}/index.html`);
  try {
    const blank = await tab.memory();
    const load = await tab.cpu(() => tab.run(`import('${url}/main.js').then(() => 0)`));
    const mount = await tab.cpu(() => tab.run('bench.mount()'));
    const mounted = await tab.memory();
    await tab.run(`bench.focus(${JSON.stringify(form.typeInto)})`);
    await press(tab, 'a');
    await tab.run('bench.keyed(1)');
    await tab.run('bench.blur()');
    const typing = await keys(tab, form, 1);
    return {
      eval: load.cpu,
      mount: mount.cpu,
      mountScript: mount.script,
      mountLayout: mount.layout,
      key: typing.perKey,
      keyScript: typing.script,
      keyWall: typing.wall,
      heap: mounted.heap,
      nodes: mounted.nodes - blank.nodes,
      listeners: mounted.listeners - blank.listeners,
    };
  } finally {
    await tab.close();
  }
}

/** Another: an empty form is sent, and then mended. */
async function sending(browser, url, form) {
  const tab = await openTab(browser, `${url}/index.html`);
  try {
    await tab.run(`import('${url}/main.js').then(() => 0)`);
    await tab.run('bench.mount()');
    const submit = await tab.cpu(() => tab.run('bench.submit()'));
    const mending = await keys(tab, form, 0);
    return {
      submit: submit.cpu,
      submitScript: submit.script,
      submitLayout: submit.layout,
      keyAfterSubmit: mending.perKey,
      keyAfterSubmitScript: mending.script,
    };
  } finally {
    await tab.close();
  }
}

/** CPU per key of typing into one field; `typed` keys came before. */
async function keys(tab, form, typed) {
  await tab.run(`bench.focus(${JSON.stringify(form.typeInto)})`);
  let count = 0;
  const { cpu, script, layout } = await tab.cpu(async () => {
    const start = performance.now();
    while (count < keysPerSample && performance.now() - start < longestTyping) {
      await press(tab, String.fromCharCode(97 + (count % 26)));
      count += 1;
      await tab.run(`bench.keyed(${typed + count})`);
    }
    // What a contender has put off (form-js waits 300 ms) belongs to the keys.
    await new Promise((done) => setTimeout(done, 400));
  });
  const times = await tab.run(`bench.keyTimes.slice(-${count})`);
  return {
    count,
    perKey: cpu / count,
    script: script / count,
    layout: layout / count,
    wall: median(times),
  };
}

function press({ session }, key) {
  const code = `Key${key.toUpperCase()}`;
  const windowsVirtualKeyCode = key.toUpperCase().charCodeAt(0);
  const common = { key, code, windowsVirtualKeyCode };
  return session
    .send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...common })
    .then(() => session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }));
}

/** 50 times on the page and off again: what stays. The first few times fill caches that are kept on purpose. */
export async function cycles(browser, url) {
  const tab = await openTab(browser, `${url}/index.html`);
  try {
    await tab.run(`import('${url}/main.js').then(() => 0)`);
    await tab.run('bench.cycle(10)');
    const before = await tab.memory();
    await tab.run('bench.cycle(50)');
    const after = await tab.memory();
    return {
      grown: after.heap - before.heap,
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
    };
  } finally {
    await tab.close();
  }
}

/**
 * A slow phone: from the address to the painted form, and what went over the line. Where the form stands in the HTML, also
 * when its script has taken over, and how far things moved in all.
 */
export async function cold(browser, url, isPredrawn = false) {
  const tab = await openTab(browser, 'about:blank', {
    width: 360,
    height: 740,
    before: async ({ page, session }) => {
      if (isPredrawn) await page.addInitScript(watchDrawn);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 200_000,
        uploadThroughput: 94_000,
      });
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    },
  });
  try {
    let bytes = 0;
    let requests = 0;
    tab.session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await tab.page.goto(`${url}/auto.html`, { waitUntil: 'commit' });
    await tab.page.waitForFunction('globalThis.bench?.shownAt > 0', undefined, { timeout: 60_000 });
    if (!isPredrawn) return { cold: await tab.run('bench.shownAt'), bytes, requests };
    await tab.page.waitForFunction('globalThis.drawn.takenOverAt > 0', undefined, {
      timeout: 60_000,
    });
    return { ...(await tab.run('globalThis.drawn')), bytes, requests };
  } finally {
    await tab.close();
  }
}

/**
 * In the page, before all else: looks at each frame whether the form with its style sheet is there, then waits for as many
 * frames as the others do; and for the moment when nothing pre-drawn is left.
 */
function watchDrawn() {
  const drawn = { cold: 0, takenOverAt: 0, shift: 0 };
  globalThis.drawn = drawn;
  new globalThis.PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) drawn.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  let frames = 0;
  const look = () => {
    const cover = globalThis.document
      .querySelector('lpse-form')
      ?.shadowRoot?.querySelector('[data-predrawn]');
    const isThere = cover?.querySelector('[part="submit"]') && cover.querySelector('link').sheet;
    if (drawn.cold === 0 && (isThere || frames > 0)) {
      frames += 1;
      if (frames > 2) drawn.cold = performance.now();
    } else if (drawn.cold > 0 && !cover) {
      drawn.takenOverAt = performance.now();
      return;
    }
    globalThis.requestAnimationFrame(look);
  };
  globalThis.requestAnimationFrame(look);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
