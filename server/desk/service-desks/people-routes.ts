import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  organizationById,
  organizationJson,
  organizationSchema,
  organizationsByIds,
} from '../../customers/index.ts';
import {
  type AccountSummary,
  accountsByAccountIds,
  accountsByIds,
  actorOf,
  listCandidates,
  requireViewer,
  userJson,
  userSchema,
} from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAdministeredDesk, requireAgentDesk } from '../access.ts';
import { accountIdPattern, isId } from '../addresses.ts';
import {
  addDeskOrganization,
  addDeskPeople,
  type DeskMembership,
  type DeskRole,
  listDeskOrganizations,
  listDeskPeople,
  removeDeskOrganization,
  removeDeskPeople,
} from './people.ts';

const tags = ['Service desk people'];
const params = Type.Object({ serviceDeskId: Type.String() });
const accountIdSchema = Type.String({ pattern: accountIdPattern });
const accountIdsBody = Type.Object(
  { accountIds: Type.Array(accountIdSchema, { minItems: 1, maxItems: 100 }) },
  { additionalProperties: false },
);
const organizationBody = Type.Object(
  {
    // Jira's clients send a number.
    organizationId: Type.Union([Type.String(), Type.Integer()]),
    serviceDeskId: Type.Optional(Type.String({ description: 'Ignored: the address says it' })),
  },
  { additionalProperties: false },
);

