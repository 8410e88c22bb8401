import { inkBox } from './ink-box.js';
import { capHeight, letters, lineHeight, type Letter } from './letters.js';

/** How far the hand leans to the right, per unit of height. */
const slant = 0.22;
/** Between two letters, in the letters' units. */
const gap = 4;
const margin = 10;
/** Pixels of the box for one unit of a letter; a short name does not fill the box. */
const largest = 2.4;
/** Above this width, in the letters' units, words stand on two lines. */
const longLine = 230;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly corner: boolean;
}

/**
 * Typed initials or a typed name as the strokes of a plain hand, in the same path data that a drawing has: legible on
 * every screen and paper, whatever fonts there are. Signs that the hand does not know lose their marks ("é" is "e") or
 * are left out; '' when nothing is left. Where `maxLength` is too short for round strokes they become straight.
 */
export function typedInk(text: string, maxLength = 20_000): string {
  const lines = inLines(writable(text));
  const width = Math.max(...lines.map(widthOf));
  if (width <= 0) return '';
  const height = capHeight + lineHeight * (lines.length - 1) + (lineHeight - capHeight);
  const lean = slant * capHeight;
  const scale = Math.min(
    largest,
    (inkBox.width - 2 * margin) / (width + lean),
    (inkBox.height - 2 * margin) / height,
  );
  const top = (inkBox.height - height * scale) / 2;
  const write = (draw: (points: readonly Point[]) => string): string =>
    lines
      .flatMap((line, index) => strokesOf(line, index * lineHeight))
      .map((stroke) =>
        draw(
          stroke.map(({ x, y, corner }) => ({
            // The second line leans from its own baseline, so that both begin in one place.
            x: margin + x * scale,
            y: top + y * scale,
            corner,
          })),
        ),
      )
      .join('');
  const round = write(roundStroke);
  return round.length <= maxLength ? round : write(straightStroke);
}

/** Without what the hand cannot write. */
function writable(text: string): string {
  const plain = text.normalize('NFD').replaceAll("'", '’').replace(/\s+/g, ' ').trim();
  return [...plain].filter((sign) => letters.has(sign)).join('');
}

/** One line, or two of about the same width. */
function inLines(text: string): string[] {
  if (widthOf(text) <= longLine) return [text];
  const middle = text.length / 2;
  const breaks = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [best] = breaks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return best === undefined ? [text] : [text.slice(0, best), text.slice(best + 1)];
}

function letterOf(sign: string): Letter {
  return letters.get(sign) ?? [0];
}

function widthOf(line: string): number {
  const widths = [...line].map((sign) => letterOf(sign)[0] + gap);
  return widths.reduce((sum, width) => sum + width, -gap);
}

function strokesOf(line: string, below: number): Point[][] {
  let left = 0;
  return [...line].flatMap((sign) => {
    const [width, ...strokes] = letterOf(sign);
    const start = left;
    left += width + gap;
    return strokes.map((stroke) => stroke.split(' ').map((point) => pointOf(point, start, below)));
  });
}

function pointOf(text: string, left: number, below: number): Point {
  const [x = 0, y = 0] = text.replace('!', '').split(',').map(Number);
  return { x: left + x + (capHeight - y) * slant, y: below + y, corner: text.endsWith('!') };
}

/** Corners are met; between them the stroke is drawn towards each point and past it. */
function roundStroke(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  if (rest.length === 0) return `M${at(first)}L${at(first)}`;
  let path = `M${at(first)}`;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    const isCorner = point.corner || next === undefined;
    const before = index === 0 ? first : rest[index - 1];
    const isStraight = isCorner && (index === 0 || before?.corner === true);
    if (isStraight) path += `L${at(point)}`;
    else if (!isCorner)
      path += `Q${at(point)} ${at(next.corner || isLast(rest, index + 1) ? next : between(point, next))}`;
    // A corner or an end after a round point was met by that point's curve already.
  });
  return path;
}

function isLast(points: readonly Point[], index: number): boolean {
  return index === points.length - 1;
}

function straightStroke(points: readonly Point[]): string {
  const [first] = points;
  if (first === undefined) return '';
  return points.length === 1
    ? `M${at(first)}L${at(first)}`
    : `M${points.map((point) => at(point)).join('L')}`;
}

function between(a: Point, b: Point): Pick<Point, 'x' | 'y'> {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function at({ x, y }: Pick<Point, 'x' | 'y'>): string {
  return `${tenth(x)} ${tenth(y)}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
