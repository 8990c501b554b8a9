import { Type } from 'typebox';
import {
  accountByAccountId,
  accountsByAccountIds,
  requireViewer,
  type Viewer,
} from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  actorIn,
  type DeskAccess,
  holdToLimitsOf,
  noSuchRequest,
  requireDesk,
  requireRequest,
} from '../access.ts';
import { accountIdPattern, idPattern, requestAddress } from '../addresses.ts';
import { expandSchema, expansions } from '../expand.ts';
import { maxParticipants, unknownPeople } from '../participants/change-participants.ts';
import { addableAmong } from '../participants/store.ts';
import { siteOf } from '../people.ts';
import { requireShareable } from '../sharing/share-request.ts';
import { maxShares } from '../sharing/store.ts';
import { approvalStatuses, filteredWays, ownerships } from './filters.ts';
import { requestSchema } from './json.ts';
import { listOnWays, requestOrders } from './on-ways.ts';
import { raiseRequest } from './raise-request.ts';
import { type Site, showRequests } from './show-requests.ts';
import { loadRequest } from './store.ts';

const tags = ['Requests'];
const idQuery = Type.Optional(Type.String({ pattern: idPattern }));
const ownershipSchema = Type.Enum([...ownerships]);

/** Requests as customers know them: raise one, read it, list one's own. */
export function requestRoutes(app: App, { db }: Platform): void {
  async function show(site: Site, viewer: Viewer, idOrKey: string, expand: ReadonlySet<string>) {
    const address = requestAddress(idOrKey);
    const row = address && (await loadRequest(db, viewer, address));
    if (row) await holdToLimitsOf(db, viewer, row);
    const [shown] = row ? await showRequests(db, site, viewer, [row], expand) : [];
    if (!shown) {
      // It may be one that another session of theirs may see.
      await requireRequest(db, viewer, idOrKey);
      throw noSuchRequest();
    }
    return shown;
  }

  async function reporterOf(viewer: Viewer, desk: DeskAccess, onBehalfOf: string | undefined) {
    if (onBehalfOf === undefined || onBehalfOf === viewer.accountId) return viewer.id;
    // Customers learn nothing of who has an account.
    if (!desk.isAgent) throw Invalid.fields({ raiseOnBehalfOf: 'Only agents raise requests for others.' });
    const account = await accountByAccountId(db, onBehalfOf);
    if (!account) throw Invalid.fields({ raiseOnBehalfOf: 'There is no such account.' });
    return account.id;
  }

  async function participantsOf(
    viewer: Viewer,
    desk: DeskAccess,
    accountIds: readonly string[],
  ): Promise<string[]> {
    const actor = actorIn(viewer, desk);
    const accounts = await accountsByAccountIds(db, accountIds);
    const ids = [...accounts.values()].map(({ id }) => id);
    const known = await addableAmong(db, desk.id, actor, ids);
    if (known.size < new Set(accountIds).size) {
      throw Invalid.fields({ requestParticipants: unknownPeople(actor) });
    }
    return ids;
  }

  app.post(
    '/rest/servicedeskapi/request',
    {
      schema: {
        operationId: 'createCustomerRequest',
        tags,
        summary: 'Raise a request',
        body: Type.Object(
          {
            serviceDeskId: Type.String(),
            requestTypeId: Type.String(),
            requestFieldValues: Type.Record(Type.String(), Type.Unknown(), {
              description:
                'By field id: text for text fields, {"id"} or {"value"} for selects, and under "attachment" the ids of temporary attachments',
            }),
            requestParticipants: Type.Optional(
              Type.Array(Type.String({ pattern: accountIdPattern }), {
                maxItems: maxParticipants,
                description: 'accountIds of people who take part',
              }),
            ),
            raiseOnBehalfOf: Type.Optional(
              Type.String({ pattern: accountIdPattern, description: 'accountId of a customer; agents only' }),
            ),
            _portico: Type.Optional(
              Type.Object(
                {
                  sharedWith: Type.Array(Type.String({ pattern: idPattern }), {
                    maxItems: maxShares,
                    description: 'Ids of organizations whose people all shall see it',
                  }),
                },
                { additionalProperties: false },
              ),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 201: requestSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const { serviceDeskId, requestTypeId, requestFieldValues: values, raiseOnBehalfOf } = request.body;
      const desk = await requireDesk(db, viewer, serviceDeskId);
      const reporterId = await reporterOf(viewer, desk, raiseOnBehalfOf);
      const participantIds = await participantsOf(viewer, desk, request.body.requestParticipants ?? []);
      const sharedWith = request.body._portico?.sharedWith ?? [];
      const actor = actorIn(viewer, desk);
      await requireShareable(db, { actor, reporterId, serviceDeskId: desk.id }, sharedWith, 'sharedWith');
      const raised = await db.transaction().execute((trx) =>
        raiseRequest(trx, {
          actor,
          serviceDeskId: desk.id,
          requestTypeId,
          values,
          reporterId,
          ...(viewer.token && { channel: 'api' as const }),
          participantIds: participantIds.filter((id) => id !== reporterId),
          sharedWith,
        }),
      );
      reply.code(201);
      return show(siteOf(request), viewer, raised.key, new Set());
    },
  );

  app.get(
    '/rest/servicedeskapi/request',
    {
      schema: {
        operationId: 'getCustomerRequests',
        tags,
        summary:
          'Requests of your own, of organizations that you manage, and of others in which you take part',
        querystring: Type.Object({
          ...pageQueryProperties,
          searchTerm: Type.Optional(Type.String({ maxLength: 200 })),
          requestOwnership: Type.Optional(
            Type.Union([ownershipSchema, Type.Array(ownershipSchema, { maxItems: 6 })]),
          ),
          requestStatus: Type.Enum(['OPEN_REQUESTS', 'CLOSED_REQUESTS', 'ALL_REQUESTS'], {
            default: 'ALL_REQUESTS',
          }),
          approvalStatus: Type.Optional(
            Type.Enum([...approvalStatuses], {
              description:
                'With requestOwnership APPROVER: what waits for your answer, or what you have answered',
            }),
          ),
          serviceDeskId: idQuery,
          requestTypeId: idQuery,
          organizationId: idQuery,
          orderBy: Type.Enum([...requestOrders], {
            default: '-created',
            description: 'With - the other way round. Ours; Jira knows newest first alone',
          }),
          expand: expandSchema,
        }),
        response: { 200: pageSchema(requestSchema), ...errorResponses(400, 401) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { start, limit, expand, orderBy, requestOwnership, requestStatus, ...filter } = request.query;
      const ownership =
        typeof requestOwnership === 'string'
          ? [requestOwnership]
          : (requestOwnership ?? (['OWNED_REQUESTS', 'PARTICIPATED_REQUESTS', 'ALL_ORGANIZATIONS'] as const));
      // At the host of a portal there are the requests of that portal.
      const desk = request.portalHost && { serviceDeskId: request.portalHost.portalId };
      const ways = filteredWays(viewer, { ...filter, ...desk, ownership, status: requestStatus });
      const rows = await listOnWays(db, viewer, { ways, order: orderBy, start, limit });
      return page(
        { request, start, limit },
        await showRequests(db, siteOf(request), viewer, rows, expansions(expand)),
      );
    },
  );

  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey',
    {
      schema: {
        operationId: 'getCustomerRequestByIdOrKey',
        tags,
        summary: 'A request',
        params: Type.Object({ issueIdOrKey: Type.String() }),
        querystring: Type.Object({ expand: expandSchema }),
        response: { 200: requestSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const { issueIdOrKey } = request.params;
      const expand = expansions(request.query.expand);
      const shown = await show(siteOf(request), requireViewer(request), issueIdOrKey, expand);
      const { portalHost } = request;
      if (portalHost && shown.serviceDeskId !== portalHost.portalId) throw noSuchRequest();
      return shown;
    },
  );
}
