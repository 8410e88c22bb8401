import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { installWithApt } from './apt.mjs';
import { runNode, tool } from './run.mjs';

const names = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  ...['chrome', 'microsoft-edge', 'microsoft-edge-stable'],
];

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((base) => [
      resolve(base, 'Google/Chrome/Application/chrome.exe'),
      resolve(base, 'Chromium/Application/chrome.exe'),
      resolve(base, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  linux: ['/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
};

/**
 * The path of a Chromium that runs: CHROME_PATH, one that is there, or one installed now. Says what
 * it does; throws with what to do when nothing worked.
 */
export async function ensureBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (runs(given)) return given;
    throw new Error(`CHROME_PATH is ${given}, but no Chromium answers there.`);
  }
  const path =
    findBrowser() ??
    (await findDownloaded()) ??
    ((await installWithApt('chromium')) && findBrowser()) ??
    ((await download()) && (await findDownloaded()));
  if (path) {
    console.log(`Browser: ${path}`);
    return path;
  }
  throw new Error(
    'No Chromium, Chrome or Edge was found and none could be installed. ' +
      'Please install one, or set CHROME_PATH to its executable.',
  );
}

/** The first Chromium of this machine that runs, or undefined. Installs nothing. */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = names.flatMap((name) => folders.map((folder) => resolve(folder, name + suffix)));
  return [...onPath, ...(usualPlaces[process.platform] ?? [])].find(runs);
}

/** The browser that playwright-core downloaded at some time, if it did. */
async function findDownloaded() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return runs(path) ? path : undefined;
}

/**
 * On Ubuntu `chromium` may be a stub that only asks for a snap, so a file that is there is not
 * enough. On Windows `--version` would open a window; there the file has to do.
 */
function runs(path) {
  if (!path || !existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /Chrom|Edge/.test(stdout);
}

async function download() {
  console.log("No Chromium here: downloading Playwright's …");
  const code = await runNode(tool('playwright-core'), ['install', 'chromium']);
  return code === 0 || undefined;
}
