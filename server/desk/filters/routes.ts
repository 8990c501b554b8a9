import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import {
  jiraPage,
  jiraPageOf,
  jiraPageQueryProperties,
  jiraPageSchema,
} from '../../platform/http/jira-paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { isId } from '../addresses.ts';
import { expandSchema, expansions } from '../expand.ts';
import { type ApiVersion, apiVersions, operationIn } from '../issues/api-version.ts';
import { siteOf } from '../people.ts';
import { filterBesideRoutes } from './beside-routes.ts';
import {
  changeFilter,
  createFilter,
  deleteFilter,
  giveFilter,
  noSuchFilter,
  requireFilter,
  requireWritableFilter,
} from './change-filter.ts';
import { filterBody } from './input.ts';
import { filterDetailsSchema, filterSchema } from './json.ts';
import { filterShareRoutes } from './share-routes.ts';
import { showFilters, showFoundFilters } from './show-filters.ts';
import {
  type Filter,
  favouriteFilters,
  filterOf,
  filterOrders,
  filtersOwnedBy,
  findFilters,
} from './store.ts';

const tags = ['Filters'];
const params = Type.Object({ id: Type.String() });
const overrides = Type.Boolean({
  default: false,
  description: 'Also filters that are not shared with you; administrators',
});
const single = Type.Object({ expand: expandSchema, overrideSharePermissions: overrides });

const searchQuery = Type.Object({
  ...jiraPageQueryProperties,
  filterName: Type.Optional(Type.String({ maxLength: 255, description: 'Words of the name' })),
  isSubstringMatch: Type.Optional(Type.Boolean({ description: 'filterName is a part of the name' })),
  accountId: Type.Optional(Type.String({ maxLength: 128, description: 'Of the owner' })),
  groupId: Type.Optional(Type.String({ maxLength: 128, description: 'Shared with this group' })),
  groupname: Type.Optional(Type.String({ maxLength: 255 })),
  projectId: Type.Optional(Type.String({ maxLength: 20, description: 'Shared with this project' })),
  id: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 200 })),
  orderBy: Type.Enum(filterOrders, { default: 'name' }),
  expand: expandSchema,
  overrideSharePermissions: overrides,
});

