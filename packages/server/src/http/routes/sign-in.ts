import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.js';
import { everyone } from '../access.js';
import { pagePolicy, pageSender, readPageFile } from '../pages.js';

const pages = {
  '/masuk': { page: 'masuk.html', words: 'masuk.json' },
  '/masuk/akun': { page: 'akun.html', words: 'akun.json' },
};

const files = {
  'masuk.css': 'text/css; charset=utf-8',
  'masuk.js': 'text/javascript; charset=utf-8',
  'akun.js': 'text/javascript; charset=utf-8',
  'server.js': 'text/javascript; charset=utf-8',
};

/**
 * The sign-in of staff, the page behind one-time links, and the administrator's page for accounts: plain HTML of this
 * server. The form SDK has no field for passphrases and no profile can make one, so no panel of a portal asks for one.
 */
export async function signInPages(
  app: FastifyInstance,
  { officeOf }: Services,
  basePath: string,
): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-cache' });
  });
  for (const [path, page] of Object.entries(pages))
    app.get(path, { config: { allow: everyone } }, await pageSender(page, officeOf, basePath));
  for (const [name, type] of Object.entries(files)) {
    const content = await readPageFile(name);
    app.get(`/masuk/${name}`, { config: { allow: everyone } }, async (_request, reply) =>
      reply.type(type).send(content),
    );
  }
}
