import { svg, type SVGTemplateResult } from 'lit';

export interface Bar {
  readonly label: string;
  readonly value: number;
}

const height = 120;
const base = 100;
const gap = 0.25;
/** Pixels to a unit of the drawing, at the least: the labels are 8 units high, and have to be read. */
const scale = 1.4;

/**
 * Bars over a line, each with its number above. They fill the width that there is; where that is too little to read
 * them, they are drawn wider, to be scrolled. The table beside says the same in words.
 */
export function renderBars(bars: readonly Bar[]): SVGTemplateResult {
  const step = 20;
  const width = Math.max(bars.length * step, 200);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return svg`
    <svg class="bars" width=${width * scale} viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
      <line class="ground" x1="0" x2=${width} y1=${base} y2=${base}></line>
      ${bars.map(({ label, value }, index) => {
        const size = (value / most) * (base - 20);
        const x = index * step + (step * gap) / 2;
        const middle = index * step + step / 2;
        return svg`
          <rect class="bar" x=${x} y=${base - size} width=${step * (1 - gap)} height=${size}></rect>
          ${value === 0 ? '' : svg`<text class="value" x=${middle} y=${base - size - 4}>${value}</text>`}
          <text class="label" x=${middle} y=${base + 14}>${label}</text>
        `;
      })}
    </svg>
  `;
}
