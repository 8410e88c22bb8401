import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { servedPage } from '../../scripts/lib/served-portal.mjs';

const folder = new URL('../../examples/portal/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

describe('the portal before a server', () => {
  it.each(pages)('names the endpoint at each element that has a profile: %s', (name) => {
    const html = servedPage(readFileSync(new URL(name, folder), 'utf8'), '/api/v1');
    for (const [tag] of html.matchAll(/<lpse-[\w-]+\b[^>]*\bprofile="[^"]*"[^>]*>/g))
      expect(tag).toContain('endpoint="/api/v1"');
  });

  it('has nobody at the desk but who signs in', () => {
    const html = servedPage(readFileSync(new URL('petugas.html', folder), 'utf8'), '/api/v1');
    expect(html).toMatch(/<lpse-desk[^>]*endpoint="\/api\/v1"/);
    expect(html).not.toMatch(/officer-name|js\/petugas\.js|isi-contoh/);
    expect(html).toContain('href="/masuk"');
  });

  it.each(['petugas.html', 'resepsionis.html'])('leads to the sign-in from %s', (name) => {
    const html = servedPage(readFileSync(new URL(name, folder), 'utf8'), '/api/v1');
    expect(html).toMatch(/<lpse-(?:desk|reception) hidden data-staff[^>]*endpoint="\/api\/v1"/);
    expect(html).toContain('src="js/hanya-petugas.js"');
  });

  it.each(pages)('does not say that data stays in the browser: %s', (name) => {
    const html = servedPage(readFileSync(new URL(name, folder), 'utf8'), '/api/v1');
    expect(html).not.toMatch(/tidak dikirim\s+ke mana pun/);
  });
});
