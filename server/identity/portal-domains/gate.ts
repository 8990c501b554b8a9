import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config/config.ts';
import type { App } from '../../platform/http/app-types.ts';
import { addressOf } from '../../platform/http/asked-host.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { portalOfPath } from '../sign-in/portal-of-path.ts';
import { isServedAtPortalHosts } from './served-routes.ts';

const portals = /^\/(servicedesk(\/customer(\/portals)?)?)?\/?(?:[?#]|$)/;

/**
 * At the host of a portal there is that portal, and nothing else: pages of other portals, the agent desk and the administration
 * are at the site's own host, and browsers are sent there; what only staff use is not there at all. Call it before every route
 * is added, and after the host was found out.
 */
export function guardPortalHosts(app: App, { url }: Pick<Config, 'url'>): void {
  const site = addressOf(url);
  app.addHook('onRequest', async (request, reply) => {
    const { portalHost } = request;
    if (!portalHost) return;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && portals.test(request.url)) {
      return redirect(reply, `/servicedesk/customer/portal/${portalHost.portalId}`);
    }
    const portalId = portalOfPath(request.url);
    if (isRead && (staffPages.test(request.url) || (portalId !== null && portalId !== portalHost.portalId))) {
      return redirect(reply, `${site}${request.url}`);
    }
    if (!isServedAtPortalHosts(request.method, routeOf(request))) {
      throw new NotFound(`There is nothing here at ${request.url.split('?', 1)[0]?.slice(0, 200)}.`);
    }
    return;
  });
}

const staffPages = /^\/(browse|projects|admin|setup|provider-setup)(?:[/?#]|$)/;

function routeOf(request: FastifyRequest): string | undefined {
  return request.is404 ? undefined : request.routeOptions.url;
}

async function redirect(reply: FastifyReply, target: string): Promise<FastifyReply> {
  return reply.redirect(target, 302);
}
