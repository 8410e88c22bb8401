import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** As strict as a portal can be; policies that a library names itself are allowed it. */
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html dompurify',
].join('; ');

/** Serves a folder with brotli, nothing cached; under `/strict/` with a strict policy. Resolves to `{ url, close }`. */
export function servePages(folder) {
  const cache = new Map();
  const server = createServer(({ url }, response) => {
    const isStrict = url.startsWith('/strict/');
    const path = decodeURIComponent(url.split('?')[0]).replace(/^\/strict\//, '/');
    const file = resolve(folder, `.${path}`);
    const type = types[extname(file)];
    try {
      if (!file.startsWith(folder + sep) || type === undefined) throw new Error('not a page');
      if (!cache.has(file)) cache.set(file, brotliCompressSync(readFileSync(file)));
      const body = cache.get(file);
      response.writeHead(200, {
        'content-type': type,
        'content-encoding': 'br',
        'content-length': body.length,
        'cache-control': 'no-store',
        ...(isStrict && { 'content-security-policy': strict }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done({
        url: `http://127.0.0.1:${server.address().port}`,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}