/** Agents, customers and organizations of a desk: seen by its agents, changed by those who administer it. */
export function deskPeopleRoutes(app: App, { db, config }: Platform): void {
  async function people(serviceDeskId: string, role: DeskRole, request: PeopleRequest) {
    const { start, limit } = request.query;
    const ids = await listDeskPeople(db, serviceDeskId, role, request.query);
    const accounts = await accountsByIds(db, ids);
    const known = ids.flatMap((id) => accounts.get(id) ?? []);
    return page(
      { request, start, limit },
      known.map((account) => userJson(account, config.url)),
    );
  }

  async function membership(request: FastifyRequest, serviceDeskId: string): Promise<DeskMembership> {
    const desk = await requireAdministeredDesk(db, requireViewer(request), serviceDeskId);
    return { desk, auditActor: actorOf(request) };
  }

  async function requireAccounts(accountIds: readonly string[], field: string): Promise<AccountSummary[]> {
    const accounts = await accountsByAccountIds(db, accountIds);
    const unknown = accountIds.filter((id) => !accounts.has(id));
    if (unknown.length > 0) throw Invalid.fields({ [field]: `There is no account ${unknown.join(', ')}.` });
    return [...accounts.values()];
  }

  async function requireOrganization(id: string) {
    const organization = isId(id) ? await organizationById(db, id) : null;
    if (!organization) throw Invalid.fields({ organizationId: 'There is no such organization.' });
    return organization;
  }

  app.get(
    '/rest/portico/1/service-desk/:serviceDeskId/agent',
    {
      schema: {
        operationId: 'getAgents',
        tags,
        summary: 'The agents of a service desk, by name',
        params,
        querystring: pageQuerySchema,
        response: { 200: pageSchema(userSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      return people(desk.id, 'agent', request);
    },
  );

  app.get(
    '/rest/portico/1/service-desk/:serviceDeskId/candidate',
    {
      schema: {
        operationId: 'findCandidates',
        tags,
        summary:
          'People who can be made agents or customers of a service desk, by name; for who administers it',
        params,
        querystring: Type.Object({
          query: Type.String({ minLength: 1, maxLength: 200, description: 'Part of the name or address' }),
        }),
        response: {
          200: Type.Object({ values: Type.Array(userSchema) }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const found = await listCandidates(db, request.query.query);
      return { values: found.map((account) => userJson(account, config.url)) };
    },
  );

  const agentBody = Type.Object({ accountId: accountIdSchema }, { additionalProperties: false });

  app.post(
    '/rest/portico/1/service-desk/:serviceDeskId/agent',
    {
      schema: {
        operationId: 'addAgent',
        tags,
        summary: 'Make someone an agent of a service desk',
        params,
        body: agentBody,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const change = await membership(request, request.params.serviceDeskId);
      const accounts = await requireAccounts([request.body.accountId], 'accountId');
      await db.transaction().execute((trx) => addDeskPeople(trx, change, 'agent', accounts));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/rest/portico/1/service-desk/:serviceDeskId/agent',
    {
      schema: {
        operationId: 'removeAgent',
        tags,
        summary: 'End that someone is an agent of a service desk',
        params,
        body: agentBody,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const change = await membership(request, request.params.serviceDeskId);
      const accounts = await requireAccounts([request.body.accountId], 'accountId');
      await db.transaction().execute((trx) => removeDeskPeople(trx, change, 'agent', accounts));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/customer',
    {
      schema: {
        operationId: 'getCustomers',
        tags,
        summary: 'The customers that are named for a service desk, by name',
        params,
        querystring: Type.Object({
          ...pageQueryProperties,
          query: Type.Optional(
            Type.String({ maxLength: 200, description: 'Part of the name or e-mail address' }),
          ),
        }),
        response: { 200: pageSchema(userSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      return people(desk.id, 'customer', request);
    },
  );

  app.post(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/customer',
    {
      schema: {
        operationId: 'addCustomers',
        tags,
        summary: 'Name people as customers of a service desk',
        params,
        body: accountIdsBody,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const change = await membership(request, request.params.serviceDeskId);
      const accounts = await requireAccounts(request.body.accountIds, 'accountIds');
      await db.transaction().execute((trx) => addDeskPeople(trx, change, 'customer', accounts));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/customer',
    {
      schema: {
        operationId: 'removeCustomers',
        tags,
        summary: 'End that people are named as customers of a service desk',
        params,
        body: accountIdsBody,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const change = await membership(request, request.params.serviceDeskId);
      const accounts = await requireAccounts(request.body.accountIds, 'accountIds');
      await db.transaction().execute((trx) => removeDeskPeople(trx, change, 'customer', accounts));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/organization',
    {
      schema: {
        operationId: 'getServiceDeskOrganizations',
        tags,
        summary: 'The organizations whose members are customers of a service desk, by name',
        params,
        querystring: Type.Object({
          ...pageQueryProperties,
          accountId: Type.Optional(
            Type.String({
              pattern: accountIdPattern,
              description: 'Only those that this person is a member of',
            }),
          ),
        }),
        response: { 200: pageSchema(organizationSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { start, limit, accountId } = request.query;
      const ids = await listDeskOrganizations(db, desk.id, { start, limit, accountId });
      const organizations = await organizationsByIds(db, ids);
      const known = ids.flatMap((id) => organizations.get(id) ?? []);
      return page(
        { request, start, limit },
        known.map((organization) => organizationJson(organization, config.url)),
      );
    },
  );

  app.post(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/organization',
    {
      schema: {
        operationId: 'addOrganization',
        tags,
        summary: "Make an organization's members customers of a service desk",
        params,
        body: organizationBody,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const change = await membership(request, request.params.serviceDeskId);
      const organization = await requireOrganization(String(request.body.organizationId));
      await db.transaction().execute((trx) => addDeskOrganization(trx, change, organization));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/organization',
    {
      schema: {
        operationId: 'removeOrganization',
        tags,
        summary: "End that an organization's members are customers of a service desk",
        params,
        body: organizationBody,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const change = await membership(request, request.params.serviceDeskId);
      const organization = await requireOrganization(String(request.body.organizationId));
      await db.transaction().execute((trx) => removeDeskOrganization(trx, change, organization));
      return reply.code(204).send(null);
    },
  );
}

type PeopleRequest = FastifyRequest & {
  query: { start: number; limit: number; query?: string | undefined };
};
