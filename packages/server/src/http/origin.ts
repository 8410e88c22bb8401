import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send. Whatever changes something carries a header that no form and no image
 * can send. A cookie counts only from this very origin; a token has no cookie to abuse, and may come from the portals that are listed.
 */
export function checkOrigin(request: FastifyRequest, portals: readonly string[]): void {
  if (safe.has(request.method)) return;
  const { origin, authorization, 'sec-fetch-site': site } = request.headers;
  const address = `${request.protocol}://${request.host}`;
  // A port that the scheme implies is not part of an origin.
  const own = URL.canParse(address) ? new URL(address).origin : address;
  const hasToken = authorization !== undefined;
  if (origin !== undefined && origin !== own && !(hasToken && portals.includes(origin)))
    throw new HttpProblem('LPSE_ORIGIN_FORBIDDEN');
  if ((request.headers['lpse-client'] ?? '').length === 0)
    throw new HttpProblem('LPSE_ORIGIN_FORBIDDEN');
  if (hasToken) return;
  // A browser of today says where a request was made; `none` is the person at the address bar.
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpProblem('LPSE_ORIGIN_FORBIDDEN');
}
