import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { openTab } from './tab.mjs';

/**
 * A number is believed only of a form that works: it is drawn, an empty one shows its errors, a valid one is handed in
 * as it was filled. Answers what is not so, in words; pictures of each state go to `screens`.
 */
export async function gate(browser, url, form, { screens, name, strict = false }) {
  const violations = [];
  const tab = await openTab(browser, `${url}/index.html`, {
    before: async ({ page }) => {
      await page.addInitScript(() => {
        globalThis.violations = [];
        globalThis.document.addEventListener(
          'securitypolicyviolation',
          ({ violatedDirective, blockedURI }) =>
            globalThis.violations.push(`${violatedDirective} ${blockedURI}`),
        );
      });
    },
  });
  const faults = [];
  const picture = async (state) => {
    if (screens === undefined) return;
    mkdirSync(screens, { recursive: true });
    await tab.page.screenshot({
      path: resolve(screens, `${name}-${form.name}-${state}.png`),
      fullPage: form.questions.length < 100,
      // The first picture of a thousand heavy fields takes its time.
      timeout: 120_000,
    });
  };
  try {
    await tab.run(`import('${url}/main.js').then(() => 0)`);
    await tab.run('bench.mount()');
    const asked = form.questions.filter(({ when }) => when === undefined).length;
    const controls = await tab.run('bench.controls()');
    if (controls < asked) faults.push(`shows ${controls} controls of at least ${asked}`);
    await picture('drawn');
    if (!(await tab.run(`bench.focus(${JSON.stringify(form.typeInto)})`)))
      faults.push(`has no control for ${form.typeInto}`);
    await tab.run('bench.submit()');
    const errors = await tab.run('bench.errors()');
    if (errors < form.requiredCount)
      faults.push(`shows ${errors} errors of ${form.requiredCount} after an empty submit`);
    await picture('errors');
    await tab.run(`bench.fill(${JSON.stringify(form.valid)})`);
    await tab.run('bench.submit()');
    const value = await tab.run('bench.submitted[0]');
    const wrong = Object.entries(form.valid).filter(([key, entry]) => value?.[key] !== entry);
    if (value === undefined) faults.push('does not accept the valid document');
    else if (wrong.length > 0)
      faults.push(`hands in other values: ${wrong.slice(0, 3).join('; ')}`);
    await picture('valid');
  } catch (error) {
    faults.push(error.message.split('\n')[0]);
  }
  if (strict) violations.push(...(await tab.run('globalThis.violations').catch(() => [])));
  faults.push(...tab.problems.map((message) => `throws: ${message}`));
  await tab.close();
  return { faults, violations };
}
