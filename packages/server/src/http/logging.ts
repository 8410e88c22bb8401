import type { FastifyServerOptions } from 'fastify';

/**
 * Structured lines that name routes, ids and codes. An address may hold a case's id, a header a token, a body a person:
 * none of them is written, so there is nothing to strike out. The redaction is for what someone may add one day.
 */
export function logOptions(
  log: false | { readonly write: (line: string) => void } | undefined,
): Pick<FastifyServerOptions, 'logger'> {
  if (log === false) return { logger: false };
  return {
    logger: {
      level: 'info',
      base: null,
      ...(log !== undefined && { stream: log }),
      redact: {
        paths: [
          ...['authorization', 'cookie', 'passphrase', 'secret', 'token', 'email', 'nama', 'nik'],
          ...['*.authorization', '*.cookie', '*.passphrase', '*.secret', '*.token', '*.email'],
          ...['*.nama', '*.nik', '*.telepon', '*.surel', 'req.headers', 'req.body', 'err.message'],
        ],
        censor: '[struck out]',
      },
      serializers: {
        req: (request) => ({
          method: request.method,
          route: request.routeOptions?.url ?? 'unknown',
        }),
        res: (reply) => ({ status: reply.statusCode }),
        err: (error: Error & { code?: unknown }) => ({
          type: error.name,
          message: '',
          stack: '',
          ...(typeof error.code === 'string' && { code: error.code }),
        }),
      },
    },
  };
}
