import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { requireId } from '../addresses.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { siteOf } from '../people.ts';
import { requireFilter, requireWritableFilter } from './change-filter.ts';
import { shareInputSchema } from './input.ts';
import { shareSchema } from './json.ts';
import { keepPreference, sharesFiltersByDefault } from './preferences.ts';
import { deleteShare, insertShares, readShare } from './shares.ts';
import { type FilterSite, showFilters } from './show-filters.ts';
import type { Filter } from './store.ts';

const tags = ['Filters'];
const params = Type.Object({ id: Type.String() });
const shareParams = Type.Object({ id: Type.String(), permissionId: Type.String() });
const scopeSchema = Type.Object({ scope: Type.Enum(['AUTHENTICATED', 'PRIVATE']) });
const noSuchShare = 'The filter is not shared in this way.';

/** With whom filters are shared. */
export function filterShareRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  async function staff(request: FastifyRequest): Promise<Viewer> {
    const viewer = requireViewer(request);
    await requireStaff(db, viewer);
    return viewer;
  }

  async function shownShares(
    database: Database,
    site: FilterSite,
    viewer: Viewer,
    filter: Filter,
  ): Promise<Static<typeof shareSchema>[]> {
    const [shown] = await showFilters(database, site, viewer, [filter]);
    return shown ? [...shown.sharePermissions, ...shown.editPermissions] : [];
  }

  for (const version of apiVersions) {
    const api = `/rest/api/${version}/filter` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.get(
      `${api}/defaultShareScope`,
      {
        schema: {
          operationId: named('getDefaultShareScope'),
          tags,
          summary: 'With whom your new filters are shared: everyone who works here, or nobody',
          response: { 200: scopeSchema, ...errorResponses(401, 403) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const isShared = await sharesFiltersByDefault(db, viewer.id);
        return { scope: isShared ? ('AUTHENTICATED' as const) : ('PRIVATE' as const) };
      },
    );

    app.put(
      `${api}/defaultShareScope`,
      {
        schema: {
          operationId: named('setDefaultShareScope'),
          tags,
          summary: 'Say with whom your new filters are shared; GLOBAL is the same as AUTHENTICATED',
          body: Type.Object(
            { scope: Type.Enum(['AUTHENTICATED', 'GLOBAL', 'PRIVATE']) },
            { additionalProperties: false },
          ),
          response: { 200: scopeSchema, ...errorResponses(400, 401, 403) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const isShared = request.body.scope !== 'PRIVATE';
        await keepPreference(db, viewer.id, { shares_filters: isShared });
        return { scope: isShared ? ('AUTHENTICATED' as const) : ('PRIVATE' as const) };
      },
    );

    app.get(
      `${api}/:id/permission`,
      {
        schema: {
          operationId: named('getSharePermissions'),
          tags,
          summary: 'With whom a filter is shared',
          params,
          response: { 200: Type.Array(shareSchema), ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const filter = await requireFilter(db, viewer, request.params.id);
        return shownShares(db, { ...siteOf(request), version }, viewer, filter);
      },
    );

    app.post(
      `${api}/:id/permission`,
      {
        schema: {
          operationId: named('addSharePermission'),
          tags,
          summary: 'Share a filter with more people',
          params,
          body: shareInputSchema,
          response: { 201: Type.Array(shareSchema), ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = await staff(request);
        const shares = await inTransaction(db, async (trx) => {
          const filter = await requireWritableFilter(trx, viewer, request.params.id);
          await insertShares(trx, filter.id, [await readShare(trx, viewer, request.body)]);
          return shownShares(trx, { ...siteOf(request), version }, viewer, filter);
        });
        return reply.code(201).send(shares);
      },
    );

    app.get(
      `${api}/:id/permission/:permissionId`,
      {
        schema: {
          operationId: named('getSharePermission'),
          tags,
          summary: 'One way in which a filter is shared',
          params: shareParams,
          response: { 200: shareSchema, ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        const viewer = await staff(request);
        const { id, permissionId } = request.params;
        const filter = await requireFilter(db, viewer, id);
        const shares = await shownShares(db, { ...siteOf(request), version }, viewer, filter);
        const share = shares.find((each) => String(each.id) === permissionId);
        if (!share) throw new NotFound(noSuchShare);
        return share;
      },
    );

    app.delete(
      `${api}/:id/permission/:permissionId`,
      {
        schema: {
          operationId: named('deleteSharePermission'),
          tags,
          summary: 'Share a filter in this way no more',
          params: shareParams,
          response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = await staff(request);
        const { id, permissionId } = request.params;
        await inTransaction(db, async (trx) => {
          const filter = await requireWritableFilter(trx, viewer, id);
          const isDeleted = await deleteShare(trx, filter.id, requireId(permissionId, noSuchShare));
          if (!isDeleted) throw new NotFound(noSuchShare);
        });
        return reply.code(204).send(null);
      },
    );
  }
}
