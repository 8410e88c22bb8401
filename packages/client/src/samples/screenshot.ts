import { sha256Hex } from '@lpse-konsultasi/form-schema';
import type { AttachmentFile, AttachmentRef } from '../backend.js';

/** A drawn window with an error box (240 × 150): a screenshot that shows nobody's screen. */
const screenshot = [
  'iVBORw0KGgoAAAANSUhEUgAAAPAAAACWBAMAAAAS1hjmAAAAD1BMVEX///8fTnnZ4uzEKxx4goyNejthAAAAsElE',
  'QVR42u3ZwQnEIBAFUGErSAtWENgW0n9NOe9CJAbDmMz7DbyDzkeZsgSlgMHvhGszYDD4CbDKBIOHwAfDW24PGAwG',
  'g7vg7TdgsHECg8GTw9/BmQNudXUcvI482A84CG7eajAYPBj+b9pc8NaZCeETXQ3OBSsQ8Dvg3A+BeingULjz75QP',
  '9j9WmXm7Ggx+DqxAwGAwONOKb0o4bI0LBoPBYDAYDAaDwWAwGAwGn88O3FyaTImSdf8AAAAASUVORK5CYII=',
].join('');

export function sampleScreenshot(): AttachmentFile {
  const bytes = Uint8Array.from(atob(screenshot), (char) => char.charCodeAt(0));
  return { nama: 'contoh-tangkapan-layar.png', mime: 'image/png', bytes };
}

/** What the form holds of it. */
export function sampleScreenshotRef(): AttachmentRef {
  const { nama, mime, bytes } = sampleScreenshot();
  return { nama, mime, ukuran: bytes.byteLength, sha256: sha256Hex(bytes) };
}
