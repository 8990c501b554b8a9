import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { page, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentRequest } from '../access.ts';
import { siteOf } from '../people.ts';
import { slaSchema } from './json.ts';
import { slasOf } from './read-slas.ts';

/** The service levels of a request, for agents of its desk. */
export function slaRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/sla',
    {
      schema: {
        operationId: 'getSlaInformation',
        tags: ['SLA'],
        summary: 'The service levels of a request, for agents',
        params: Type.Object({ issueIdOrKey: Type.String() }),
        querystring: pageQuerySchema,
        response: { 200: pageSchema(slaSchema), ...errorResponses(401, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
      const { start, limit } = request.query;
      const reader = { siteAddress: siteOf(request).siteAddress, timeZone: viewer.timeZone };
      const slas = (await slasOf(db, [access], reader)).get(access.id) ?? [];
      return page({ request, start, limit }, slas.slice(start, start + limit + 1));
    },
  );

  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/sla/:slaMetricId',
    {
      schema: {
        operationId: 'getSlaInformationById',
        tags: ['SLA'],
        summary: 'A service level of a request, for agents',
        params: Type.Object({ issueIdOrKey: Type.String(), slaMetricId: Type.String() }),
        response: { 200: slaSchema, ...errorResponses(401, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
      const reader = { siteAddress: siteOf(request).siteAddress, timeZone: viewer.timeZone };
      const slas = (await slasOf(db, [access], reader)).get(access.id) ?? [];
      const sla = slas.find(({ id }) => id === request.params.slaMetricId);
      if (!sla) throw new NotFound('This request has no such service level.');
      return sla;
    },
  );
}
