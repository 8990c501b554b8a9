import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { accountsByAccountIds, actorOf, requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { page, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import { hit } from '../../platform/http/throttle.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, type RequestAccess, requireRequest } from '../access.ts';
import { accountIdPattern } from '../addresses.ts';
import { agentsAmong, personJson, personSchema, showing } from '../people.ts';
import {
  addParticipants,
  maxParticipants,
  mayAddPeople,
  removeParticipants,
  unknownPeople,
} from './change-participants.ts';
import { peopleAtAddresses } from './people-at-addresses.ts';
import { findAddable, listParticipants } from './store.ts';

const tags = ['Participants'];
const params = Type.Object({ issueIdOrKey: Type.String() });
const accountIdsSchema = Type.Array(Type.String({ pattern: accountIdPattern }), {
  maxItems: maxParticipants,
});
const removedBody = Type.Object(
  { accountIds: Type.Array(accountIdsSchema.items, { minItems: 1, maxItems: maxParticipants }) },
  { additionalProperties: false },
);
const maxAddresses = 20;
/** Most addresses that a customer names in a day: each may become an account. */
const addressesPerDay = 100;
const addedBody = Type.Object(
  {
    accountIds: Type.Optional(accountIdsSchema),
    _portico: Type.Optional(
      Type.Object(
        {
          emailAddresses: Type.Array(Type.String({ minLength: 1, maxLength: 320 }), {
            minItems: 1,
            maxItems: maxAddresses,
            description:
              'Of people who may have no account yet; for agents, and where customers share with anyone',
          }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** Who else takes part in a request: read by whoever sees it; people are added by agents, and by customers from their own organizations. */
export function participantRoutes(app: App, { db }: Platform): void {
  const route = '/rest/servicedeskapi/request/:issueIdOrKey/participant';

  async function people(
    request: FastifyRequest,
    viewer: Viewer,
    access: RequestAccess,
    { start, limit }: { start: number; limit: number },
  ) {
    const ids = await listParticipants(db, access.id, { start, limit });
    const site = { url: request.site, siteAddress: request.siteAddress };
    const shown = await showing(db, site, viewer, ids);
    const staff = await agentsAmong(db, ids);
    return page(
      { request, start, limit },
      ids.map((id) =>
        personJson({ accountId: id, isStaff: staff.has(id), readerIsAgent: access.isAgent }, shown),
      ),
    );
  }

  /** Whoever is not known is refused as those are who may not be added. */
  async function accountsNamed(accountIds: readonly string[], isAgent: boolean): Promise<string[]> {
    const accounts = await accountsByAccountIds(db, accountIds);
    if (accountIds.some((id) => !accounts.has(id))) {
      throw Invalid.fields({ accountIds: unknownPeople({ accountId: '0', isAgent }) });
    }
    return [...accounts.values()].map(({ id }) => id);
  }

  app.get(
    route,
    {
      schema: {
        operationId: 'getRequestParticipants',
        tags,
        summary: 'Who takes part in a request beside its reporter, by name',
        params,
        querystring: pageQuerySchema,
        response: { 200: pageSchema(personSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      return people(request, viewer, access, request.query);
    },
  );

  app.post(
    route,
    {
      schema: {
        operationId: 'addRequestParticipants',
        tags,
        summary: 'Let people take part in a request: they see it, hear of it, and may answer',
        params,
        body: addedBody,
        response: { 200: pageSchema(personSchema), ...errorResponses(400, 401, 403, 404, 429) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { accountIds = [], _portico } = request.body;
      const addresses = _portico?.emailAddresses ?? [];
      if (accountIds.length + addresses.length === 0) {
        throw Invalid.fields({ accountIds: 'Name at least one person.' });
      }
      const named = await accountsNamed(accountIds, access.isAgent);
      if (!access.isAgent) {
        for (const _ of addresses)
          await hit(db, `participants:addresses:${viewer.id}`, addressesPerDay, 86_400);
      }
      const actor = actorIn(viewer, access);
      const auditActor = actorOf(request);
      await db.transaction().execute(async (trx) => {
        const addressed = await peopleAtAddresses(trx, { request: access, actor, auditActor, addresses });
        await addParticipants(trx, {
          requestId: access.id,
          actor,
          accountIds: [...new Set([...named, ...addressed])],
        });
      });
      return people(request, viewer, access, { start: 0, limit: 50 });
    },
  );

  app.delete(
    route,
    {
      schema: {
        operationId: 'removeRequestParticipants',
        tags,
        summary: 'Take people out of a request: agents and the reporter everybody, others themselves',
        params,
        body: removedBody,
        response: { 200: pageSchema(personSchema), 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const accounts = await accountsByAccountIds(db, request.body.accountIds);
      const accountIds = [...accounts.values()].map(({ id }) => id);
      const actor = actorIn(viewer, access);
      await db
        .transaction()
        .execute((trx) => removeParticipants(trx, { requestId: access.id, actor, accountIds }));
      // Whoever took out themselves may not see the request any more.
      if (!access.isAgent && accountIds.includes(viewer.id)) return reply.code(204).send(null);
      return people(request, viewer, access, { start: 0, limit: 50 });
    },
  );

  app.get(
    '/rest/portico/1/request/:issueIdOrKey/participant-candidate',
    {
      schema: {
        operationId: 'findParticipants',
        tags,
        summary: 'People who could take part in a request, by name; agents find them by e-mail address, too',
        params,
        querystring: Type.Object({ query: Type.String({ minLength: 1, maxLength: 200 }) }),
        response: {
          200: Type.Object({ values: Type.Array(personSchema) }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const actor = actorIn(viewer, access);
      if (!(await mayAddPeople(db, access.id, actor))) return { values: [] };
      const found = await findAddable(
        db,
        { serviceDeskId: access.serviceDeskId, requestId: access.id, actor },
        request.query.query,
      );
      const ids = found.map(({ id }) => id);
      const site = { url: request.site, siteAddress: request.siteAddress };
      const shown = await showing(db, site, viewer, ids);
      const staff = await agentsAmong(db, ids);
      return {
        values: ids.map((id) =>
          personJson({ accountId: id, isStaff: staff.has(id), readerIsAgent: access.isAgent }, shown),
        ),
      };
    },
  );
}
