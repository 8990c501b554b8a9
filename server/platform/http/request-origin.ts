import type { FastifyRequest } from 'fastify';
import { Forbidden, RefusedError } from './errors.ts';

/** A form was sent to a route that takes JSON. */
class UnsupportedMediaType extends RefusedError {
  readonly statusCode = 415;
}

/**
 * Refuses what another site made a browser send (cross-site request forgery). Browsers say where an unsafe request
 * comes from, in Sec-Fetch-Site or, where they do not send that (plain http), in Origin. Clients that are no browsers
 * send neither, and then must not send cookies either: they have no reason to.
 *
 * @throws Forbidden when the request comes from another site, or does not say where from and carries cookies
 */
export function assertOwnOrigin(request: FastifyRequest, ownOrigin: string): void {
  const { method, headers } = request;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  if (request.routeOptions.config.allowsCrossSite) return;
  refuseForms(headers['content-type']);

  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw new Forbidden(
      'This request came from another site and was refused. Open Portico itself and try again.',
    );
  }
  const { origin } = headers;
  if (origin !== undefined) {
    if (origin === ownOrigin) return;
    throw new Forbidden(
      `This request came from ${origin.slice(0, 200)}, but Portico is at ${ownOrigin}. Use that address, or have ` +
        'your administrator set PORTICO_URL to the address that people use.',
    );
  }
  // Whoever sends Authorization acts with that alone (identity/viewer.ts): the cookie beside it gives no authority.
  if (headers.cookie !== undefined && headers.authorization === undefined) {
    throw new Forbidden(
      `A request with a session cookie must say where it comes from. Send the header Origin: ${ownOrigin}`,
    );
  }
}

/** Forms are what other sites can send without asking; only routes that expect them read them. */
function refuseForms(contentType: string | undefined): void {
  if (contentType?.toLowerCase().startsWith('application/x-www-form-urlencoded')) {
    throw new UnsupportedMediaType('Forms are not understood here. Send the body as application/json.');
  }
}
