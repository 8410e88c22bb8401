import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteRoutes } from './routes/site.js';

describe('pages beside the API', () => {
  const script = 'export const words = "isi";\n'.repeat(100);
  let folder: string;
  let app: FastifyInstance;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'lpse-situs-'));
    writeFileSync(path.join(folder, 'a.js'), script);
    writeFileSync(path.join(folder, 'a.js.br'), brotliCompressSync(script));
    writeFileSync(path.join(folder, 'b.js'), script);
    writeFileSync(path.join(folder, '.rahasia'), 'x');
    app = fastify();
    await siteRoutes(app, [{ prefix: '/', folder }]);
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const get = async (url: string, encoding = '') =>
    app.inject({ url, headers: encoding === '' ? {} : { 'accept-encoding': encoding } });

  it('go out as they were compressed when they were built, to whoever can read that', async () => {
    const answer = await get('/a.js', 'gzip, deflate, br');
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.headers['content-type']).toMatch(/javascript/);
    expect(answer.headers['vary']).toMatch(/accept-encoding/i);
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(script);
  });

  it.each([
    ['/a.js', ''],
    ['/a.js', 'gzip'],
    ['/b.js', 'br'],
  ])('go out as they are else: %s for "%s"', async (url, encoding) => {
    const answer = await get(url, encoding);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body).toBe(script);
  });

  it('have a mark for each form, so that a browser asks only whether it is still right', async () => {
    const [plain, small] = [await get('/a.js'), await get('/a.js', 'br')];
    expect(plain.headers['etag']).not.toBe(small.headers['etag']);
    const again = await app.inject({
      url: '/a.js',
      headers: { 'accept-encoding': 'br', 'if-none-match': String(small.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
  });

  it.each(['/.rahasia', '/../site.test.ts', '/%2e%2e/site.test.ts', '/tidak-ada.js'])(
    'do not exist outside: %s',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );
});
