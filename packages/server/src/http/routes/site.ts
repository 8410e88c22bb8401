import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { everyone } from '../access.js';

/** A folder of pages at a path that begins and ends with a slash. */
export interface Mount {
  readonly prefix: string;
  readonly folder: string;
}

/** As strict as a portal can be: what runs here runs under any sensible policy. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** Pages beside the API: hidden files and links that lead out of their folder do not exist. */
export async function siteRoutes(app: FastifyInstance, mounts: readonly Mount[]): Promise<void> {
  const [first] = mounts;
  if (first === undefined) return;
  // The routes are ours, so that each says who may use it. A file with a `.br` beside it goes out as that.
  await app.register(fastifyStatic, {
    root: first.folder,
    serve: false,
    dotfiles: 'ignore',
    preCompressed: true,
  });
  for (const { prefix, folder } of mounts)
    app.get(`${prefix}*`, { config: { allow: everyone } }, async (request, reply) => {
      const path = (request.params as { readonly '*': string })['*'];
      reply.header('content-security-policy', policy);
      // A chunk's name changes with its content; all other names stay, so they are asked for anew.
      reply.header(
        'cache-control',
        /^chunks\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      return reply.sendFile(file, folder, { cacheControl: false });
    });
}
