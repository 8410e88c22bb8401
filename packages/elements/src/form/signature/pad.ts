import { inkBox } from './ink-box.js';

/** A stroke as the library keeps it; the library itself comes when a surface is opened. */
type PointGroup = ReturnType<InstanceType<Library>['toData']>[number];
type Library = Awaited<ReturnType<typeof load>>['default'];

const load = () => import('signature_pad');

/** Strokes in the units of the ink box, whatever the size of the surface that they were drawn on. */
export type Strokes = readonly PointGroup[];

export interface PadOptions {
  /** What was drawn before, e.g. on a surface that was taken away meanwhile. */
  readonly strokes: Strokes;
  readonly signal: AbortSignal;
  /** A stroke was drawn. */
  readonly drawn: (strokes: Strokes) => void;
}

/** A surface to draw on. */
export interface Pad {
  /** Shows other strokes. */
  show(strokes: Strokes): void;
}

/** Makes a canvas one to draw on; it keeps its ink when its size, the screen or the colours change. */
export async function openPad(canvas: HTMLCanvasElement, options: PadOptions): Promise<Pad> {
  const { default: SignaturePad } = await load();
  const { signal } = options;
  let strokes = options.strokes;
  if (signal.aborted) return { show: () => undefined };
  const ink = new SignaturePad(canvas, { minWidth: 1, maxWidth: 2.5 });
  const redraw = (): void => {
    fitToScreen(canvas);
    // In a dark scheme or forced colours the paper changes its colour, and the ink with it.
    ink.penColor = getComputedStyle(canvas).color;
    ink.fromData(scaled(strokes, widthOf(canvas) / inkBox.width, ink.penColor));
  };
  const show = (next: Strokes): void => {
    strokes = next;
    redraw();
  };
  ink.addEventListener('endStroke', () => {
    strokes = scaled(ink.toData(), inkBox.width / widthOf(canvas));
    options.drawn(strokes);
  });
  const watched = new ResizeObserver(redraw);
  watched.observe(canvas);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', redraw, { signal });
  }
  signal.addEventListener('abort', () => {
    watched.disconnect();
    ink.off();
  });
  redraw();
  return { show };
}

/** Gives the surface as many pixels as the screen has there. */
function fitToScreen(canvas: HTMLCanvasElement): void {
  const ratio = Math.max(devicePixelRatio, 1);
  const { width, height } = canvas.getBoundingClientRect();
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (wide === 0 || (canvas.width === wide && canvas.height === high)) return;
  canvas.width = wide;
  canvas.height = high;
  canvas.getContext('2d')?.scale(ratio, ratio);
}

function widthOf(canvas: HTMLCanvasElement): number {
  return canvas.getBoundingClientRect().width;
}

function scaled(strokes: Strokes, factor: number, penColor?: string): PointGroup[] {
  return strokes.map((stroke) => ({
    ...stroke,
    ...(penColor !== undefined && { penColor }),
    points: stroke.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })),
  }));
}
