import { expect } from '@open-wc/testing';
import { tokens } from './tokens.js';

/** Text on its ground, and how much they must differ (WCAG 2.2: 1.4.6 for text, 1.4.11 for edges). */
const pairs = [
  ['ink', 'paper', 7],
  ['ink', 'paper-soft', 7],
  ['ink', 'accent-soft', 7],
  ['ink', 'good-soft', 7],
  ['ink', 'warn-soft', 7],
  ['ink', 'bad-soft', 7],
  ['ink-soft', 'paper', 7],
  ['ink-soft', 'paper-soft', 7],
  ['accent-text', 'paper', 7],
  ['good', 'paper', 7],
  ['warn', 'paper', 7],
  ['bad', 'paper', 7],
  ['good', 'good-soft', 4.5],
  ['warn', 'warn-soft', 4.5],
  ['bad', 'bad-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-good', 'good', 4.5],
  ['on-warn', 'warn', 4.5],
  ['on-bad', 'bad', 4.5],
  ['line-strong', 'paper', 3],
  ['accent', 'paper', 3],
  ['focus', 'paper', 3],
  ['focus', 'focus-edge', 3],
] as const;

/** An element with the tokens and nothing else, in a page of this scheme. */
function swatch(
  scheme: 'light' | 'dark',
  own: { readonly [property: string]: string } = {},
): {
  readonly colour: (name: string) => [number, number, number];
  readonly remove: () => void;
} {
  const host = document.createElement('div');
  host.style.colorScheme = scheme;
  for (const [property, value] of Object.entries(own)) host.style.setProperty(property, value);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens.styleSheet as CSSStyleSheet];
  const probe = document.createElement('span');
  root.append(probe);
  document.body.append(host);
  const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  return {
    colour(name) {
      probe.style.color = `var(--_lpse-${name})`;
      // Painting is what turns every colour space into the three numbers that reach the eye.
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    },
    remove: () => host.remove(),
  };
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

for (const scheme of ['light', 'dark'] as const) {
  describe(`On a ${scheme} page`, () => {
    for (const [text, ground, least] of pairs) {
      it(`${text} on ${ground} has a contrast of at least ${least}`, () => {
        const { colour, remove } = swatch(scheme);
        expect(contrast(colour(text), colour(ground))).to.be.at.least(least);
        remove();
      });
    }

    for (const accent of [
      '#ffc107',
      '#0d6efd',
      '#c00000',
      '#00ff88',
      '#777777',
      '#000000',
      '#fff',
    ]) {
      it(`an office that sets only its accent to ${accent} stays readable`, () => {
        const { colour, remove } = swatch(scheme, { '--lpse-color-accent': accent });
        expect(contrast(colour('on-accent'), colour('accent'))).to.be.at.least(4.5);
        expect(contrast(colour('accent-text'), colour('paper'))).to.be.at.least(4.5);
        expect(contrast(colour('ink'), colour('accent-soft'))).to.be.at.least(7);
        remove();
      });
    }
  });
}

describe('The tokens', () => {
  it('follow the page and not the system', () => {
    const light = swatch('light');
    const dark = swatch('dark');
    expect(luminance(light.colour('paper'))).to.be.above(0.9);
    expect(luminance(dark.colour('paper'))).to.be.below(0.05);
    light.remove();
    dark.remove();
  });

  it('are all in the reference, and the reference names no other', async () => {
    const page = await (await fetch('/docs/reference/tokens.md')).text();
    const documented = new Set(page.match(/--lpse-[a-z0-9-]+/g));
    const used = new Set(tokens.cssText.match(/--lpse-[a-z0-9-]+/g));
    expect([...documented].sort()).to.deep.equal([...used].sort());
  });
});
