import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root } from './lib/run.mjs';

/**
 * A static server for the demo portal, as strict as a portal can be: what runs here runs under any
 * sensible policy. It serves examples/portal at `/` and dist/cdn at `/cdn/`, and nothing else.
 */
const portalMounts = [
  { prefix: '/cdn/', folder: resolve(root, 'dist/cdn') },
  { prefix: '/', folder: resolve(root, 'examples/portal') },
];

const contentSecurityPolicy = [
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

const everyAnswer = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};
const compressible = /^(text\/|application\/json|image\/svg)/;

/**
 * Starts the server and resolves to `{url, port, close}` once it listens. `port` 0 means any free
 * one; `mounts` are folders by path prefix, first match first. Rejects when the port is taken.
 */
export function createPortalServer({ port = 0, host = '127.0.0.1', mounts = portalMounts } = {}) {
  const cache = new Map();
  const server = createServer((request, response) => {
    answer(request, response, { mounts, cache }).catch((error) => {
      console.error(`${request.method} ${request.url}:`, error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Internal error');
    });
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      const actual = server.address().port;
      done({ url: `http://${host}:${actual}/`, port: actual, close: () => closeServer(server) });
    });
  });
}

function closeServer(server) {
  return new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
}

async function answer(request, response, { mounts, cache }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Method not allowed', { allow: 'GET, HEAD' });
  }
  const path = decodePath(request.url);
  if (path === undefined) return refuse(response, 400, 'Bad request');
  const file = await findFile(path, mounts);
  if (!file) return refuse(response, 404, 'Not found');

  const content = await load(file, cache);
  const encoding = content.compressible ? chooseEncoding(request.headers['accept-encoding']) : '';
  const headers = {
    ...everyAnswer,
    'content-type': content.type,
    // A chunk's name changes with its content; all other names stay, so they are asked for anew.
    'cache-control': /^\/cdn\/chunks\//.test(path)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    etag: `"${content.hash}${encoding && `-${encoding}`}"`,
    ...(content.compressible && { vary: 'accept-encoding' }),
    ...(encoding && { 'content-encoding': encoding }),
  };
  if (request.headers['if-none-match'] === headers.etag) {
    return response.writeHead(304, headers).end();
  }
  const body = await content.encoded(encoding);
  response.writeHead(200, { ...headers, 'content-length': body.length });
  return response.end(request.method === 'HEAD' ? undefined : body);
}

/** The decoded path of a request, or undefined when no file could ever have that name. */
function decodePath(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    return path.startsWith('/') && !/[\0\\]/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The file behind a path. Hidden files, and links that lead out of their folder, do not exist. */
async function findFile(path, mounts) {
  const { prefix, folder } = mounts.find((mount) => path.startsWith(mount.prefix));
  const relative = path.slice(prefix.length);
  if (relative.split('/').some((part) => part.startsWith('.'))) return undefined;
  const wanted = resolve(
    folder,
    relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative,
  );
  try {
    const [file, home] = await Promise.all([realpath(wanted), realpath(folder)]);
    if (!file.startsWith(home + sep)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** A file's content with its encodings, kept until the file changes. */
async function load(file, cache) {
  const { mtimeMs, size } = await stat(file);
  const known = cache.get(file);
  if (known?.mtimeMs === mtimeMs && known.size === size) return known;
  const bytes = await readFile(file);
  const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const bodies = new Map([['', Promise.resolve(bytes)]]);
  const entry = {
    mtimeMs,
    size,
    type,
    compressible: compressible.test(type),
    hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    encoded(encoding) {
      if (!bodies.has(encoding)) bodies.set(encoding, compress[encoding](bytes));
      return bodies.get(encoding);
    },
  };
  cache.set(file, entry);
  return entry;
}

const brotli = promisify(brotliCompress);
const compress = {
  // Level 9 is within a few percent of 11 and does not make the first visitor wait.
  br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify(gzip),
};

function chooseEncoding(accepted = '') {
  const names = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0].trim());
  return ['br', 'gzip'].find((name) => names.includes(name)) ?? '';
}

function refuse(response, status, text, headers = {}) {
  response.writeHead(status, {
    ...everyAnswer,
    ...headers,
    'content-type': 'text/plain; charset=utf-8',
  });
  response.end(`${text}\n`);
}
