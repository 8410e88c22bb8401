import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortalServer, type PortalServer } from '../../scripts/serve.mjs';

const script = 'export const text = "a long line ".repeat(3);\n'.repeat(50);

let folder: string;
let portal: PortalServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
  mkdirSync(join(folder, 'site/dinas'), { recursive: true });
  mkdirSync(join(folder, 'cdn/chunks'), { recursive: true });
  writeFileSync(join(folder, 'site/index.html'), '<!doctype html><title>Beranda</title>');
  writeFileSync(join(folder, 'site/dinas/index.html'), '<!doctype html><title>Dinas</title>');
  writeFileSync(join(folder, 'site/.env'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'cdn/app.js'), script);
  writeFileSync(join(folder, 'cdn/chunks/form-abc123.js'), script);
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
  portal = await createPortalServer({
    mounts: [
      { prefix: '/cdn/', folder: join(folder, 'cdn') },
      { prefix: '/', folder: join(folder, 'site') },
    ],
  });
});

afterAll(async () => {
  await portal.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends the path as it is; `fetch` would tidy it up first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, failed) => {
    request({ host: '127.0.0.1', port: portal.port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on('error', failed)
      .end();
  });
}

describe('the portal server', () => {
  it('serves the page of a folder under the strict policy', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(body.toString()).toContain('Beranda');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain('trusted-types lit-html');
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('serves a folder inside a folder, and ignores the query', async () => {
    expect((await ask('/dinas/?a=/../b')).body.toString()).toContain('Dinas');
  });

  it.each([
    ['/../secret.txt'],
    ['/..%2fsecret.txt'],
    ['/%2e%2e/secret.txt'],
    ['/dinas/../../secret.txt'],
    ['/cdn/../../secret.txt'],
    ['/..%5csecret.txt'],
    ['/link.txt'],
    ['/.env'],
    ['/%00'],
    ['/%zz'],
    ['/dinas'],
    ['/none.html'],
  ])('gives nothing away for %s', async (path) => {
    const { status, body, headers } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain('secret');
    expect(headers['content-security-policy']).toBeDefined();
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ] as const)('compresses a script for a browser that takes %s', async (accepted, name, open) => {
    const { headers, body } = await ask('/cdn/app.js', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(name);
    expect(headers.vary).toBe('accept-encoding');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(body.length).toBeLessThan(script.length / 5);
    expect(open(body).toString()).toBe(script);
  });

  it('sends a script as it is to a browser that takes no encoding', async () => {
    const { headers, body } = await ask('/cdn/app.js');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(script);
  });

  it('answers 304 until the file changes', async () => {
    const path = join(folder, 'site/news.txt');
    writeFileSync(path, 'yesterday');
    const first = await ask('/news.txt');
    const known = { 'if-none-match': String(first.headers.etag) };
    expect((await ask('/news.txt', known)).status).toBe(304);
    writeFileSync(path, 'today, and longer');
    const second = await ask('/news.txt', known);
    expect(second.status).toBe(200);
    expect(second.body.toString()).toBe('today, and longer');
  });

  it('lets a browser keep a chunk for ever, and asks it to check everything else', async () => {
    expect((await ask('/cdn/chunks/form-abc123.js')).headers['cache-control']).toContain(
      'immutable',
    );
    expect((await ask('/cdn/app.js')).headers['cache-control']).toBe('no-cache');
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const head = await ask('/', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    const post = await ask('/', {}, 'POST');
    expect(post.status).toBe(405);
    expect(post.headers.allow).toBe('GET, HEAD');
  });

  it('says so when its port is taken', async () => {
    await expect(createPortalServer({ port: portal.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
