import {
  LpseError,
  refusalCodes,
  type JsonObject,
  type RefusalCode,
} from '@lpse-konsultasi/form-schema';
import type { Outcome } from '../backend.js';
import { problemType, statusOfRefusal, wireProblems, type WireCode } from '../wire/codes.js';
import { versionHeader } from '../wire/index.js';

/** Bytes of a command. */
export const limit = 512 * 1024;

/** A request that is answered with a problem. */
export class No extends Error {
  readonly code: WireCode | RefusalCode;
  readonly extra: JsonObject;
  readonly headers: { readonly [name: string]: string };
  constructor(
    code: WireCode | RefusalCode,
    extra: JsonObject = {},
    headers: { readonly [name: string]: string } = {},
  ) {
    super(code);
    this.code = code;
    this.extra = extra;
    this.headers = headers;
  }
}

export async function only(
  allowed: string,
  method: string,
  run: () => Promise<Response>,
): Promise<Response> {
  if (method !== allowed) throw new No('LPSE_METHOD_NOT_ALLOWED', {}, { Allow: allowed });
  return run();
}

export function noOf({
  refusal,
  consultation,
}: Pick<Extract<Outcome, { ok: false }>, 'refusal' | 'consultation'>): No {
  const { code, params, problems } = refusal;
  return new No(code, { params, problems, ...(consultation && { consultation }) } as never);
}

export async function jsonOf(request: Request): Promise<{ readonly [member: string]: unknown }> {
  const text = await request.text();
  if (text.length > limit) throw new No('LPSE_REQUEST_TOO_LARGE');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as { readonly [member: string]: unknown };
  } catch {
    // Said below.
  }
  throw new No('LPSE_COMMAND_MALFORMED');
}

export function problemAnswer(error: unknown): Response {
  const code = codeOf(error);
  const isRefusal = (refusalCodes as readonly string[]).includes(code);
  const { status, title } = isRefusal
    ? { status: statusOfRefusal(code as RefusalCode), title: code }
    : wireProblems[code as WireCode];
  const { extra, headers } = error instanceof No ? error : { extra: {}, headers: {} };
  const body = { type: problemType(code), title, status, code, params: {}, problems: [], ...extra };
  const consultation = (extra as { consultation?: { version: number } }).consultation;
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...headers,
      ...(consultation && { ETag: versionHeader(consultation.version) }),
    },
  });
}

/** A JSON answer that nobody keeps. */
export function answer(
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}

function codeOf(error: unknown): WireCode | RefusalCode {
  if (error instanceof No) return error.code;
  if (error instanceof TypeError || error instanceof URIError || error instanceof RangeError)
    return 'LPSE_REQUEST_MALFORMED';
  if (error instanceof LpseError && error.code in wireProblems) return error.code as WireCode;
  return 'LPSE_SERVER_FAILED';
}
