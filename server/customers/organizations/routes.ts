import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import {
  accountByAccountId,
  accountsByIds,
  actorOf,
  type Identity,
  requireAdministrator,
  requireViewer,
  userJson,
  userSchema,
  type Viewer,
} from '../../identity/index.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Forbidden } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { addPropertyRoutes } from '../../platform/properties/routes.ts';
import type { PropertyHolder } from '../../platform/properties/store.ts';
import { type OrganizationExtras, organizationJson, organizationSchema } from './json.ts';
import { extrasOf, isMember, listMemberIds, listOrganizations } from './listing.ts';
import {
  addMembers,
  addOrganization,
  changeOrganization,
  maxNameLength,
  noOrganization,
  removeMembers,
  removeOrganization,
  requireOrganization,
} from './organizations.ts';
import type { Organization } from './store.ts';

const tags = ['organization'];
const params = Type.Object({ id: Type.String() });
const nameSchema = Type.String({ minLength: 1, maxLength: maxNameLength });
const membersSchema = Type.Object(
  { accountIds: Type.Array(Type.String({ maxLength: 128 }), { minItems: 1, maxItems: 500 }) },
  { additionalProperties: false },
);

/** Organizations as servicedeskapi knows them. Customers see their own, staff all, administrators change them. */
export function addOrganizationRoutes(app: App, { config, db }: Platform, identity: Identity): void {
  app.get(
    '/rest/servicedeskapi/organization',
    {
      schema: {
        operationId: 'getOrganizations',
        tags,
        summary: 'Organizations by name; for customers those that they are members of',
        querystring: Type.Object({
          ...pageQueryProperties,
          accountId: Type.Optional(
            Type.String({ maxLength: 128, description: 'Only those of this account; for staff' }),
          ),
        }),
        response: { 200: pageSchema(organizationSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { start, limit, accountId } = request.query;
      const isStaff = await identity.isStaff(db, viewer.id);
      if (accountId !== undefined && !isStaff) throw onlyStaff();
      const member = accountId === undefined ? null : await accountByAccountId(db, accountId);
      if (accountId !== undefined && !member) return page({ request, start, limit }, []);
      const memberId = member?.id ?? (isStaff ? undefined : viewer.id);
      const organizations = await listOrganizations(db, {
        start,
        limit: limit + 1,
        ...(memberId !== undefined && { memberId }),
      });
      return page({ request, start, limit }, await shown(organizations, isStaff));
    },
  );

  app.post(
    '/rest/servicedeskapi/organization',
    {
      schema: {
        operationId: 'createOrganization',
        tags,
        summary: 'Add an organization',
        body: Type.Object({ name: nameSchema }, { additionalProperties: false }),
        response: { 201: organizationSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const organization = await inTransaction(db, (trx) =>
        addOrganization(trx, request.body.name, actorOf(request)),
      );
      return reply.code(201).send(await shownOne(organization, true));
    },
  );

  app.get(
    '/rest/servicedeskapi/organization/:id',
    {
      schema: {
        operationId: 'getOrganization',
        tags,
        summary: 'One organization; customers get those that they are members of',
        params,
        response: { 200: organizationSchema, ...errorResponses(401, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const organization = await requireOrganization(db, request.params.id);
      const isStaff = await identity.isStaff(db, viewer.id);
      if (!isStaff && !(await isMember(db, organization.id, viewer.id))) throw noOrganization();
      return shownOne(organization, isStaff);
    },
  );

  app.delete(
    '/rest/servicedeskapi/organization/:id',
    {
      schema: {
        operationId: 'deleteOrganization',
        tags,
        summary: 'Delete an organization; requests stay with their reporters',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await inTransaction(db, (trx) => removeOrganization(trx, request.params.id, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  addPropertyRoutes(app, db, {
    path: '/rest/servicedeskapi/organization/:id',
    tag: 'organization',
    params: { id: Type.String() },
    suffix: 'OfOrganization',
    // What programs keep of a customer is not for the customer.
    requireReader: async (request) => {
      const viewer = requireViewer(request);
      if (!(await identity.isStaff(db, viewer.id))) throw onlyStaff();
      return propertiesOf(request);
    },
    requireWriter: async (request) => {
      requireAdministrator(request);
      return propertiesOf(request);
    },
  });

  async function propertiesOf(request: FastifyRequest): Promise<PropertyHolder> {
    const { id } = await requireOrganization(db, (request.params as { id: string }).id);
    return { table: 'organization_property', id };
  }

  app.get(
    '/rest/servicedeskapi/organization/:id/user',
    {
      schema: {
        operationId: 'getUsersInOrganization',
        tags,
        summary: 'The members of an organization by name; for staff',
        params,
        querystring: pageQuerySchema,
        response: { 200: pageSchema(userSchema), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      await requireStaff(request);
      const { start, limit } = request.query;
      const { id } = await requireOrganization(db, request.params.id);
      const ids = await listMemberIds(db, { organizationId: id, start, limit: limit + 1 });
      const accounts = await accountsByIds(db, ids);
      const members = ids.flatMap((accountId) => accounts.get(accountId) ?? []);
      return page(
        { request, start, limit },
        members.map((member) => userJson(member, config.url)),
      );
    },
  );

  app.post(
    '/rest/servicedeskapi/organization/:id/user',
    {
      schema: {
        operationId: 'addUsersToOrganization',
        tags,
        summary: 'Make accounts members of an organization',
        params,
        body: membersSchema,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const { params, body } = request;
      await inTransaction(db, (trx) => addMembers(trx, params.id, body.accountIds, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/rest/servicedeskapi/organization/:id/user',
    {
      schema: {
        operationId: 'removeUsersFromOrganization',
        tags,
        summary: 'End memberships in an organization',
        params,
        body: membersSchema,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const { params, body } = request;
      await inTransaction(db, (trx) => removeMembers(trx, params.id, body.accountIds, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/rest/portico/1/organization/:id',
    {
      schema: {
        operationId: 'changeOrganization',
        tags,
        summary: 'Change name, e-mail domains and managers of an organization',
        params,
        body: Type.Object(
          {
            name: Type.Optional(nameSchema),
            domains: Type.Optional(Type.Array(Type.String({ maxLength: 254 }), { maxItems: 500 })),
            managers: Type.Optional(Type.Array(Type.String({ maxLength: 128 }), { maxItems: 500 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: organizationSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { id } = request.params;
      await inTransaction(db, (trx) => changeOrganization(trx, id, request.body, actorOf(request)));
      return shownOne(await requireOrganization(db, id), true);
    },
  );

  async function requireStaff(request: FastifyRequest): Promise<Viewer> {
    const viewer = requireViewer(request);
    if (!(await identity.isStaff(db, viewer.id))) throw onlyStaff();
    return viewer;
  }

  async function shown(organizations: readonly Organization[], isStaff: boolean) {
    const extras = isStaff
      ? await extrasOf(
          db,
          organizations.map(({ id }) => id),
        )
      : new Map<string, OrganizationExtras>();
    return organizations.map((organization) =>
      organizationJson(organization, config.url, extras.get(organization.id)),
    );
  }

  async function shownOne(organization: Organization, isStaff: boolean) {
    const extras = isStaff ? (await extrasOf(db, [organization.id])).get(organization.id) : undefined;
    return organizationJson(organization, config.url, extras);
  }
}

function onlyStaff(): Forbidden {
  return new Forbidden('Only agents and administrators may see this.');
}
