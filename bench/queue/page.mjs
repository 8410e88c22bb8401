import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundle, cache } from '../build.mjs';

/** Builds the page of the queue for production and answers the folder to serve. */
export async function buildQueuePage() {
  const dir = resolve(cache, 'queue');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  await bundle('queue/client.js', { dir });
  writeFileSync(resolve(dir, 'page.css'), sheet);
  writeFileSync(resolve(dir, 'index.html'), html);
  return dir;
}

const html =
  '<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Antrean</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"><script type="module" src="main.js"></script></head><body><main id="host"></main></body></html>';
const sheet =
  'body{margin:12px;font:16px/1.5 system-ui,sans-serif}.plain{height:72vh;overflow:auto}.plain td{padding:4px 8px;white-space:nowrap}';
