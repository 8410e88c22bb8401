import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  compile,
  isShipped,
  loadProfile,
  loadShipped,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import type { Mount } from '../http/routes/site.js';
import { checkMailSettings, type MailSettings } from '../mail/settings.js';
import type { Office } from '../store/consultations.js';

/** What the environment says, checked. Names of settings may stand in messages, values never do. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** `postgres://…` or a folder. */
  readonly database: string;
  readonly connections: number;
  readonly offices: readonly Office[];
  readonly portals: readonly string[];
  readonly trustProxy: readonly string[];
  readonly mail?: MailSettings;
  /** Folders of pages that are served beside the API. */
  readonly site: readonly Mount[];
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

export async function readConfig(environment: Environment): Promise<Config> {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const mail = mailOf(text);
  return {
    host: text('HOST') ?? '127.0.0.1',
    port: numberOf('PORT', text('PORT') ?? '8080', 65_535),
    database: text('DATABASE_URL') ?? text('LPSE_DATA') ?? './data',
    connections: numberOf('LPSE_CONNECTIONS', text('LPSE_CONNECTIONS') ?? '10', 1_000),
    offices: await officesOf(text('LPSE_OFFICES'), text('LPSE_PROFILE') ?? 'base'),
    portals: listOf(text('LPSE_PORTALS')).map(originOf),
    trustProxy: listOf(text('LPSE_TRUST_PROXY')),
    site: await Promise.all(partsOf(text('LPSE_SITE')).map(mountOf)),
    ...(mail !== undefined && { mail }),
  };
}

/** A file that lists several offices, or the one profile. */
async function officesOf(file: string | undefined, profile: string): Promise<readonly Office[]> {
  if (file === undefined) {
    const loaded = await profileAt(profile);
    return [{ id: loaded.id, profile: loaded }];
  }
  const list: unknown = await readJson('LPSE_OFFICES', file);
  if (!Array.isArray(list) || list.length === 0)
    throw new ConfigError('LPSE_OFFICES must name a JSON file with a list of offices');
  return Promise.all(
    list.map(async (entry: Partial<Record<'id' | 'profile', unknown>> & { hosts?: unknown }) => {
      const { id, profile: name, hosts = [] } = entry;
      if (typeof id !== 'string' || typeof name !== 'string' || !Array.isArray(hosts))
        throw new ConfigError('Each office of LPSE_OFFICES needs id, profile and hosts');
      return { id, profile: await profileAt(name), hosts: hosts.map(String) };
    }),
  );
}

/** A shipped profile by its id, or a document by its path. */
async function profileAt(name: string): Promise<Profile> {
  if (isShipped(name)) return loadShipped(name, 'id');
  const loaded = loadProfile(await readJson('LPSE_PROFILE', name), { compile });
  if (loaded.ok) return loaded.profile;
  const reasons = loaded.problems.map(({ pointer, message }) => `  ${pointer}: ${message}`);
  throw new ConfigError(`The profile ${name} breaks a rule:\n${reasons.join('\n')}`);
}

async function readJson(setting: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new ConfigError(`${setting}: ${file} cannot be read as JSON`, { cause });
  }
}

function mailOf(text: (name: string) => string | undefined): MailSettings | undefined {
  const smtpUrl = text('SMTP_URL');
  if (smtpUrl === undefined) return undefined;
  const to = Object.fromEntries(
    [
      ['lkpp', text('LPSE_MAIL_LKPP')],
      ['adminPpe', text('LPSE_MAIL_ADMIN_PPE')],
    ].filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const mail = { smtpUrl, from: text('LPSE_MAIL_FROM') ?? '', to };
  try {
    checkMailSettings(mail);
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : 'SMTP_URL');
  }
  return mail;
}

function originOf(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin === 'null' || origin !== text.replace(/\/$/, ''))
    throw new ConfigError('LPSE_PORTALS must list origins, e.g. https://portal.example');
  return origin;
}

/** `/cdn/=dist/cdn`, or a folder alone for the pages at the top. */
async function mountOf(entry: string): Promise<Mount> {
  const [, prefix = '/', name = entry] = /^(\/(?:[\w.-]+\/)*)=(.+)$/.exec(entry) ?? [];
  const folder = resolve(name);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new ConfigError(
      `LPSE_SITE must list folders, each with the path that it is served at, e.g. /=site,/cdn/=dist/cdn; ${folder} is not a folder`,
    );
  return { prefix, folder };
}

/** Names of folders may have spaces in them. */
function partsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').flatMap((part) => part.trim() || []);
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter(Boolean);
}

function numberOf(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > max)
    throw new ConfigError(`${name} must be a number up to ${max}`);
  return value;
}
