/** A tab of its own for one sample: nothing compiled, nothing cached, its own process. */
export async function openTab(browser, url, { width = 1280, height = 900, before } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  const session = await context.newCDPSession(page);
  await before?.({ page, session });
  await page.goto(url, { waitUntil: 'load' });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    page,
    session,
    problems,
    close: () => context.close(),
    /** Runs it in the page and answers what it resolves to. */
    async run(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    /** The CPU milliseconds that the page's main thread spends on `work`, and of them on scripts, layout and style. */
    async cpu(work) {
      await idle(session);
      const start = await metricsOf(session);
      const value = await work();
      await idle(session);
      const end = await metricsOf(session);
      const spent = (name) => (end[name] - start[name]) * 1000;
      return {
        value,
        cpu: spent('TaskDuration'),
        script: spent('ScriptDuration'),
        layout: spent('LayoutDuration') + spent('RecalcStyleDuration'),
      };
    },
    /** What is left after everything that can go is gone; the heap is that of scripts and of the page's nodes. */
    async memory() {
      for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize = 0 } = await session.send('Runtime.getHeapUsage');
      const { Nodes, JSEventListeners } = await metricsOf(session);
      return { heap: usedSize + embedderHeapUsedSize, nodes: Nodes, listeners: JSEventListeners };
    },
  };
}

async function metricsOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Until the tab has nothing more to do: time alone tells nothing here, so it is asked until nothing is added. */
async function idle(session) {
  let before = (await metricsOf(session)).TaskDuration;
  for (let quiet = 0; quiet < 2;) {
    await new Promise((done) => setTimeout(done, 60));
    const now = (await metricsOf(session)).TaskDuration;
    quiet = now - before < 0.001 ? quiet + 1 : 0;
    before = now;
  }
}
