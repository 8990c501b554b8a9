import { type Static, Type } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { type ExportFormat, exportAuditEvents, exportFormats } from './export.ts';
import { type AuditFilter, auditFilterProperties, readAuditFilter } from './filter.ts';
import { auditEventJson, auditEventSchema } from './json.ts';
import { auditNamesSchema, namesIn } from './names.ts';
import {
  auditRetention,
  changeAuditRetention,
  countOlder,
  oldestAuditEvent,
  sweepAuditLog,
} from './retention.ts';
import { auditEvents, countAuditEvents, readPosition, showPosition } from './store.ts';

/** Results are counted so far; beyond it, "more than" is all that anybody needs to know. */
const mostCounted = 1000;

const pageSchema = Type.Object({
  size: Type.Integer(),
  limit: Type.Integer(),
  isLastPage: Type.Boolean(),
  next: Type.Union([Type.String(), Type.Null()], { description: '`after` of the next page' }),
  count: Type.Union([Type.Integer(), Type.Null()], {
    description: `How many entries fit, counted to ${mostCounted}; only on the first page`,
  }),
  values: Type.Array(auditEventSchema),
  names: auditNamesSchema,
});

const keepDaysSchema = Type.Union([Type.Integer({ minimum: 30, maximum: 36_500 }), Type.Null()], {
  description: 'Days that entries are kept; null: for ever',
});

const settingsSchema = Type.Object({
  keepDays: keepDaysSchema,
  oldestAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  entriesOlder: Type.Union([Type.Integer(), Type.Null()], {
    description: 'How many entries are older than `olderThan` days; null when that was not asked',
  }),
});

/** The audit log, for administrators: search, export, and how long it is kept. */
export function addAuditRoutes(app: App, { db, jobs }: Platform): void {
  app.get(
    '/rest/portico/1/audit',
    {
      schema: {
        operationId: 'listAuditEvents',
        tags: ['audit'],
        summary: 'The audit log, newest first',
        querystring: Type.Object({
          ...auditFilterProperties,
          after: Type.Optional(
            Type.String({ maxLength: 40, description: 'Go on after this place: `next` of the page before' }),
          ),
          limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
        }),
        response: { 200: pageSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { after, limit, ...asked } = request.query;
      const filter = await readAuditFilter(db, asked);
      const { events, next } = await auditEvents(db, filter, {
        limit,
        after: after === undefined ? null : readPosition(after),
      });
      return {
        size: events.length,
        limit,
        isLastPage: next === null,
        next: next && showPosition(next),
        count: after === undefined ? await countAuditEvents(db, filter, mostCounted + 1) : null,
        values: events.map(auditEventJson),
        names: await namesIn(db, events),
      };
    },
  );

  app.get(
    '/rest/portico/1/audit/export',
    {
      // A HEAD would be recorded as an export that never was.
      exposeHeadRoute: false,
      schema: {
        operationId: 'exportAuditEvents',
        tags: ['audit'],
        summary: 'All entries that fit, newest first, as a file; that it was exported is recorded',
        querystring: Type.Object({
          ...auditFilterProperties,
          format: Type.Union([Type.Literal('csv'), Type.Literal('json')]),
        }),
        response: errorResponses(400, 401, 403),
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const { format, ...asked } = request.query;
      const { person, ...filters } = asked;
      const begun = new Date();
      const filter = await readAuditFilter(db, asked);
      await recordAudit(db, {
        actor: actorOf(request),
        action: 'audit-log.exported',
        objectType: 'audit-log',
        after: { format, ...filters, ...(person && { accountId: person }) },
      });
      const until = filter.until && filter.until < begun ? filter.until : begun;
      return sendExport(reply, { ...filter, until }, format);
    },
  );

  app.get(
    '/rest/portico/1/audit/settings',
    {
      schema: {
        operationId: 'getAuditSettings',
        tags: ['audit'],
        summary: 'How long entries of the audit log are kept',
        querystring: Type.Object({
          olderThan: Type.Optional(
            Type.Integer({
              minimum: 30,
              maximum: 36_500,
              description: 'Count the entries older than so many days',
            }),
          ),
        }),
        response: { 200: settingsSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return settingsJson(db, request.query.olderThan);
    },
  );

  app.put(
    '/rest/portico/1/audit/settings',
    {
      schema: {
        operationId: 'changeAuditSettings',
        tags: ['audit'],
        summary: 'Set how long entries of the audit log are kept; older ones are deleted in the next night',
        body: Type.Object({ keepDays: keepDaysSchema }, { additionalProperties: false }),
        response: { 200: settingsSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { keepDays } = request.body;
      await inTransaction(db, (trx) => changeAuditRetention(trx, keepDays, actorOf(request)));
      return settingsJson(db);
    },
  );

  jobs.define('audit-log.sweep', async (_payload, context) => {
    await sweepAuditLog(context.db);
  });
  jobs.schedule('audit-log.sweep', '19 2 * * *');

  /** Sends the file while it is being read. */
  function sendExport(reply: FastifyReply, filter: AuditFilter, format: ExportFormat): FastifyReply {
    const day = new Date().toISOString().slice(0, 10);
    reply.headers({
      'content-type': exportFormats[format].type,
      'content-disposition': `attachment; filename="audit-log-${day}.${format}"`,
      'cache-control': 'no-store',
    });
    return reply.send(exportAuditEvents(db, filter, format));
  }
}

async function settingsJson(db: Database, olderThan?: number): Promise<Static<typeof settingsSchema>> {
  const oldest = await oldestAuditEvent(db);
  return {
    keepDays: await auditRetention(db),
    oldestAt: oldest?.toISOString() ?? null,
    entriesOlder: olderThan === undefined ? null : await countOlder(db, olderThan),
  };
}
