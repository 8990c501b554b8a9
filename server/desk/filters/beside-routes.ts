import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { accountByAccountId, requireViewer, type Viewer } from '../../identity/index.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Forbidden, NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { expandSchema } from '../expand.ts';
import { type ApiVersion, apiVersions, operationIn } from '../issues/api-version.ts';
import { siteOf } from '../people.ts';
import { requireFilter, requireWritableFilter } from './change-filter.ts';
import { columnSchema, columnsBody, columnsJson, wantedColumns } from './columns.ts';
import { filterSchema } from './json.ts';
import { columnsOf, keepPreference } from './preferences.ts';
import { showFilters } from './show-filters.ts';
import { keepStar, updateFilter } from './store.ts';

const tags = ['Filters'];
const params = Type.Object({ id: Type.String() });
const whose = Type.Object({
  accountId: Type.Optional(
    Type.String({ maxLength: 128, description: 'Default: your own; of others, for administrators' }),
  ),
});
const changed = { 200: Type.Null(), ...errorResponses(400, 401, 403, 404) };

/** Stars of filters, and which columns are shown: of a filter, or of whatever else somebody searches for. */
export function filterBesideRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  async function staff(request: FastifyRequest): Promise<Viewer> {
    const viewer = requireViewer(request);
    await requireStaff(db, viewer);
    return viewer;
  }

  async function star(request: FastifyRequest, version: ApiVersion, filterId: string, isStarred: boolean) {
    const viewer = await staff(request);
    const filter = await inTransaction(db, async (trx) => {
      const { id } = await requireFilter(trx, viewer, filterId);
      await keepStar(trx, { accountId: viewer.id, filterId: id }, isStarred);
      return requireFilter(trx, viewer, id);
    });
    const [shown] = await showFilters(db, { ...siteOf(request), version }, viewer, [filter]);
    if (!shown) throw new Error('A filter was shown as nothing');
    return shown;
  }

  /** Whose columns are asked for. @throws Forbidden for those of others, unless one administers the site */
  async function ownerOf(viewer: Viewer, accountId: string | undefined): Promise<string> {
    if (accountId === undefined || accountId === viewer.accountId) return viewer.id;
    if (!viewer.isAdministrator) throw new Forbidden('Only administrators may do this for other people.');
    const account = await accountByAccountId(db, accountId);
    if (!account) throw new NotFound('There is no such account.');
    return account.id;
  }

  for (const version of apiVersions) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => operationIn(version, operation);
    const starred = {
      tags,
      params,
      querystring: Type.Object({ expand: expandSchema }),
      response: { 200: filterSchema, ...errorResponses(401, 403, 404) },
    };

    app.put(
      `${api}/filter/:id/favourite`,
      { schema: { operationId: named('setFavouriteForFilter'), summary: 'Star a filter', ...starred } },
      (request) => star(request, version, request.params.id, true),
    );

    app.delete(
      `${api}/filter/:id/favourite`,
      {
        schema: {
          operationId: named('deleteFavouriteForFilter'),
          summary: 'Take your star from a filter',
          ...starred,
        },
      },
      (request) => star(request, version, request.params.id, false),
    );

    app.get(
      `${api}/filter/:id/columns`,
      {
        schema: {
          operationId: named('getColumns'),
          tags,
          summary: 'The columns that a filter shows; the usual ones if nobody chose others',
          params,
          response: { 200: Type.Array(columnSchema), ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const { columns } = await requireFilter(db, viewer, request.params.id);
        return columnsJson(db, viewer, columns);
      },
    );

    app.put(
      `${api}/filter/:id/columns`,
      {
        schema: {
          operationId: named('setColumns'),
          tags,
          summary: 'Choose the columns that a filter shows',
          params,
          body: columnsBody,
          response: changed,
        },
      },
      async (request, reply) => {
        const viewer = await staff(request);
        await inTransaction(db, async (trx) => {
          const { id } = await requireWritableFilter(trx, viewer, request.params.id);
          await updateFilter(trx, id, { columns: await wantedColumns(trx, request.body.columns) });
        });
        return reply.code(200).send(null);
      },
    );

    app.delete(
      `${api}/filter/:id/columns`,
      {
        schema: {
          operationId: named('resetColumns'),
          tags,
          summary: 'Have a filter show the columns of whoever looks',
          params,
          response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = await staff(request);
        await inTransaction(db, async (trx) => {
          const { id } = await requireWritableFilter(trx, viewer, request.params.id);
          await updateFilter(trx, id, { columns: null });
        });
        return reply.code(204).send(null);
      },
    );

    app.get(
      `${api}/user/columns`,
      {
        schema: {
          operationId: named('getUserDefaultColumns'),
          tags,
          summary: 'The columns that are shown of what somebody searches for',
          querystring: whose,
          response: { 200: Type.Array(columnSchema), ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const owner = await ownerOf(viewer, request.query.accountId);
        return columnsJson(db, viewer, await columnsOf(db, owner));
      },
    );

    app.put(
      `${api}/user/columns`,
      {
        schema: {
          operationId: named('setUserColumns'),
          tags,
          summary: 'Choose the columns that are shown of what somebody searches for',
          querystring: whose,
          body: columnsBody,
          response: changed,
        },
      },
      async (request, reply) => {
        const owner = await ownerOf(await staff(request), request.query.accountId);
        const columns = await wantedColumns(db, request.body.columns);
        await keepPreference(db, owner, { columns });
        return reply.code(200).send(null);
      },
    );

    app.delete(
      `${api}/user/columns`,
      {
        schema: {
          operationId: named('resetUserColumns'),
          tags,
          summary: 'Show the usual columns of what somebody searches for',
          querystring: whose,
          response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const owner = await ownerOf(await staff(request), request.query.accountId);
        await keepPreference(db, owner, { columns: null });
        return reply.code(204).send(null);
      },
    );
  }
}
