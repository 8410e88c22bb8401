import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createPortalServer } from '../serve.mjs';
import { root } from './run.mjs';

/** Playwright's global set-up: serves the built portal; what it returns stops it. */
export default async function startPortal() {
  if (!existsSync(resolve(root, 'dist/cdn/lpse-konsultasi.js'))) {
    throw new Error('There is no build to test. Run: npm run build');
  }
  const portal = await createPortalServer();
  // Workers inherit the environment, and read the configuration again.
  process.env.LPSE_PORTAL_URL = portal.url;
  return () => portal.close();
}
