import type { FastifyRequest } from 'fastify';
import type { Desk } from '../desk/index.ts';
import type { App } from '../platform/http/app-types.ts';

const portal = '/servicedesk/customer/portal/:portalId';

function parameter(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string>)[name] ?? '';
}

/**
 * Pages about something that is not there, or not for this account, answer 404: one and the same. Who is not signed in
 * gets 200 from all of them, and is asked to sign in.
 */
export function registerPageStatuses(app: App, desk: Desk): void {
  async function ofPortal(request: FastifyRequest): Promise<200 | 404> {
    const id = parameter(request, 'portalId');
    if (!request.viewer) return 200;
    return /^\d+$/.test(id) && (await desk.mayUseDesk(request.viewer, id)) ? 200 : 404;
  }
  async function ofRequest(request: FastifyRequest): Promise<200 | 404> {
    if (!request.viewer) return 200;
    return (await desk.maySeeRequest(request.viewer, parameter(request, 'key'))) ? 200 : 404;
  }

  app.registerPageStatus(portal, ofPortal);
  app.registerPageStatus(`${portal}/group/:groupId/create/:requestTypeId`, ofPortal);
  app.registerPageStatus(`${portal}/:key`, ofRequest);
  app.registerPageStatus('/browse/:key', ofRequest);
}
