import { sha256Hex } from '@lpse-konsultasi/form-schema';
import type { AttachmentFile } from '../../backend.js';
import { check, equal, failsWith } from '../assert.js';
import type { Chapter } from './chapter.js';

function fileOf(bytes: Uint8Array, changes: Partial<AttachmentFile> = {}): AttachmentFile {
  return { nama: 'contoh.png', mime: 'image/png', ...changes, bytes };
}

/** Every byte there is. */
function allBytes(): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, index) => index);
}

function sameBytes(actual: Uint8Array, expected: Uint8Array): void {
  check(actual instanceof Uint8Array, 'the bytes are a Uint8Array');
  equal([...actual], [...expected], 'the bytes');
}

const cases: Chapter = [
  {
    name: 'gives back every byte that it was given',
    async run(desk) {
      const user = await desk.user;
      const ref = await user.attach(fileOf(allBytes()));
      const sha256 = sha256Hex(allBytes());
      equal(ref, { nama: 'contoh.png', mime: 'image/png', ukuran: 256, sha256 }, 'the reference');
      const file = await user.attachment(sha256);
      sameBytes(file.bytes, allBytes());
      equal(
        { nama: file.nama, mime: file.mime },
        { nama: 'contoh.png', mime: 'image/png' },
        'file',
      );
    },
  },
  {
    name: 'shows an officer what the user attached',
    async run(desk) {
      const { sha256 } = await (await desk.user).attach(fileOf(allBytes()));
      sameBytes((await (await desk.officer).attachment(sha256)).bytes, allBytes());
    },
  },
  {
    name: 'stores the same bytes once, under whatever name they come',
    async run(desk) {
      const user = await desk.user;
      const first = await user.attach(fileOf(allBytes()));
      const second = await user.attach(fileOf(allBytes(), { nama: 'lain.png' }));
      equal(second.sha256, first.sha256, 'the hash');
      equal(second.nama, 'lain.png', 'the name in the second reference');
      sameBytes((await user.attachment(first.sha256)).bytes, allBytes());
    },
  },
  {
    name: 'stores the part of a buffer that it was given, and no more',
    async run(desk) {
      const user = await desk.user;
      const part = new Uint8Array(allBytes().buffer, 10, 5);
      const { sha256, ukuran } = await user.attach(fileOf(part));
      equal(ukuran, 5, 'the size');
      const { bytes } = await user.attachment(sha256);
      sameBytes(bytes, part);
      equal(bytes.buffer.byteLength, 5, 'the size of the buffer');
    },
  },
  {
    name: 'keeps its bytes whatever is done to those that it was given or gave',
    async run(desk) {
      const user = await desk.user;
      const bytes = allBytes();
      const running = user.attach(fileOf(bytes));
      bytes.fill(0);
      const { sha256 } = await running;
      equal(sha256, sha256Hex(allBytes()), 'the hash');
      (await user.attachment(sha256)).bytes.fill(0);
      sameBytes((await user.attachment(sha256)).bytes, allBytes());
    },
  },
  {
    name: 'takes an empty file and one of five mebibytes',
    async run(desk) {
      const user = await desk.user;
      for (const size of [0, 5 * 1024 * 1024]) {
        const bytes = new Uint8Array(size).fill(7);
        const { sha256, ukuran } = await user.attach(fileOf(bytes));
        equal(ukuran, size, 'the size');
        equal(sha256Hex((await user.attachment(sha256)).bytes), sha256, 'the hash of the bytes');
      }
    },
  },
  {
    name: 'keeps a name as it is, whatever it looks like',
    async run(desk) {
      const user = await desk.user;
      const names = ['../../etc/passwd', '<img src=x onerror=alert(1)>.png', 'résumé ’ 📎.pdf'];
      for (const [index, nama] of names.entries()) {
        const ref = await user.attach(fileOf(new Uint8Array([index]), { nama }));
        equal(ref.nama, nama, 'the name in the reference');
        equal((await user.attachment(ref.sha256)).nama, nama, 'the name of the file');
      }
    },
  },
  {
    name: 'says so when it has no such file',
    async run(desk) {
      const user = await desk.user;
      for (const sha256 of ['0'.repeat(64), '', '__proto__'])
        await failsWith('LPSE_ATTACHMENT_NOT_FOUND', () => user.attachment(sha256));
    },
  },
];

export const attachments: Chapter = cases.map((each) => ({ needs: 'attachments', ...each }));
