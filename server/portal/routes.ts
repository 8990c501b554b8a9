import { Type } from 'typebox';
import type { Desk } from '../desk/index.ts';
import type { App } from '../platform/http/app-types.ts';
import { errorResponses } from '../platform/http/error-responses.ts';
import { NotFound } from '../platform/http/errors.ts';
import { portalJson, portalSchema, portalsSchema } from './json.ts';

const tags = ['portal'];

/**
 * The help center's portals: those that the account may use; for nobody, those that are listed. Who may use a portal
 * may raise requests in it.
 */
export function portalRoutes(app: App, desk: Desk): void {
  app.get(
    '/rest/portico/1/portal',
    {
      schema: {
        operationId: 'getPortals',
        tags,
        summary: 'The portals that you may use; before signing in, those that everybody may know of',
        response: { 200: portalsSchema },
      },
    },
    async ({ viewer, portalHost }) => {
      // At the host of a portal there is that one alone.
      const desks = (await desk.listDesksFor(viewer)).filter(
        ({ id }) => !portalHost || id === portalHost.portalId,
      );
      const closed = viewer ? await desk.listDesksClosedToSession(viewer) : new Map();
      return { values: desks.map((found) => portalJson(found, viewer !== null && !closed.has(found.id))) };
    },
  );

  app.get(
    '/rest/portico/1/portal/:portalId',
    {
      schema: {
        operationId: 'getPortal',
        tags,
        summary: 'A portal that you may use; before signing in, one that everybody may know of',
        params: Type.Object({ portalId: Type.String() }),
        response: { 200: portalSchema, ...errorResponses(403, 404) },
      },
    },
    async ({ viewer, params, portalHost }) => {
      const found = (await desk.listDesksFor(viewer)).find(
        ({ id }) => id === params.portalId && (!portalHost || id === portalHost.portalId),
      );
      if (!found) throw new NotFound('There is no such portal, or it is not open to you.');
      const closedBy = viewer && (await desk.listDesksClosedToSession(viewer)).get(found.id);
      if (viewer && closedBy) throw desk.closedPortal(viewer, found.portalName, closedBy);
      return portalJson(found, viewer !== null);
    },
  );
}
