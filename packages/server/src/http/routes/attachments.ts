import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { dispositionHeader, nameOfDisposition } from '@lpse-konsultasi/client/wire';
import { spool } from '../../store/attachments.js';
import { kindOf } from '../../store/file-kind.js';
import { isStorable } from '../../store/storable.js';
import { publicAndStaff } from '../access.js';
import { HttpProblem } from '../problem.js';
import { byteRange } from '../range.js';
import type { Services } from '../services.js';
import { single } from './consultations.js';

interface FileRoute {
  readonly Params: { readonly sha256: string };
}

export function attachmentRoutes(app: FastifyInstance, services: Services): void {
  const { attachments, hub, limits } = services;
  // The body is the file: it is taken as a stream, whatever it says that it is.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.post(
    '/attachments',
    { config: { allow: publicAndStaff }, bodyLimit: limits.attachmentBytes + 1 },
    async (request, reply) => {
      const { office, caller } = request;
      const nama = nameOfDisposition(single(request.headers['content-disposition']));
      if (nama === undefined || nama.length > 255 || !isStorable(nama))
        throw new HttpProblem('LPSE_REQUEST_MALFORMED', {
          params: { what: 'content-disposition' },
        });
      const declared = single(request.headers['content-type']) ?? '';
      if (!/^[a-z0-9][\w.+-]*\/[\w.+-]+$/.test(declared))
        throw new HttpProblem('LPSE_ATTACHMENT_TYPE');
      const announced = Number(single(request.headers['content-length']) ?? Number.NaN);
      if (announced > limits.attachmentBytes) throw new HttpProblem('LPSE_ATTACHMENT_TOO_LARGE');
      const file = await spool(request.body as Readable, limits.attachmentBytes);
      try {
        if (limits.attachmentTypes === 'checked') {
          if (file.size === 0) throw new HttpProblem('LPSE_ATTACHMENT_EMPTY');
          if ((await kindOf(file, nama, declared)) === undefined)
            throw new HttpProblem('LPSE_ATTACHMENT_TYPE');
        }
        const owner = caller.kind === 'public' ? caller.tokenHash : 'desk';
        const ref = await attachments.keep(office.id, file, { nama, mime: declared }, owner);
        return reply
          .code(201)
          .header('location', `${request.url.split('?', 1)[0]}/${ref.sha256}`)
          .header('lpse-position', hub.position)
          .send(ref);
      } finally {
        await file.discard();
      }
    },
  );

  app.get<FileRoute>(
    '/attachments/:sha256',
    { config: { allow: publicAndStaff } },
    async (request, reply) => {
      const { office, caller } = request;
      const { sha256 } = request.params;
      const isOpen =
        caller.kind === 'staff' ||
        (caller.kind === 'public' &&
          (await attachments.isOpenTo(office.id, sha256, caller.tokenHash)));
      const file = isOpen ? await attachments.find(office.id, sha256) : undefined;
      if (file === undefined) throw new HttpProblem('LPSE_ATTACHMENT_NOT_FOUND');
      const { nama, mime, size } = file;
      const etag = `"${sha256}"`;
      reply.headers({
        etag,
        'accept-ranges': 'bytes',
        'cache-control': 'private, no-store',
        'content-disposition': dispositionHeader(nama),
        'x-content-type-options': 'nosniff',
        // Should a browser show it after all, it is nobody's page.
        'content-security-policy': "default-src 'none'; sandbox",
        'lpse-position': hub.position,
      });
      if (single(request.headers['if-none-match']) === etag) return reply.code(304).send();
      const range = byteRange(single(request.headers.range), size);
      if (range === 'beyond')
        throw new HttpProblem('LPSE_RANGE_INVALID', {
          headers: { 'content-range': `bytes */${size}` },
        });
      const { start, end } = range ?? { start: 0, end: size };
      if (range !== undefined)
        reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${size}`);
      return reply
        .type(mime)
        .header('content-length', end - start)
        .send(Readable.from(file.bytes(start, end)));
    },
  );
}
