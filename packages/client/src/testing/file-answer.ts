import type { AttachmentFile } from '../backend.js';
import { dispositionHeader } from '../wire/index.js';

/** A file as the contract answers it: whole, in part, or that there is no such part. */
export function fileAnswer(
  { nama, mime, bytes }: AttachmentFile,
  sha256: string,
  range: string | null,
): Response {
  const headers = {
    'Content-Type': mime,
    'Content-Disposition': dispositionHeader(nama),
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-store',
    ETag: `"${sha256}"`,
  };
  const size = bytes.length;
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return new Response(bytes.slice(), { headers });
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start > end)
    return new Response(JSON.stringify({ code: 'LPSE_RANGE_INVALID' }), {
      status: 416,
      headers: { 'Content-Type': 'application/problem+json', 'Content-Range': `bytes */${size}` },
    });
  return new Response(bytes.slice(start, end + 1), {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${start}-${end}/${size}` },
  });
}
