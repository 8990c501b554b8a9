import { type Static, Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, noSuchRequest, type RequestAccess, requireDesk, requireRequest } from '../access.ts';
import { idPattern } from '../addresses.ts';
import { mayAddPeople } from '../participants/change-participants.ts';
import { sharingRuleOf } from '../participants/store.ts';
import { reporterOfRequest } from '../requests/store.ts';
import { mayShare, shareRequest, unshareRequest } from './share-request.ts';
import { findShareable, maxShares, type Sharer, sharesOf } from './store.ts';

const tags = ['Participants'];
const params = Type.Object({ issueIdOrKey: Type.String() });
const organizationSchema = Type.Object({ id: Type.String(), name: Type.String() });
const body = Type.Object(
  {
    organizationIds: Type.Array(Type.String({ pattern: idPattern }), { minItems: 1, maxItems: maxShares }),
  },
  { additionalProperties: false },
);

const sharingSchema = Type.Object(
  {
    organizations: Type.Array(organizationSchema, { description: 'Whose people all see the request' }),
    mayAddPeople: Type.Boolean({ description: 'You may let people take part in it' }),
    mayAddAnyone: Type.Boolean({ description: 'Also people who have no account, by their e-mail address' }),
    mayShare: Type.Boolean({ description: 'You decide which organizations see it' }),
  },
  { title: 'Sharing' },
);

/** With which organizations a request is shared: read by whoever sees it, decided by its reporter and agents. */
export function sharingRoutes(app: App, { db }: Platform): void {
  const route = '/rest/portico/1/request/:issueIdOrKey/organization';

  async function sharerOf(viewer: Viewer, access: RequestAccess): Promise<Sharer> {
    const reporterId = await reporterOfRequest(db, access.id);
    if (reporterId === null) throw noSuchRequest();
    return { actor: actorIn(viewer, access), reporterId, serviceDeskId: access.serviceDeskId };
  }

  async function sharing(viewer: Viewer, access: RequestAccess): Promise<Static<typeof sharingSchema>> {
    const sharer = await sharerOf(viewer, access);
    const rule = await sharingRuleOf(db, access.serviceDeskId);
    const shares = access.isAgent || rule !== 'nobody';
    const addsPeople = shares && (await mayAddPeople(db, access.id, sharer.actor));
    return {
      organizations: (await sharesOf(db, [access.id])).get(access.id) ?? [],
      mayAddPeople: addsPeople,
      mayAddAnyone: addsPeople && (access.isAgent || rule === 'anyone'),
      mayShare: shares && mayShare(sharer, sharer.actor),
    };
  }

  app.get(
    route,
    {
      schema: {
        operationId: 'getRequestSharing',
        tags,
        summary: 'The organizations that a request is shared with, and what you may change about it',
        params,
        response: { 200: sharingSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      return sharing(viewer, await requireRequest(db, viewer, request.params.issueIdOrKey));
    },
  );

  app.post(
    route,
    {
      schema: {
        operationId: 'shareRequest',
        tags,
        summary: 'Let everybody in organizations see a request; for its reporter and agents',
        params,
        body,
        response: { 200: sharingSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { organizationIds } = request.body;
      await db
        .transaction()
        .execute((trx) =>
          shareRequest(trx, { requestId: access.id, actor: actorIn(viewer, access), organizationIds }),
        );
      return sharing(viewer, access);
    },
  );

  app.delete(
    route,
    {
      schema: {
        operationId: 'unshareRequest',
        tags,
        summary: 'Take a request back from organizations; for its reporter and agents',
        params,
        body,
        response: { 200: sharingSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { organizationIds } = request.body;
      await db
        .transaction()
        .execute((trx) =>
          unshareRequest(trx, { requestId: access.id, actor: actorIn(viewer, access), organizationIds }),
        );
      return sharing(viewer, access);
    },
  );

  app.get(
    '/rest/portico/1/request/:issueIdOrKey/organization-candidate',
    {
      schema: {
        operationId: 'findSharingOrganizations',
        tags,
        summary: 'Organizations that you could share a request with, by name; at most 20',
        params,
        querystring: Type.Object({ query: Type.String({ maxLength: 200, default: '' }) }),
        response: {
          200: Type.Object({ values: Type.Array(organizationSchema) }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const sharer = await sharerOf(viewer, access);
      if (!mayShare(sharer, sharer.actor)) return { values: [] };
      const pattern = textPattern(request.query.query);
      return { values: await findShareable(db, sharer, { pattern, requestId: access.id }) };
    },
  );

  app.get(
    '/rest/portico/1/service-desk/:serviceDeskId/organization-candidate',
    {
      schema: {
        operationId: 'findOrganizationsForSharing',
        tags,
        summary: 'Organizations that you could share a new request of yours with, by name; at most 20',
        params: Type.Object({ serviceDeskId: Type.String() }),
        querystring: Type.Object({ query: Type.String({ maxLength: 200, default: '' }) }),
        response: {
          200: Type.Object({ values: Type.Array(organizationSchema) }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireDesk(db, viewer, request.params.serviceDeskId);
      const sharer = { actor: actorIn(viewer, desk), reporterId: viewer.id, serviceDeskId: desk.id };
      return { values: await findShareable(db, sharer, { pattern: textPattern(request.query.query) }) };
    },
  );
}
