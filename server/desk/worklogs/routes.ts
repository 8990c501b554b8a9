import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import { adfSchema } from '../../platform/formats/rich-text.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, type RequestAccess, requireAgentRequest } from '../access.ts';
import { requireId } from '../addresses.ts';
import { type ApiVersion, apiVersions, operationIn } from '../issues/api-version.ts';
import { showing, siteOf } from '../people.ts';
import { peopleOfWorklogs, worklogJson, worklogPageSchema, worklogSchema } from './json.ts';
import { changeWork, deleteWork, logWork, noSuchWork } from './log-work.ts';
import { listWorklogs, worklogOf } from './store.ts';

const tags = ['Work log'];
const params = Type.Object({ issueIdOrKey: Type.String() });
const entryParams = Type.Object({ issueIdOrKey: Type.String(), id: Type.String() });
const largestPage = 1000;

const moment = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 8_640_000_000_000, description }));

/** What clients of Jira send with work. Estimates are not kept: what is said of them is passed over. */
function workSchema(version: ApiVersion) {
  return Type.Object({
    comment: Type.Optional(version === '2' ? Type.String() : adfSchema),
    started: Type.Optional(
      Type.String({ description: 'Such as 2026-01-31T09:30:00.000+0000; default now', maxLength: 40 }),
    ),
    timeSpent: Type.Optional(Type.String({ description: 'In words: 1d 3h 20m', maxLength: 100 })),
    timeSpentSeconds: Type.Optional(Type.Integer({ description: 'Instead of timeSpent' })),
    visibility: Type.Optional(Type.Unknown({ description: 'Not kept: refused where it is given' })),
  });
}

/** The work on issues: logged by agents of their desks, and shown to them. */
export function worklogRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  async function showOne(
    request: FastifyRequest,
    version: ApiVersion,
    viewer: Viewer,
    { id: requestId }: RequestAccess,
    id: string,
  ) {
    const entry = await worklogOf(db, requestId, id);
    if (!entry) throw noSuchWork();
    const shown = await showing(db, siteOf(request), viewer, peopleOfWorklogs([entry]));
    return worklogJson(entry, version, shown);
  }

  for (const version of apiVersions) {
    const worklog = `/rest/api/${version}/issue/:issueIdOrKey/worklog` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.get(
      worklog,
      {
        schema: {
          operationId: named('getIssueWorklog'),
          tags,
          summary: 'The work on an issue, in the order in which it was logged',
          params,
          querystring: Type.Object({
            startAt: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 }),
            // Clients of Jira ask for its default, which is 5,000.
            maxResults: Type.Integer({ minimum: 1, maximum: 5000, default: largestPage }),
            startedAfter: moment('Only what began at or after this, in milliseconds since 1970'),
            startedBefore: moment('Only what began at or before this'),
          }),
          response: { 200: worklogPageSchema, ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { id } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const { startAt, startedAfter, startedBefore } = request.query;
        const limit = Math.min(request.query.maxResults, largestPage);
        const { worklogs, total } = await listWorklogs(
          db,
          id,
          {
            startedAfter: startedAfter === undefined ? undefined : new Date(startedAfter),
            startedBefore: startedBefore === undefined ? undefined : new Date(startedBefore),
          },
          { start: startAt, limit },
        );
        const shown = await showing(db, siteOf(request), viewer, peopleOfWorklogs(worklogs));
        return {
          startAt,
          maxResults: limit,
          total,
          worklogs: worklogs.map((entry) => worklogJson(entry, version, shown)),
        };
      },
    );

    app.post(
      worklog,
      {
        schema: {
          operationId: named('addWorklog'),
          tags,
          summary: 'Log work on an issue',
          params,
          body: workSchema(version),
          response: { 201: worklogSchema, ...errorResponses(400, 401, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const act = { requestId: access.id, actor: actorIn(viewer, access) };
        const { id } = await db.transaction().execute((trx) => logWork(trx, act, givenWork(request.body)));
        reply.code(201);
        return showOne(request, version, viewer, access, id);
      },
    );

    app.get(
      `${worklog}/:id`,
      {
        schema: {
          operationId: named('getWorklog'),
          tags,
          summary: 'An entry of the work on an issue',
          params: entryParams,
          response: { 200: worklogSchema, ...errorResponses(401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        return showOne(request, version, viewer, access, requireId(request.params.id, noSuchWork().message));
      },
    );

    app.put(
      `${worklog}/:id`,
      {
        schema: {
          operationId: named('updateWorklog'),
          tags,
          summary: 'Change an entry: your own; administrators of the service desk also those of others',
          params: entryParams,
          body: workSchema(version),
          response: { 200: worklogSchema, ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const worklogId = requireId(request.params.id, noSuchWork().message);
        await db
          .transaction()
          .execute((trx) => changeWork(trx, entryAct(viewer, access, worklogId), givenWork(request.body)));
        return showOne(request, version, viewer, access, worklogId);
      },
    );

    app.delete(
      `${worklog}/:id`,
      {
        schema: {
          operationId: named('deleteWorklog'),
          tags,
          summary: 'Delete an entry: your own; administrators of the service desk also those of others',
          params: entryParams,
          response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const worklogId = requireId(request.params.id, noSuchWork().message);
        await db.transaction().execute((trx) => deleteWork(trx, entryAct(viewer, access, worklogId)));
        return reply.code(204).send(null);
      },
    );
  }
}

function entryAct(viewer: Viewer, access: RequestAccess, worklogId: string) {
  return {
    requestId: access.id,
    actor: actorIn(viewer, access),
    worklogId,
    mayChangeAll: access.isAdministrator,
  };
}

/** The body, whose comment is a document in version 3: `logWork` reads it. */
function givenWork(body: object): Parameters<typeof logWork>[2] {
  return body as Parameters<typeof logWork>[2];
}
