// What a page does for the test of uploads; it is built from the sources and runs there.
import type { AttachmentRef } from '@lpse-konsultasi/client';
import { createHttpBackend } from '@lpse-konsultasi/client/http';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';

export interface Uploaded {
  readonly progress: readonly number[];
  readonly reference?: AttachmentRef;
  /** The name of the error, when it ended with one. */
  readonly failure?: string;
}

const backend = createHttpBackend({ endpoint: '/api/v1', profile });

/** A PNG of so many bytes, of which nobody has another. */
function pictureOf(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536)
    crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
  bytes.set([137, 80, 78, 71, 13, 10, 26, 10]);
  return bytes;
}

export const deeds = {
  async register(): Promise<void> {
    const data = sampleValues.guestBook();
    const consultationId = crypto.randomUUID();
    await backend.execute({ type: 'register', consultationId, data }, { key: consultationId });
  },
  /** Uploads so many bytes; calls it off when so much of them is sent. */
  async upload(size: number, stopAt = Infinity): Promise<Uploaded> {
    const stop = new AbortController();
    const progress: number[] = [];
    const onProgress = (fraction: number): void => {
      progress.push(fraction);
      if (fraction >= stopAt) stop.abort();
    };
    try {
      const file = { nama: 'layar.png', mime: 'image/png', bytes: pictureOf(size) };
      const reference = await backend.attach(file, { signal: stop.signal, onProgress });
      return { progress, reference };
    } catch (error) {
      return { progress, failure: error instanceof Error ? error.name : String(error) };
    }
  },
};

declare global {
  var uploads: typeof import('./upload-page.js').deeds;
}
globalThis.uploads = deeds;
