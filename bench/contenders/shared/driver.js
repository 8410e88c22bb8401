/**
 * The side of the bench that runs in the page: the same few calls for every contender.
 *
 * A contender is `{ mount(host, onSubmit), unmount(), control(key), submit(), fill(value), errors }`; `errors` is the
 * selector of its messages.
 */
export function serve(contender) {
  const host = document.querySelector('#host');
  const bench = {
    /** What was handed in, last first. */
    submitted: [],
    /** Milliseconds from the press of each key to the frame that shows it. */
    keyTimes: [],

    async mount() {
      await contender.mount(host, (value) => bench.submitted.unshift(value));
      await painted();
    },
    async unmount() {
      await contender.unmount();
      await painted();
    },
    async cycle(times) {
      for (let time = 0; time < times; time += 1) {
        await bench.mount();
        await bench.unmount();
      }
    },
    async submit() {
      const before = performance.now();
      await contender.submit();
      await painted();
      return performance.now() - before;
    },
    async fill(value) {
      await contender.fill(value);
      await painted();
    },
    /** Sets the focus; answers whether it is there. */
    async focus(key) {
      const control = contender.control(key);
      control?.scrollIntoView({ block: 'center' });
      control?.focus();
      await painted();
      return control !== null && control !== undefined && deepActive() === control;
    },
    async blur() {
      deepActive()?.blur();
      await painted();
    },
    /** Resolves when `count` keys are on the screen. */
    async keyed(count) {
      while (bench.keyTimes.length < count) await painted();
    },
    controls: () => visible('input, select, textarea').length,
    errors: () =>
      visible(contender.errors).filter((element) => element.textContent.trim() !== '').length,
  };
  globalThis.bench = bench;
  globalThis.addEventListener(
    'keydown',
    () => {
      const pressed = performance.now();
      void frame().then(() => bench.keyTimes.push(performance.now() - pressed));
    },
    true,
  );
  if (document.body.dataset.auto !== undefined)
    void bench.mount().then(() => (bench.shownAt = performance.now()));
}

/** Resolves when all that was changed before is drawn; twice, for engines that put work off to the next frame. */
async function painted() {
  await frame();
  await frame();
}

function frame() {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage(0);
    });
  });
}

function deepActive(root = document) {
  const { activeElement } = root;
  return activeElement?.shadowRoot ? deepActive(activeElement.shadowRoot) : activeElement;
}

/** What the selector finds in the form and in every open shadow root, as far as it has a box. */
function visible(selector) {
  return deep(document.querySelector('#host'), selector).filter(
    (element) => element.getClientRects().length > 0,
  );
}

function deep(root, selector) {
  const found = [...root.querySelectorAll(selector)];
  for (const element of root.querySelectorAll('*'))
    if (element.shadowRoot) found.push(...deep(element.shadowRoot, selector));
  return found;
}
