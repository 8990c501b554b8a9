import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { allColumns, requireFields } from '../filters/columns.ts';
import { QuerySlots } from '../jql/query-slots.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import { siteOf } from '../people.ts';
import { exportFound, mostExported } from './export.ts';
import { jqlSchema } from './input.ts';
import { findsMoreThan } from './search.ts';

const most = mostExported.toLocaleString('en');

/** Files of what was searched for. */
export function exportRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  // Each keeps hundreds of requests in memory, for as long as whoever reads it takes.
  const slots = new QuerySlots({ total: 6, perPerson: 2, waitMs: 5_000, mostWaiting: 20, things: 'exports' });

  app.get(
    '/rest/portico/1/search/export',
    {
      schema: {
        operationId: 'exportSearch',
        tags: ['Issue search'],
        summary: `What a query finds as CSV, at most ${most} requests; for people who work here`,
        description:
          'Times are by your own clocks. Text that a spreadsheet would take for a formula begins with a quote.',
        querystring: Type.Object({
          jql: jqlSchema,
          fields: Type.Optional(
            Type.String({
              maxLength: 10_000,
              description: 'Ids of fields, apart by commas, in the order of their columns; default: all',
            }),
          ),
        }),
        response: { 200: Type.String(), ...errorResponses(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      await requireStaff(db, viewer);
      const { jql, fields = '' } = request.query;
      const named = fields.split(',').flatMap((name) => name.trim() || []);
      const columns =
        named.length > 0 ? await requireFields(db, viewer, named) : await allColumns(db, viewer);
      const release = await slots.take(viewer.id);
      try {
        if (await withinTimeLimit(db, viewer.id, (trx) => findsMoreThan(trx, viewer, jql, mostExported))) {
          throw Invalid.fields({ jql: `This finds more than ${most} requests. Narrow it down.` });
        }
      } catch (error) {
        release();
        throw error;
      }
      reply.headers({
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="requests-${new Date().toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'no-store',
      });
      const file = exportFound(db, {
        site: siteOf(request),
        viewer,
        jql,
        columns: columns,
      });
      const sent = Readable.from(file, { objectMode: false });
      sent.once('close', release);
      return reply.send(sent as never);
    },
  );
}
