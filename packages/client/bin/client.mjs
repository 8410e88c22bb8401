#!/usr/bin/env node
// `npx @lpse-konsultasi/client conformance <endpoint> --officer <token>`: whether a server keeps the contract.
import process from 'node:process';
import { isShipped, loadShipped } from '@lpse-konsultasi/form-schema';
import { coreCases, runCore } from '@lpse-konsultasi/client/conformance';
import { serverCapabilities } from '@lpse-konsultasi/client/http';

const usage = `Usage: npx @lpse-konsultasi/client conformance <endpoint> --officer <staff token>

Looks at a server from outside, as docs/reference/wire.md describes it, and tells of each promise whether it is kept.
It registers invented cases: point it at a server that may be filled with them.`;

const [command, endpoint, ...rest] = process.argv.slice(2);
const flag = rest.indexOf('--officer');
const officerToken = flag < 0 ? process.env.LPSE_OFFICER_TOKEN : rest[flag + 1];

if (command !== 'conformance' || !endpoint || !officerToken) {
  console.error(usage);
  process.exitCode = 2;
} else process.exitCode = await conformance();

async function conformance() {
  const { name, profile: id } = await serverCapabilities({ endpoint });
  const profile = await loadShipped(isShipped(id) ? id : 'base', 'id');
  console.log(`${name} at ${endpoint}, profile ${id}: ${coreCases.length} cases\n`);
  let [chapter, passed, failed] = ['', 0, 0];
  for await (const result of runCore({ endpoint, profile, officerToken, fetch })) {
    if (result.chapter !== chapter) console.log(`${(chapter = result.chapter)}`);
    const isKept = result.failure === undefined;
    if (isKept) passed++;
    else failed++;
    console.log(
      `  ${isKept ? 'ok  ' : 'FAIL'} ${result.name}${isKept ? '' : `\n       ${result.failure}`}`,
    );
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
