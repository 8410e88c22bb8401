#!/usr/bin/env node
// `npx @lpse-konsultasi/client conformance <endpoint> …`: whether a server keeps the contract.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { isShipped, loadShipped } from '@lpse-konsultasi/form-schema';
import { coreCases, runCore } from '@lpse-konsultasi/client/conformance';
import { serverCapabilities } from '@lpse-konsultasi/client/http';

const chapters = [...new Set(coreCases.map(({ chapter }) => chapter))];

const usage = `Usage: npx @lpse-konsultasi/client conformance <endpoint> [options]

Looks at a server from outside, as docs/reference/wire.md describes it, and tells of each promise whether it is kept.
It registers invented cases: point it at a server that may be filled with them.

  --officer <token>                 a staff token of someone with the role officer (or LPSE_OFFICER_TOKEN)
  --login <account>:<passphrase>    an account with that role instead, for servers that take a session as a token; with
                                    it the cases about signing in are looked at, too (or LPSE_LOGIN)
  --chapter <name>                  only this chapter; may be given more than once
  --help                            this text

Chapters: ${chapters.join(', ')}.
Ends with 0 when every promise is kept that was looked at, with 1 when one is broken, with 2 when nothing could be
looked at.`;

/** What stands against looking at all; ends with 2. */
class Unable extends Error {}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  if (error instanceof Unable || String(error?.code).startsWith('ERR_PARSE_ARGS'))
    console.error(`${error.message}\n\n${usage}`);
  else console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

async function main(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      officer: { type: 'string', default: process.env.LPSE_OFFICER_TOKEN },
      login: { type: 'string', default: process.env.LPSE_LOGIN },
      chapter: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [command, endpoint, ...rest] = positionals;
  if (command !== 'conformance' || rest.length > 0) throw new Unable('The command is: conformance');
  if (endpoint === undefined || !URL.canParse(endpoint))
    throw new Unable('The address of the server is missing, e.g. https://…/api/v1');
  return conformance(endpoint, values);
}

async function conformance(endpoint, { officer, login: pair, chapter }) {
  const unknown = chapter.find((name) => !chapters.includes(name));
  if (unknown !== undefined) throw new Unable(`There is no chapter "${unknown}"`);
  const login = loginOf(pair);
  const { name, profile: id } = await serverAt(endpoint);
  const officerToken = officer ?? (await tokenOf(endpoint, login));
  const cases = coreCases.filter((each) => chapter.length === 0 || chapter.includes(each.chapter));
  const profile = await loadShipped(isShipped(id) ? id : 'base', 'id');
  console.log(`${name} at ${endpoint}, profile ${id}: ${cases.length} cases\n`);
  const target = { endpoint, profile, officerToken, fetch, ...(login && { login }) };
  let current = '';
  const counts = { ok: 0, FAIL: 0, '--': 0 };
  for await (const result of runCore(target, cases)) {
    if (result.chapter !== current) console.log((current = result.chapter));
    const mark = result.notOffered ? '--' : result.failure === undefined ? 'ok' : 'FAIL';
    counts[mark] += 1;
    console.log(`  ${mark.padEnd(4)} ${result.name}`);
    if (mark === 'FAIL') console.log(`       ${result.failure}`);
  }
  const { ok, FAIL, '--': left } = counts;
  console.log(`\n${ok} passed, ${FAIL} failed, ${left} not offered`);
  return FAIL === 0 ? 0 : 1;
}

/** What the server says that it is. Whoever types an address wants to know soon that nobody is there. */
async function serverAt(endpoint) {
  try {
    return await serverCapabilities({ endpoint, patience: { deadline: 5_000 } });
  } catch (error) {
    throw new Error(`${endpoint}: ${error.message}`, { cause: error });
  }
}

function loginOf(pair) {
  if (pair === undefined) return undefined;
  const colon = pair.indexOf(':');
  if (colon < 1) throw new Unable('--login is <account>:<passphrase>');
  return { account: pair.slice(0, colon), passphrase: pair.slice(colon + 1) };
}

/** Signs in, and takes the session for a token. */
async function tokenOf(endpoint, login) {
  if (login === undefined) throw new Unable('Nobody works at the desk: give --officer or --login');
  const response = await fetch(`${endpoint.replace(/\/+$/, '')}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'LPSE-Client': 'conformance/1' },
    body: JSON.stringify(login),
  });
  const token = /=([^;]+)/.exec(response.headers.get('Set-Cookie') ?? '')?.[1];
  if (!response.ok || token === undefined)
    throw new Unable(`The sign-in of --login was refused (${response.status})`);
  return token;
}
