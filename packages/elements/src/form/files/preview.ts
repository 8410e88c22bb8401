import { imageHeadLength, imageSize } from './image-size.js';
import { canDecode } from './shrink.js';

/** Which file a canvas shows, so that a new render does not draw it again. */
const drawn = new WeakMap<HTMLCanvasElement, Blob>();

/** An address of a file in memory is given up after this time: by then its page has read it. */
const addressLife = 60_000;

/**
 * Draws a picture into a canvas as large as the screen shows it, the right way up. A canvas and not an image: a strict
 * policy lets no page show an image from memory. A file that cannot be decoded, or not without harm, hides the canvas.
 */
export async function drawPicture(canvas: HTMLCanvasElement, file: Blob): Promise<void> {
  if (drawn.get(canvas) === file) return;
  drawn.set(canvas, file);
  const picture = await decoded(file, canvas.clientHeight * devicePixelRatio).catch(
    () => undefined,
  );
  // The canvas may have got another file meanwhile.
  if (drawn.get(canvas) !== file) return picture?.close();
  canvas.hidden = picture === undefined;
  if (picture === undefined) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
}

async function decoded(file: Blob, height: number): Promise<ImageBitmap | undefined> {
  const size = imageSize(new Uint8Array(await file.slice(0, imageHeadLength).arrayBuffer()));
  if (size === undefined || !canDecode(size)) return undefined;
  // Its two sides may still change places; what is small is not blown up.
  const isSmall = height < 1 || Math.max(size.width, size.height) <= height;
  return createImageBitmap(file, {
    imageOrientation: 'from-image',
    ...(!isSmall && { resizeHeight: Math.round(height), resizeQuality: 'high' }),
  });
}

/** Shows a picture in the dialog, which the browser closes with Escape and gives the focus back from. */
export function openViewer(dialog: HTMLDialogElement, file: File): void {
  const name = dialog.querySelector('.viewer-name');
  const canvas = dialog.querySelector('canvas');
  if (name !== null) name.textContent = file.name;
  dialog.showModal();
  if (canvas === null) return;
  canvas.setAttribute('aria-label', file.name);
  void drawPicture(canvas, file);
}

/** Shows a file in a tab of its own, by the browser's own reader. What it is, its bytes have told: never a page. */
export function openInTab(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), addressLife);
}