/** Filters: queries that people save and share, for people who work here. */
export function filterRoutes(app: App, platform: Pick<Platform, 'db'>): void {
  const { db } = platform;
  filterShareRoutes(app, platform);
  filterBesideRoutes(app, platform);

  async function staff(request: FastifyRequest): Promise<Viewer> {
    const viewer = requireViewer(request);
    await requireStaff(db, viewer);
    return viewer;
  }

  async function shownOne(
    request: FastifyRequest,
    version: ApiVersion,
    viewer: Viewer,
    filter: Filter,
  ): Promise<Static<typeof filterSchema>> {
    const [shown] = await showFilters(db, { ...siteOf(request), version }, viewer, [filter]);
    if (!shown) throw new Error('A filter was shown as nothing');
    return shown;
  }

  for (const version of apiVersions) {
    const api = `/rest/api/${version}/filter` as const;
    const named = (operation: string) => operationIn(version, operation);
    const shownWhole = { 200: filterSchema, ...errorResponses(400, 401, 403, 404) };

    app.post(
      api,
      {
        schema: {
          operationId: named('createFilter'),
          tags,
          summary: 'Save a query',
          querystring: single,
          body: filterBody,
          response: { 200: filterSchema, ...errorResponses(400, 401, 403) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const id = await inTransaction(db, (trx) => createFilter(trx, viewer, request.body));
        return shownOne(request, version, viewer, await requireFilter(db, viewer, id));
      },
    );

    app.get(
      `${api}/:id`,
      {
        schema: {
          operationId: named('getFilter'),
          tags,
          summary: 'A filter that is yours, or shared with you',
          params,
          querystring: single,
          response: shownWhole,
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const { overrideSharePermissions } = request.query;
        const filter = await requireFilter(db, viewer, request.params.id, {
          overrides: overrideSharePermissions,
        });
        return shownOne(request, version, viewer, filter);
      },
    );

    app.put(
      `${api}/:id`,
      {
        schema: {
          operationId: named('updateFilter'),
          tags,
          summary: 'Change a filter: its owner, and those whom the owner lets',
          params,
          querystring: single,
          body: filterBody,
          response: shownWhole,
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const options = { overrides: request.query.overrideSharePermissions };
        const { id } = request.params;
        await inTransaction(db, async (trx) => {
          const filter = await requireWritableFilter(trx, viewer, id, options);
          await changeFilter(trx, viewer, filter, request.body);
        });
        // Whoever takes themself out of those whom it is shared with is shown it once more.
        const filter = await filterOf(db, viewer, id, { anyones: true });
        if (!filter) throw noSuchFilter();
        return shownOne(request, version, viewer, filter);
      },
    );

    app.delete(
      `${api}/:id`,
      {
        schema: {
          operationId: named('deleteFilter'),
          tags,
          summary: 'Delete a filter; its owner and administrators',
          params,
          response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = await staff(request);
        await inTransaction(db, async (trx) => {
          const filter = await requireFilter(trx, viewer, request.params.id, { overrides: true });
          await deleteFilter(trx, viewer, filter);
        });
        return reply.code(204).send(null);
      },
    );

    app.put(
      `${api}/:id/owner`,
      {
        schema: {
          operationId: named('changeFilterOwner'),
          tags,
          summary: 'Give a filter to somebody else who works here; its owner and administrators',
          params,
          body: Type.Object(
            { accountId: Type.String({ minLength: 1, maxLength: 128 }) },
            { additionalProperties: false },
          ),
          response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = await staff(request);
        await inTransaction(db, async (trx) => {
          const filter = await requireFilter(trx, viewer, request.params.id, { overrides: true });
          await giveFilter(trx, viewer, filter, request.body.accountId);
        });
        return reply.code(204).send(null);
      },
    );

    app.get(
      `${api}/my`,
      {
        schema: {
          operationId: named('getMyFilters'),
          tags,
          summary: 'Your filters, by name',
          querystring: Type.Object({
            expand: expandSchema,
            includeFavourites: Type.Boolean({ default: false, description: 'Also those you have starred' }),
          }),
          response: { 200: Type.Array(filterSchema), ...errorResponses(401, 403) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const { includeFavourites: favourites } = request.query;
        const filters = await filtersOwnedBy(db, viewer, { favourites });
        return showFilters(db, { ...siteOf(request), version }, viewer, filters);
      },
    );

    app.get(
      `${api}/favourite`,
      {
        schema: {
          operationId: named('getFavouriteFilters'),
          tags,
          summary: 'The filters that you have starred, by name',
          querystring: Type.Object({ expand: expandSchema }),
          response: { 200: Type.Array(filterSchema), ...errorResponses(401, 403) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const filters = await favouriteFilters(db, viewer);
        return showFilters(db, { ...siteOf(request), version }, viewer, filters);
      },
    );

    app.get(
      `${api}/search`,
      {
        schema: {
          operationId: named('getFiltersPaginated'),
          tags,
          summary: 'Filters that are yours or shared with you, by what is looked for',
          querystring: searchQuery,
          response: { 200: jiraPageSchema(filterDetailsSchema), ...errorResponses(400, 401, 403) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const { query } = request;
        const wanted = jiraPageOf(query);
        const { projectId, id } = query;
        const { filters, total } = await findFilters(
          db,
          viewer,
          {
            name: query.filterName,
            isSubstring: query.isSubstringMatch,
            ownerAccountId: query.accountId,
            groupId: query.groupId,
            groupName: query.groupname,
            // What is no id is the id of nothing.
            projectId: projectId === undefined || isId(projectId) ? projectId : '0',
            ids: id?.filter(isId),
            orderBy: query.orderBy,
            anyones: query.overrideSharePermissions && viewer.isAdministrator,
          },
          wanted,
        );
        const site = { ...siteOf(request), version };
        const shown = await showFoundFilters(db, site, viewer, filters, expansions(query.expand));
        return jiraPage(request, wanted, total, shown);
      },
    );
  }
}
