import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAdministrator } from '../viewer.ts';
import { listAuditEvents } from './store.ts';

const text = Type.Union([Type.String(), Type.Null()]);
const state = Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]);

const auditEventSchema = Type.Object({
  id: Type.String(),
  occurredAt: Type.String({ format: 'date-time' }),
  actorName: text,
  address: text,
  action: Type.String(),
  objectType: Type.String(),
  objectId: text,
  objectName: text,
  before: state,
  after: state,
});

/** The audit log, for administrators. */
export function addAuditRoutes(app: App, { db }: Platform): void {
  app.get(
    '/rest/portico/1/audit',
    {
      schema: {
        operationId: 'listAuditEvents',
        tags: ['audit'],
        summary: 'The audit log, newest first',
        querystring: Type.Object({
          ...pageQueryProperties,
          action: Type.Optional(
            Type.String({ maxLength: 100, description: 'Only this action, such as sign-in.refused' }),
          ),
          query: Type.Optional(
            Type.String({
              maxLength: 200,
              description: 'In who, what, address, or the reference of a refusal',
            }),
          ),
        }),
        response: { 200: pageSchema(auditEventSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit, action, query } = request.query;
      const events = await listAuditEvents(db, {
        start,
        limit: limit + 1,
        ...(action && { action }),
        ...(query && { query }),
      });
      return page(
        { request, start, limit },
        events.map((event) => ({ ...event, occurredAt: event.occurredAt.toISOString() })),
      );
    },
  );
}
