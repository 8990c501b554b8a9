import type { FastifyRequest } from 'fastify';

/** The portal's host at which a round trip is made or ends, as attempts keep it; null: the site's own. */
export function journeyHost({ portalHost }: Pick<FastifyRequest, 'portalHost'>): string | null {
  return portalHost?.host ?? null;
}
