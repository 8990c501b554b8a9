import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { actorOf, requireViewer } from '../../identity/index.ts';
import { adfSchema } from '../../platform/formats/rich-text.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { noSuchRequest, requireAgentDesk, requireAgentRequest } from '../access.ts';
import { showing, siteOf } from '../people.ts';
import {
  addCannedResponse,
  type Changer,
  changeCannedResponse,
  deleteCannedResponse,
  readCannedBody,
  requireCannedResponse,
} from './change-canned-response.ts';
import { valuesFor } from './fill-in.ts';
import { cannedResponseJson, cannedResponseSchema } from './json.ts';
import { type CannedResponse, listCannedResponses, noteUse } from './store.ts';
import { fillVariables, variableExamples } from './variables.ts';

const tags = ['Canned responses'];
const base = '/rest/portico/1/service-desk/:serviceDeskId/canned-response';
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const params = Type.Object({ serviceDeskId: Type.String(), cannedResponseId: Type.String() });
const input = {
  name: Type.String({ maxLength: 1_000 }),
  body: Type.Unknown({
    description: 'Atlassian Document Format, with variables such as {{customer.firstName|there}}',
  }),
};
const issueKey = Type.String({ minLength: 1, maxLength: 50, description: 'The request, by key or id' });
const filledSchema = Type.Object(
  {
    document: adfSchema,
    empty: Type.Array(Type.String(), { description: 'Variables that stand for nothing there' }),
  },
  { title: 'FilledCannedResponse' },
);

/** Answers that agents prepare for all agents of their desk. */
export function cannedResponseRoutes(app: App, { db, config }: Platform): void {
  async function show(request: FastifyRequest, responses: readonly CannedResponse[]) {
    const ids = responses.flatMap(({ createdBy, updatedBy }) => [createdBy, updatedBy]);
    const shown = await showing(db, siteOf(request), requireViewer(request), ids);
    return responses.map((response) => cannedResponseJson(response, shown));
  }
  async function showOne(request: FastifyRequest, serviceDeskId: string, id: string) {
    const [shown] = await show(request, [await requireCannedResponse(db, serviceDeskId, id)]);
    if (!shown) throw new Error(`Canned response ${id} was not shown`);
    return shown;
  }
  function changer(request: FastifyRequest): Changer {
    return { accountId: requireViewer(request).id, audit: actorOf(request) };
  }

  app.get(
    base,
    {
      schema: {
        operationId: 'listCannedResponses',
        tags,
        summary: 'Canned responses of a service desk',
        params: deskParams,
        querystring: Type.Object({
          ...pageQueryProperties,
          query: Type.String({ maxLength: 200, default: '', description: 'Words of their names or texts' }),
          orderBy: Type.Union([Type.Literal('name'), Type.Literal('use')], {
            default: 'name',
            description: 'use: those first that are used most',
          }),
        }),
        response: { 200: pageSchema(cannedResponseSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { start, limit, query, orderBy } = request.query;
      const found = await listCannedResponses(db, desk.id, { query, order: orderBy, start, limit });
      return page({ request, start, limit }, await show(request, found));
    },
  );

  app.post(
    base,
    {
      schema: {
        operationId: 'addCannedResponse',
        tags,
        summary: 'Prepare an answer for the agents of a service desk',
        params: deskParams,
        body: Type.Object(input, { additionalProperties: false }),
        response: { 201: cannedResponseSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const desk = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      const id = await db
        .transaction()
        .execute((trx) => addCannedResponse(trx, desk.id, request.body, changer(request)));
      return reply.code(201).send(await showOne(request, desk.id, id));
    },
  );

  app.post(
    `${base}-preview`,
    {
      schema: {
        operationId: 'previewCannedResponse',
        tags,
        summary: 'What a canned response would say, before it is saved',
        params: deskParams,
        body: Type.Object(
          { body: input.body, issueIdOrKey: Type.Optional(issueKey) },
          { additionalProperties: false, description: 'Without a request: what it would say in an example' },
        ),
        response: { 200: filledSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireAgentDesk(db, viewer, request.params.serviceDeskId);
      const body = readCannedBody(request.body.body);
      const { issueIdOrKey } = request.body;
      const filled = fillVariables(
        body,
        issueIdOrKey === undefined ? variableExamples : await valuesIn(request, desk.id, issueIdOrKey),
      );
      return { document: filled.document, empty: [...filled.empty] };
    },
  );

  app.get(
    `${base}/:cannedResponseId`,
    {
      schema: {
        operationId: 'getCannedResponse',
        tags,
        summary: 'A canned response',
        params,
        response: { 200: cannedResponseSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const { serviceDeskId, cannedResponseId } = request.params;
      const desk = await requireAgentDesk(db, requireViewer(request), serviceDeskId);
      return showOne(request, desk.id, cannedResponseId);
    },
  );

  app.put(
    `${base}/:cannedResponseId`,
    {
      schema: {
        operationId: 'changeCannedResponse',
        tags,
        summary: 'Change a canned response',
        params,
        body: Type.Object(
          { ...input, version: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        response: { 200: cannedResponseSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const { serviceDeskId, cannedResponseId: id } = request.params;
      const desk = await requireAgentDesk(db, requireViewer(request), serviceDeskId);
      const { version, ...changed } = request.body;
      await db
        .transaction()
        .execute((trx) =>
          changeCannedResponse(trx, { serviceDeskId: desk.id, id, version }, changed, changer(request)),
        );
      return showOne(request, desk.id, id);
    },
  );

  app.delete(
    `${base}/:cannedResponseId`,
    {
      schema: {
        operationId: 'deleteCannedResponse',
        tags,
        summary: 'Delete a canned response',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { serviceDeskId, cannedResponseId } = request.params;
      const desk = await requireAgentDesk(db, requireViewer(request), serviceDeskId);
      await db
        .transaction()
        .execute((trx) => deleteCannedResponse(trx, desk.id, cannedResponseId, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.post(
    `${base}/:cannedResponseId/fill`,
    {
      schema: {
        operationId: 'fillCannedResponse',
        tags,
        summary: 'A canned response as an answer to a request: its variables filled in. It counts as used.',
        params,
        body: Type.Object({ issueIdOrKey: issueKey }, { additionalProperties: false }),
        response: { 200: filledSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { serviceDeskId, cannedResponseId } = request.params;
      const desk = await requireAgentDesk(db, requireViewer(request), serviceDeskId);
      const { id, body } = await requireCannedResponse(db, desk.id, cannedResponseId);
      const values = await valuesIn(request, desk.id, request.body.issueIdOrKey);
      await noteUse(db, id);
      const filled = fillVariables(body, values);
      return { document: filled.document, empty: [...filled.empty] };
    },
  );

  async function valuesIn(request: FastifyRequest, serviceDeskId: string, issueIdOrKey: string) {
    const viewer = requireViewer(request);
    const access = await requireAgentRequest(db, viewer, issueIdOrKey);
    if (access.serviceDeskId !== serviceDeskId) throw noSuchRequest();
    return valuesFor(db, { requestId: access.id, agentName: viewer.displayName, config });
  }
}
