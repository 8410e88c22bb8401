import { inkBox } from './ink-box.js';

export interface InkPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * SVG path data for strokes drawn on a surface of the given size, fitted to the ink box and to `maxLength` characters:
 * where a drawing has too many points, every second one goes until it fits. '' when nothing was drawn.
 */
export function inkPath(
  strokes: readonly (readonly InkPoint[])[],
  surface: { readonly width: number; readonly height: number },
  maxLength = 20_000,
): string {
  let kept = strokes.filter((stroke) => stroke.length > 0);
  for (;;) {
    const path = kept.map((stroke) => strokePath(stroke, surface)).join('');
    if (path.length <= maxLength) return path;
    const thinner = kept.map((stroke) =>
      stroke.filter((_, index) => index % 2 === 0 || index === stroke.length - 1),
    );
    // Strokes of one or two points cannot get thinner: then whole strokes go, the last ones first.
    kept = countPoints(thinner) < countPoints(kept) ? thinner : kept.slice(0, -1);
  }
}

function strokePath(
  stroke: readonly InkPoint[],
  surface: { readonly width: number; readonly height: number },
): string {
  const scaled = stroke.map(
    ({ x, y }) =>
      `${clamp((x / surface.width) * inkBox.width, inkBox.width)} ` +
      `${clamp((y / surface.height) * inkBox.height, inkBox.height)}`,
  );
  // A single point is a dot: a stroke of no length, which round line caps make visible.
  if (scaled.length === 1) return `M${scaled[0]}L${scaled[0]}`;
  return `M${scaled.join('L')}`;
}

function clamp(value: number, limit: number): number {
  return Math.round(Math.min(Math.max(value, 0), limit) * 10) / 10;
}

function countPoints(strokes: readonly (readonly InkPoint[])[]): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}
