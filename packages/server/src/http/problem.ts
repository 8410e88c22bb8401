import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errorCodes, LpseError, type JsonObject, type Refusal } from '@lpse-konsultasi/form-schema';
import type { Consultation } from '@lpse-konsultasi/form-schema';
import { problemType, statusOfRefusal, wireProblems } from '@lpse-konsultasi/client/wire';
import type { WireCode } from '@lpse-konsultasi/client/wire';
import { codeOf, DatabaseBroken, DatabaseUnavailable } from '../database/database.js';
import { TooLarge } from '../store/attachments.js';

/** What a route throws to answer with a problem (RFC 9457). It repeats nothing of what was sent. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: WireCode;
  readonly headers: Readonly<Record<string, string>>;
  readonly params: JsonObject;

  constructor(
    code: WireCode,
    {
      headers = {},
      params = {},
    }: { readonly headers?: Readonly<Record<string, string>>; readonly params?: JsonObject } = {},
  ) {
    super(code);
    this.code = code;
    this.headers = headers;
    this.params = params;
  }
}

export function sendProblem(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  const { code, headers, params } = problem;
  const { status, title } = wireProblems[code];
  return reply
    .code(status)
    .headers(headers)
    .type('application/problem+json')
    .send(JSON.stringify({ type: problemType(code), title, status, code, params, problems: [] }));
}

/** A refusal as `decide` gave it; a conflict brings the case as it is. */
export function sendRefusal(
  reply: FastifyReply,
  { code, params, problems }: Refusal,
  consultation?: Consultation,
): FastifyReply {
  const status = statusOfRefusal(code);
  if (consultation !== undefined) reply.header('etag', `"${consultation.version}"`);
  return reply
    .code(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...{ type: problemType(code), title: code, status, code, params, problems },
        ...(consultation !== undefined && { consultation }),
      }),
    );
}

/** Every error that a route did not answer itself. */
export function answerError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = problemOf(error);
  if (wireProblems[problem.code].status >= 500)
    request.log.error({ fault: faultOf(error) }, 'request failed');
  // A stream that has begun cannot say it any more.
  if (reply.raw.headersSent) reply.raw.destroy();
  else void sendProblem(reply, problem);
}

function problemOf(error: FastifyError | Error): HttpProblem {
  if (error instanceof HttpProblem) return error;
  // The rest is not read, so the connection cannot be used again.
  if (error instanceof TooLarge)
    return new HttpProblem('LPSE_ATTACHMENT_TOO_LARGE', { headers: { connection: 'close' } });
  if (error instanceof DatabaseUnavailable || error instanceof DatabaseBroken)
    return new HttpProblem('LPSE_SERVER_UNAVAILABLE', { headers: { 'retry-after': '1' } });
  if (error instanceof LpseError && error.code === 'LPSE_CURSOR_INVALID')
    return new HttpProblem('LPSE_CURSOR_INVALID');
  if (error instanceof LpseError && error.code === 'LPSE_STORAGE_CORRUPT')
    return new HttpProblem('LPSE_STORAGE_CORRUPT');
  const code = codeOf(error);
  if (code === '53100' || code === 'ENOSPC') return new HttpProblem('LPSE_STORAGE_FULL');
  // A statement was cut off by its deadline, or waited too long for a lock.
  if (code === '57014' || code === '55P03')
    return new HttpProblem('LPSE_SERVER_UNAVAILABLE', { headers: { 'retry-after': '2' } });
  const ofFramework = byFramework[code];
  if (ofFramework !== undefined) return new HttpProblem(ofFramework);
  const status = (error as Partial<FastifyError>).statusCode;
  if (status === 429) return new HttpProblem('LPSE_RATE_LIMITED');
  if (status !== undefined && status >= 400 && status < 500)
    return new HttpProblem('LPSE_REQUEST_MALFORMED');
  return new HttpProblem('LPSE_SERVER_FAILED');
}

const byFramework: Readonly<Record<string, WireCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'LPSE_MEDIA_TYPE_UNKNOWN',
  FST_ERR_CTP_BODY_TOO_LARGE: 'LPSE_REQUEST_TOO_LARGE',
};

/** What a log may hold of an error: no message, for an engine quotes the values that it could not store. */
export function faultOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = codeOf(error);
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' < ');
  const isOurs = error instanceof LpseError || error instanceof DatabaseBroken;
  return {
    name: error.name,
    ...(code !== '' && { code }),
    ...(isOurs && { message: error.message }),
    ...(error instanceof LpseError && { meaning: errorCodes[error.code] }),
    at,
  };
}
