import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.js';
import { everyone } from '../access.js';

const folder = fileURLToPath(new URL('../../../pages', import.meta.url));

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
 * The sign-in of staff, and the page behind one-time links: plain HTML of this server. The form SDK has no field for
 * passphrases and no profile can make one, so no panel of a portal ever asks for one.
 */
export async function signInPages(
  app: FastifyInstance,
  { officeOf }: Services,
  basePath: string,
): Promise<void> {
  const read = (name: string): Promise<string> => readFile(`${folder}/${name}`, 'utf8');
  const [page, style, script, json] = await Promise.all(
    ['masuk.html', 'masuk.css', 'masuk.js', 'texts.json'].map(read),
  );
  const texts = JSON.parse(json ?? '{}') as Record<Language, Record<string, string>>;

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' });
  });

  app.get<PageRoute>('/masuk', { config: { allow: everyone } }, async (request, reply) => {
    const accepted = request.headers['accept-language'] ?? '';
    const wanted = request.query.lang ?? (/^\s*en\b/i.test(accepted) ? 'en' : 'id');
    const lang = languages.find((each) => each === wanted) ?? 'id';
    const words: Record<string, string> = {
      ...texts[lang],
      ...{ lang, api: basePath, office: officeOf(request.hostname).profile.office.nama },
    };
    const html = (page ?? '').replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) =>
      // JSON inside a script element ends at no `<`.
      key === 'texts'
        ? JSON.stringify(texts[lang]).replaceAll('<', String.raw`\u003c`)
        : escape(words[key] ?? ''),
    );
    return reply.type('text/html; charset=utf-8').header('vary', 'accept-language').send(html);
  });

  app.get('/masuk/masuk.css', { config: { allow: everyone } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  );
  app.get('/masuk/masuk.js', { config: { allow: everyone } }, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(script),
  );
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
