import { Type } from 'typebox';
import { actorOf, requireAdministrator, requireViewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireId } from '../addresses.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { withQueries } from '../jql-help/field-details.ts';
import { knownFields } from '../jql-help/known-fields.ts';
import { slaJiraFields } from '../sla/read-slas.ts';
import { archiveField, changeField, createField, removeField, requireField } from './custom-fields.ts';
import {
  customFieldJson,
  customFieldSchema,
  fieldInputProperties,
  fieldTypeSchema,
  jiraFieldJson,
  jiraFieldSchema,
  listedFieldJson,
  listedFieldSchema,
  ownJiraFields,
} from './json.ts';
import { contextsOf, listFields } from './store.ts';

const tags = ['Fields'];
const params = Type.Object({ fieldId: Type.String({ description: 'The NNNNN of customfield_NNNNN' }) });
/** More custom fields than anybody has: Jira's list is not paged. */
const maxJiraFields = 10_000;

/** Custom fields: known to everybody who is signed in, made by administrators of the site. */
export function customFieldRoutes(app: App, { db }: Platform): void {
  const idOf = (text: string) => requireId(text, 'There is no such field.');

  async function shown(database: Database, id: string) {
    return customFieldJson(await requireField(database, id), await contextsOf(database, id));
  }

  for (const version of apiVersions) {
    app.get(
      `/rest/api/${version}/field`,
      {
        schema: {
          operationId: operationIn(version, 'getFields'),
          tags,
          summary: 'The fields that issues have',
          response: { 200: Type.Array(jiraFieldSchema), ...errorResponses(401) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const [custom, slas] = await Promise.all([
          listFields(db, { isArchived: false }, { start: 0, limit: maxJiraFields }),
          slaJiraFields(db, viewer),
        ]);
        return withQueries(
          [...ownJiraFields, ...custom.map(jiraFieldJson), ...slas],
          await knownFields(db, viewer),
        );
      },
    );
  }

  app.get(
    '/rest/portico/1/field',
    {
      schema: {
        operationId: 'listCustomFields',
        tags,
        summary: 'Custom fields by name',
        querystring: Type.Object({
          ...pageQueryProperties,
          query: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name' })),
          type: Type.Optional(fieldTypeSchema),
          isArchived: Type.Optional(Type.Boolean()),
        }),
        response: { 200: pageSchema(listedFieldSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit, query: search, type, isArchived } = request.query;
      const fields = await listFields(db, { search, type, isArchived }, { start, limit });
      return page({ request, start, limit }, fields.map(listedFieldJson));
    },
  );

  app.post(
    '/rest/portico/1/field',
    {
      schema: {
        operationId: 'createCustomField',
        tags,
        summary: 'Make a custom field; its type stays as it is',
        body: Type.Object(
          { type: fieldTypeSchema, ...fieldInputProperties },
          { additionalProperties: false },
        ),
        response: { 201: customFieldSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const { type, ...input } = request.body;
      const field = await db.transaction().execute(async (trx) => {
        return shown(trx, await createField(trx, type, input, actorOf(request)));
      });
      return reply.code(201).send(field);
    },
  );

  app.get(
    '/rest/portico/1/field/:fieldId',
    {
      schema: {
        operationId: 'getCustomField',
        tags,
        summary: 'A custom field with its contexts and options',
        params,
        response: { 200: customFieldSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return shown(db, idOf(request.params.fieldId));
    },
  );

  app.put(
    '/rest/portico/1/field/:fieldId',
    {
      schema: {
        operationId: 'changeCustomField',
        tags,
        summary:
          'Change a custom field: contexts and options become those that are sent; a stale version is refused',
        params,
        body: Type.Object(
          { ...fieldInputProperties, version: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        response: { 200: customFieldSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const id = idOf(request.params.fieldId);
      return db.transaction().execute(async (trx) => {
        await changeField(trx, id, request.body, actorOf(request));
        return shown(trx, id);
      });
    },
  );

  for (const [act, isArchived] of [
    ['archive', true],
    ['restore', false],
  ] as const) {
    app.post(
      `/rest/portico/1/field/:fieldId/${act}`,
      {
        schema: {
          operationId: `${act}CustomField`,
          tags,
          summary: isArchived
            ? 'Take a custom field out of use; requests keep their values'
            : 'Take a custom field back into use',
          params,
          response: { 200: customFieldSchema, ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        requireAdministrator(request);
        const id = idOf(request.params.fieldId);
        return db.transaction().execute(async (trx) => {
          await archiveField(trx, id, isArchived, actorOf(request));
          return shown(trx, id);
        });
      },
    );
  }

  app.delete(
    '/rest/portico/1/field/:fieldId',
    {
      schema: {
        operationId: 'deleteCustomField',
        tags,
        summary: 'Delete a custom field that nothing uses',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const id = idOf(request.params.fieldId);
      await db.transaction().execute((trx) => removeField(trx, id, actorOf(request)));
      return reply.code(204).send(null);
    },
  );
}
