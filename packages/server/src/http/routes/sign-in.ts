import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.js';
import { everyone } from '../access.js';

const folder = fileURLToPath(new URL('../../../pages', import.meta.url));

const scriptNames = ['masuk.js', 'akun.js', 'server.js'];

const languages = ['id', 'en'] as const;
type Language = (typeof languages)[number];

/** A page that takes passphrases loads nothing but its own two files, and stands in nobody's frame. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

interface PageRoute {
  readonly Querystring: { readonly lang?: string };
}

/**
 * The sign-in of staff, the page behind one-time links, and the administrator's page for accounts: plain HTML of this
 * server. The form SDK has no field for passphrases and no profile can make one, so no panel of a portal asks for one.
 */
export async function signInPages(
  app: FastifyInstance,
  { officeOf }: Services,
  basePath: string,
): Promise<void> {
  const read = (name: string): Promise<string> => readFile(`${folder}/${name}`, 'utf8');
  const [style = '', ...scripts] = await Promise.all(['masuk.css', ...scriptNames].map(read));

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' });
  });

  const serve = async (path: string, page: string, words: string): Promise<void> => {
    const html = await read(page);
    const texts = JSON.parse(await read(words)) as Record<Language, Record<string, string>>;
    app.get<PageRoute>(path, { config: { allow: everyone } }, async (request, reply) => {
      const lang = languageOf(request.headers['accept-language'], request.query.lang);
      const { office } = officeOf(request.hostname).profile;
      const data: Record<string, unknown> = { texts: texts[lang], counters: office.loket };
      const plain: Record<string, string> = {
        ...texts[lang],
        ...{ lang, api: basePath, office: office.nama },
      };
      const filled = html.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) =>
        // JSON inside a script element ends at no `<`.
        Object.hasOwn(data, key)
          ? JSON.stringify(data[key]).replaceAll('<', String.raw`\u003c`)
          : escape(plain[key] ?? ''),
      );
      return reply.type('text/html; charset=utf-8').header('vary', 'accept-language').send(filled);
    });
  };
  await serve('/masuk', 'masuk.html', 'masuk.json');
  await serve('/masuk/akun', 'akun.html', 'akun.json');

  app.get('/masuk/masuk.css', { config: { allow: everyone } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  );
  for (const [index, name] of scriptNames.entries())
    app.get(`/masuk/${name}`, { config: { allow: everyone } }, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(scripts[index]),
    );
}

/** The language that the address names, else the browser's. */
function languageOf(accepted = '', named?: string): Language {
  const wanted = named ?? (/^\s*en\b/i.test(accepted) ? 'en' : 'id');
  return languages.find((each) => each === wanted) ?? 'id';
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
