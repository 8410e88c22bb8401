import { expect, test } from './support/test.js';

const fields = Array.from({ length: 120 }, (_, index) => `butir${index}`);
const form = {
  schema: {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((key, index) => [key, { title: `Butir ${index}`, type: 'string' }]),
    ),
  },
  layout: {
    fields: {},
    sections: Array.from({ length: 8 }, (_, index) => ({
      id: `bagian${index}`,
      fields: fields.slice(index * 15, (index + 1) * 15).map((key) => `/${key}`),
    })),
  },
};

test('a screen reader finds every field of a long form, also what is not laid out yet', async ({
  playwright,
  baseURL,
}) => {
  // Without this the browser makes its tree for assistive technology only as far as somebody looks.
  const browser = await playwright.chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '',
    args: ['--force-renderer-accessibility'],
  });
  const page = await browser.newPage({ ...(baseURL && { baseURL }) });
  await page.goto('konsultasi.html');
  await page.evaluate(async (given) => {
    await customElements.whenDefined('lpse-form');
    const element = Object.assign(document.createElement('lpse-form'), given);
    document.body.replaceChildren(element);
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  }, form);
  const last = page.getByLabel(`Butir ${fields.length - 1}`);
  const isLaidOut = await last.evaluate((control) =>
    control.checkVisibility({ contentVisibilityAuto: true }),
  );
  expect(isLaidOut).toBe(false);
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const named = new Set(
    nodes.filter(({ role }) => role?.value === 'textbox').map(({ name }) => String(name?.value)),
  );
  for (const [index] of fields.entries())
    expect([...named].some((name) => name.startsWith(`Butir ${index} (`))).toBe(true);
  await browser.close();
});
