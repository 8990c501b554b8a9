import { Type } from 'typebox';
import { actorOf, requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAdministeredDesk } from '../access.ts';
import { leavingJson, workflowChangeSchema } from '../workflow/admin-json.ts';
import { listStatuses } from '../workflow/workflow-store.ts';
import { administeredTypeJson, administeredTypeSchema } from './admin-json.ts';
import { requireType } from './change-request-type.ts';
import { giveWorkflow, workflowChange } from './change-workflow.ts';

const tags = ['Request types'];
const base = '/rest/portico/1/service-desk/:serviceDeskId/request-type/:requestTypeId/workflow';
const params = Type.Object({ serviceDeskId: Type.String(), requestTypeId: Type.String() });

/** Giving a request type that has requests another workflow. */
export function requestTypeWorkflowRoutes(app: App, { db, jobs }: Platform): void {
  app.get(
    base,
    {
      schema: {
        operationId: 'previewWorkflowOfRequestType',
        tags,
        summary: 'What giving a request type another workflow would do to its requests',
        params,
        querystring: Type.Object({ workflowId: Type.String() }),
        response: { 200: workflowChangeSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { requestTypeId } = request.params;
      const { leaving, statusIds } = await workflowChange(
        db,
        desk.id,
        requestTypeId,
        request.query.workflowId,
      );
      const names = new Map((await listStatuses(db)).map(({ id, name }) => [id, name]));
      return {
        leaving: leavingJson(leaving, names),
        statuses: statusIds.map((id) => ({ id, name: names.get(id) ?? id })),
      };
    },
  );

  app.put(
    base,
    {
      schema: {
        operationId: 'changeWorkflowOfRequestType',
        tags,
        summary:
          'Give a request type another workflow, and say where requests go whose status it does not have',
        params,
        body: Type.Object(
          {
            version: Type.Integer({ minimum: 1 }),
            workflowId: Type.String(),
            mapping: Type.Record(Type.String(), Type.String(), {
              description: 'For each status that has requests and is not in the workflow: the one they go to',
            }),
          },
          { additionalProperties: false },
        ),
        response: { 200: administeredTypeSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      const { requestTypeId } = request.params;
      return db.transaction().execute(async (trx) => {
        await giveWorkflow(trx, jobs, desk.id, requestTypeId, request.body, {
          auditActor: actorOf(request),
          accountId: viewer.id,
        });
        return administeredTypeJson(await requireType(trx, desk.id, requestTypeId));
      });
    },
  );
}
