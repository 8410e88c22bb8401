import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { commandTypes, errorCodes, refusalCodes } from '@lpse-konsultasi/form-schema';
import { statusOfRefusal, wireProblems } from '@lpse-konsultasi/client/wire';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8');
const contract = JSON.parse(read('packages/client/openapi.json')) as {
  readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } };
  readonly components: { readonly schemas: { readonly [name: string]: unknown } };
};
const wire = read('docs/reference/wire.md');

describe('the contract', () => {
  it('passes its linter, which asks nothing of the network', () => {
    const log = resolve(mkdtempSync(resolve(tmpdir(), 'lpse-')), 'network.log');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...['--require', resolve(root, 'scripts/lib/block-network.cjs')],
        resolve(root, 'node_modules/@redocly/cli/bin/cli.js'),
        ...['lint', 'packages/client/openapi.json', '--config', 'scripts/lib/redocly.yaml'],
      ],
      {
        cwd: root,
        encoding: 'utf8',
        env: {
          ...process.env,
          LPSE_NETWORK_LOG: log,
          REDOCLY_TELEMETRY: 'off',
          REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        },
      },
    );
    expect(`${stdout}${stderr}`).toContain('is valid');
    expect(status, stderr).toBe(0);
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('');
  });

  it.each(Object.keys(contract.paths))('is told in words: %s', (path) => {
    expect(wire).toContain(path);
  });

  it('has a schema for each command', () => {
    for (const type of commandTypes)
      expect(contract.components.schemas).toHaveProperty([`Command-${type}`]);
  });

  it('names every code on the page of errors', () => {
    const page = read('docs/reference/errors.md');
    for (const code of [...Object.keys(wireProblems), ...Object.keys(errorCodes), ...refusalCodes])
      expect(page).toContain(`\`${code}\``);
  });

  it('has a status of the client’s side for each refusal', () => {
    for (const code of refusalCodes) {
      expect(statusOfRefusal(code)).toBeGreaterThanOrEqual(400);
      expect(statusOfRefusal(code)).toBeLessThan(500);
    }
  });
});
