import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from './services.js';

const folder = fileURLToPath(new URL('../../pages', import.meta.url));

const languages = ['id', 'en'] as const;
type Language = (typeof languages)[number];

/** A page that takes passphrases loads nothing but this server's own files, and stands in nobody's frame. */
export const pagePolicy = [
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

export function readPageFile(name: string): Promise<string> {
  return readFile(`${folder}/${name}`, 'utf8');
}

/** Answers with a page of this server, in the reader's language and with the office's name. */
export type PageSender = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** A page of plain HTML in which `{{name}}` stands for a text of its words, `lang`, `api` or `office`. */
export async function pageSender(
  { page, words }: { readonly page: string; readonly words: string },
  officeOf: Services['officeOf'],
  basePath: string,
): Promise<PageSender> {
  const html = await readPageFile(page);
  const texts = JSON.parse(await readPageFile(words)) as Record<Language, Record<string, string>>;
  return (request, reply) => {
    const { lang: named } = request.query as { readonly lang?: string };
    const lang = languageOf(request.headers['accept-language'], named);
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
    return reply
      .headers({
        'content-security-policy': pagePolicy,
        'cache-control': 'no-cache',
        vary: 'accept-language',
      })
      .type('text/html; charset=utf-8')
      .send(filled);
  };
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
