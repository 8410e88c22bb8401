import { sha256Hex } from '@lpse-konsultasi/form-schema';
import type { AttachmentFile, AttachmentRef, Backend } from '../../backend.js';
import { check, equal, failsWith } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import type { Chapter } from './chapter.js';

function fileOf(bytes: Uint8Array, changes: Partial<AttachmentFile> = {}): AttachmentFile {
  return { nama: 'contoh.pdf', mime: 'application/pdf', ...changes, bytes };
}

/** A file that servers take for what it says it is, with every byte there is; `mark` makes it another one. */
export function allBytes(mark = ''): Uint8Array {
  const head = new TextEncoder().encode(`%PDF-1.4\n${mark}`);
  const bytes = new Uint8Array(head.length + 256);
  bytes.set(head);
  for (let index = 0; index < 256; index++) bytes[head.length + index] = index;
  return bytes;
}

function sameBytes(actual: Uint8Array, expected: Uint8Array): void {
  check(actual instanceof Uint8Array, 'the bytes are a Uint8Array');
  equal([...actual], [...expected], 'the bytes');
}

/** A case whose user hands files in, as a page does it. */
async function visit(desk: ConformanceDesk): Promise<{
  readonly user: Backend;
  readonly consultationId: string;
  attach(file: AttachmentFile): Promise<AttachmentRef>;
  attachment(sha256: string): Promise<AttachmentFile>;
}> {
  const consultationId = await desk.register();
  const user = await desk.user;
  return {
    user,
    consultationId,
    attach: (file) => user.attach(file, { consultationId }),
    attachment: (sha256) => user.attachment(sha256, { consultationId }),
  };
}

const cases: Chapter = [
  {
    name: 'gives back every byte that it was given',
    async run(desk) {
      const visitor = await visit(desk);
      const bytes = allBytes(desk.fresh('berkas'));
      const sha256 = sha256Hex(bytes);
      const [nama, mime] = ['contoh.pdf', 'application/pdf'];
      const ref = await visitor.attach(fileOf(bytes));
      equal(ref, { nama, mime, ukuran: bytes.length, sha256 }, 'the reference');
      const file = await visitor.attachment(sha256);
      sameBytes(file.bytes, bytes);
      equal({ nama: file.nama, mime: file.mime }, { nama, mime }, 'the file');
    },
  },
  {
    name: 'shows an officer what the user attached',
    async run(desk) {
      const visitor = await visit(desk);
      const { sha256 } = await visitor.attach(fileOf(allBytes()));
      sameBytes((await (await desk.officer).attachment(sha256)).bytes, allBytes());
    },
  },
  {
    name: 'stores the same bytes once, under whatever name they come',
    async run(desk) {
      const visitor = await visit(desk);
      const first = await visitor.attach(fileOf(allBytes()));
      const second = await visitor.attach(fileOf(allBytes(), { nama: 'lain.pdf' }));
      equal(second.sha256, first.sha256, 'the hash');
      equal(second.nama, 'lain.pdf', 'the name in the second reference');
      sameBytes((await visitor.attachment(first.sha256)).bytes, allBytes());
    },
  },
  {
    name: 'stores the part of a buffer that it was given, and no more',
    async run(desk) {
      const visitor = await visit(desk);
      const whole = new Uint8Array(400);
      whole.set(allBytes(), 10);
      const part = new Uint8Array(whole.buffer, 10, 100);
      const { sha256, ukuran } = await visitor.attach(fileOf(part));
      equal(ukuran, 100, 'the size');
      const { bytes } = await visitor.attachment(sha256);
      sameBytes(bytes, part);
      equal(bytes.buffer.byteLength, 100, 'the size of the buffer');
    },
  },
  {
    name: 'keeps its bytes whatever is done to those that it was given or gave',
    async run(desk) {
      const visitor = await visit(desk);
      const bytes = allBytes();
      const running = visitor.attach(fileOf(bytes));
      bytes.fill(0);
      const { sha256 } = await running;
      equal(sha256, sha256Hex(allBytes()), 'the hash');
      (await visitor.attachment(sha256)).bytes.fill(0);
      sameBytes((await visitor.attachment(sha256)).bytes, allBytes());
    },
  },
  {
    name: 'takes a file of five mebibytes',
    async run(desk) {
      const visitor = await visit(desk);
      const bytes = new Uint8Array(5 * 1024 * 1024).fill(7);
      bytes.set(allBytes());
      const { sha256, ukuran } = await visitor.attach(fileOf(bytes));
      equal(ukuran, bytes.length, 'the size');
      equal(sha256Hex((await visitor.attachment(sha256)).bytes), sha256, 'the hash of the bytes');
    },
  },
  ...[
    '../../etc/passwd.pdf',
    '<img src=x onerror=alert(1)>.pdf',
    'résumé ’ 📎.pdf',
    `"kutip" ; filename=lain.exe; x='.pdf`,
    'a\\b%2F%00.pdf',
    `${'n'.repeat(251)}.pdf`,
    'surat…نص‮.pdf',
  ].map((nama) => ({
    name: `keeps the name ${JSON.stringify(nama.slice(0, 40))} as it is`,
    async run(desk: ConformanceDesk): Promise<void> {
      const visitor = await visit(desk);
      const ref = await visitor.attach(fileOf(allBytes(desk.fresh('nama')), { nama }));
      equal(ref.nama, nama, 'the name in the reference');
      equal((await visitor.attachment(ref.sha256)).nama, nama, 'the name of the file');
    },
  })),
  {
    name: 'says so when it has no such file',
    async run(desk) {
      const visitor = await visit(desk);
      for (const sha256 of ['0'.repeat(64), '', '__proto__'])
        await failsWith('LPSE_ATTACHMENT_NOT_FOUND', () => visitor.attachment(sha256));
    },
  },
];

export const attachments: Chapter = cases.map((each) => ({ needs: 'attachments', ...each }));
