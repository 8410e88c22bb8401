import { html, svg, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import page from '../docs/reference/tokens.md?raw';

const meta: Meta = { title: 'Tokens' };

export default meta;

/** The cells of the table rows under a heading of the reference: what is read here is what is documented. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| (`--.+) \|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => cell.trim().replaceAll('`', '')),
  );
}

/** Relative luminance after WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): string {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return `${((light + 0.05) / (dark + 0.05)).toFixed(1)} : 1`;
}

/** Grounds and dividing lines: nothing is read in these colours. */
const isGround = /-(paper|paper-soft|line|good-soft|warn-soft|bad-soft|focus-edge)$/;

function swatch(name: string, value: string, ground: string): TemplateResult {
  if (!value.startsWith('#')) return html`${value}`;
  return html`
    <svg width="72" height="28" aria-hidden="true">
      ${svg`<rect width="72" height="28" fill=${ground} stroke="#66737e" /><rect x="6" y="6" width="60" height="16" fill=${value} />`}
    </svg>
    <code>${value}</code> ${isGround.test(name) ? '' : contrast(value, ground)}
  `;
}

/** Names and values, each colour on its ground with the contrast between the two. */
export const Colours: StoryObj = {
  render: () => {
    const rows = rowsUnder('Colour');
    const grounds = new Map(rows.map(([name = '', ...values]) => [name, values]));
    /** Text on a colour stands on that colour, everything else on paper. */
    const groundOf = (name: string, scheme: 0 | 1): string =>
      grounds.get(/-on-/.test(name) ? name.replace('-on-', '-') : '--lpse-color-paper')?.[scheme] ??
      '#ffffff';
    return html`
      <table class="tokens">
        <caption>
          Colours, with their contrast on paper or on the colour that they are for
        </caption>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
            <th scope="col">For</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name = '', light = '', dark = '', purpose = '']) =>
              html`<tr>
                <th scope="row"><code>${name}</code></th>
                <td>${swatch(name, light, groundOf(name, 0))}</td>
                <td>${swatch(name, dark, groundOf(name, 1))}</td>
                <td>${purpose}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    `;
  },
};

/** Type, space and shape. */
export const Sizes: StoryObj = {
  render: () =>
    html`<table class="tokens">
      <caption>
        Type, space and shape
      </caption>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Default</th>
          <th scope="col">For</th>
        </tr>
      </thead>
      <tbody>
        ${[...rowsUnder('Type'), ...rowsUnder('Space and shape')].map(
          ([name = '', value = '', purpose = '']) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td><code>${value}</code></td>
              <td>${purpose}</td>
            </tr>`,
        )}
      </tbody>
    </table>`,
};
