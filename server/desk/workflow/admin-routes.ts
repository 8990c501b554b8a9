import { Type } from 'typebox';
import { actorOf, requireAdministrator, requireViewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  listedWorkflowJson,
  listedWorkflowSchema,
  workflowJson,
  workflowOptionsSchema,
  workflowSchema,
} from './admin-json.ts';
import { definitionProblems } from './check-definition.ts';
import { definitionSchema } from './definition-json.ts';
import { workflowOptions } from './options.ts';
import { leavingOf, publishWorkflow } from './publish-workflow.ts';
import { publishedDefinition } from './read-definition.ts';
import {
  mayChangeWorkflow,
  requireMayChange,
  requireWorkflowRights,
  type WorkflowRights,
} from './who-may.ts';
import { listAllWorkflows, listStatuses, recentMoves, standings } from './workflow-store.ts';
import {
  copyWorkflow,
  createSimpleWorkflow,
  discardDraft,
  nameOfCopy,
  removeWorkflow,
  requireWorkflow,
  saveDraft,
} from './workflows.ts';

const tags = ['Workflows'];
const base = '/rest/portico/1/workflow';
const params = Type.Object({ workflowId: Type.String() });
const version = Type.Integer({ minimum: 1, description: 'The one that you saw; 409 when it has changed' });

/** Workflows as administrators make them. */
export function workflowAdminRoutes(app: App, { db, jobs }: Platform): void {
  async function shown(database: Database, id: string, rights: WorkflowRights) {
    const workflow = await requireWorkflow(database, id);
    const published = await publishedDefinition(database, id);
    if (!published) throw new Error(`Workflow ${id} says nothing`);
    const { draft } = workflow;
    const kept = new Set(draft?.statuses.map(({ statusId }) => statusId));
    return workflowJson(workflow, {
      mayChange: mayChangeWorkflow(rights, workflow),
      published,
      problems: draft ? await definitionProblems(database, id, draft) : {},
      leaving: draft ? leavingOf(await standings(database, { workflowId: id }), kept) : [],
      moves: await recentMoves(database, id),
      statusNames: new Map((await listStatuses(database)).map((status) => [status.id, status.name])),
    });
  }

  async function requireChangeable(database: Database, id: string, rights: WorkflowRights) {
    requireMayChange(rights, await requireWorkflow(database, id));
  }

  app.get(
    base,
    {
      schema: {
        operationId: 'listWorkflows',
        tags,
        summary: 'Workflows by name',
        querystring: Type.Object({
          ...pageQueryProperties,
          query: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name' })),
        }),
        response: { 200: pageSchema(listedWorkflowSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      const rights = await requireWorkflowRights(db, requireViewer(request));
      const { start, limit, query: search } = request.query;
      const workflows = await listAllWorkflows(db, { search, start, limit });
      return page(
        { request, start, limit },
        workflows.map((workflow) => listedWorkflowJson(workflow, mayChangeWorkflow(rights, workflow))),
      );
    },
  );

  app.post(
    base,
    {
      schema: {
        operationId: 'createWorkflow',
        tags,
        summary: 'Make a workflow: a simple one, or a copy of what another one has published',
        body: Type.Object(
          {
            name: Type.Optional(
              Type.String({ maxLength: 1000, description: 'Of a copy by default: "Copy of" and its name' }),
            ),
            copyOf: Type.Optional(Type.String({ description: 'Id of a workflow' })),
          },
          { additionalProperties: false },
        ),
        response: { 201: workflowSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const rights = await requireWorkflowRights(db, requireAdministrator(request));
      const { copyOf, name } = request.body;
      const actor = actorOf(request);
      const workflow = await db.transaction().execute(async (trx) => {
        const id =
          copyOf === undefined
            ? await createSimpleWorkflow(trx, name ?? '', actor)
            : await copyWorkflow(
                trx,
                copyOf,
                name ?? nameOfCopy((await requireWorkflow(trx, copyOf)).name),
                actor,
              );
        return shown(trx, id, rights);
      });
      return reply.code(201).send(workflow);
    },
  );

  app.get(
    '/rest/portico/1/workflow-option',
    {
      schema: {
        operationId: 'getWorkflowOptions',
        tags,
        summary: 'What workflows can be made of: statuses, resolutions, priorities, fields, groups',
        querystring: Type.Object({
          workflowId: Type.Optional(Type.String({ description: 'To name the people that it names, too' })),
        }),
        response: { 200: workflowOptionsSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      await requireWorkflowRights(db, requireViewer(request));
      const { workflowId } = request.query;
      if (workflowId === undefined) return workflowOptions(db, []);
      const { id, draft } = await requireWorkflow(db, workflowId);
      return workflowOptions(db, [draft, await publishedDefinition(db, id)]);
    },
  );

  app.get(
    `${base}/:workflowId`,
    {
      schema: {
        operationId: 'getWorkflow',
        tags,
        summary: 'A workflow: what is published, its draft, and what publishing that would do',
        params,
        response: { 200: workflowSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const rights = await requireWorkflowRights(db, requireViewer(request));
      return shown(db, request.params.workflowId, rights);
    },
  );

  app.put(
    `${base}/:workflowId/draft`,
    {
      schema: {
        operationId: 'saveWorkflowDraft',
        tags,
        summary: 'Keep what a workflow shall say until it is published; it may still have faults',
        params,
        body: Type.Object({ version, definition: definitionSchema }, { additionalProperties: false }),
        response: { 200: workflowSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const rights = await requireWorkflowRights(db, viewer);
      const { workflowId } = request.params;
      return db.transaction().execute(async (trx) => {
        await requireChangeable(trx, workflowId, rights);
        await saveDraft(trx, workflowId, request.body, { accountId: viewer.id });
        return shown(trx, workflowId, rights);
      });
    },
  );

  app.delete(
    `${base}/:workflowId/draft`,
    {
      schema: {
        operationId: 'discardWorkflowDraft',
        tags,
        summary: 'Give the draft of a workflow up',
        params,
        querystring: Type.Object({ version }),
        response: { 200: workflowSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const rights = await requireWorkflowRights(db, requireViewer(request));
      const { workflowId } = request.params;
      return db.transaction().execute(async (trx) => {
        await requireChangeable(trx, workflowId, rights);
        await discardDraft(trx, workflowId, request.query.version);
        return shown(trx, workflowId, rights);
      });
    },
  );

  app.post(
    `${base}/:workflowId/publish`,
    {
      schema: {
        operationId: 'publishWorkflow',
        tags,
        summary: 'Publish the draft of a workflow, and move requests out of the statuses that it loses',
        params,
        body: Type.Object(
          {
            version,
            mapping: Type.Record(Type.String(), Type.String(), {
              description: 'For each status that is lost and has requests in it: the status that they go to',
            }),
          },
          { additionalProperties: false },
        ),
        response: { 200: workflowSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const rights = await requireWorkflowRights(db, viewer);
      const { workflowId } = request.params;
      return db.transaction().execute(async (trx) => {
        await requireChangeable(trx, workflowId, rights);
        await publishWorkflow(trx, jobs, workflowId, request.body, {
          auditActor: actorOf(request),
          accountId: viewer.id,
        });
        return shown(trx, workflowId, rights);
      });
    },
  );

  app.delete(
    `${base}/:workflowId`,
    {
      schema: {
        operationId: 'deleteWorkflow',
        tags,
        summary: 'Delete a workflow that no request type has',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await db
        .transaction()
        .execute((trx) => removeWorkflow(trx, request.params.workflowId, actorOf(request)));
      return reply.code(204).send(null);
    },
  );
}
