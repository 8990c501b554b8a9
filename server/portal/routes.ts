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
    async ({ viewer }) => {
      const desks = await desk.listDesksFor(viewer);
      const closed = viewer ? await desk.listDesksClosedToSession(viewer) : new Set();
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
    async ({ viewer, params }) => {
      const found = (await desk.listDesksFor(viewer)).find(({ id }) => id === params.portalId);
      if (!found) throw new NotFound('There is no such portal, or it is not open to you.');
      if (viewer && (await desk.listDesksClosedToSession(viewer)).has(found.id)) {
        throw desk.needsCompanySignIn(viewer, found.portalName);
      }
      return portalJson(found, viewer !== null);
    },
  );
}
