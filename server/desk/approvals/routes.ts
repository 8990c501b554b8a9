import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, noSuchRequest, type RequestAccess, requireRequest } from '../access.ts';
import { isId } from '../addresses.ts';
import { agentsAmong, showing, siteOf } from '../people.ts';
import { reporterOfRequest } from '../requests/store.ts';
import { answerApproval, noSuchApproval } from './answer-approval.ts';
import { approvalJson, approvalSchema } from './json.ts';
import { refreshApprovers } from './refresh-approvers.ts';
import { type Approval, approvalOf, listApprovals } from './store.ts';

const tags = ['Approvals'];
const params = Type.Object({ issueIdOrKey: Type.String() });
const oneParams = Type.Object({ issueIdOrKey: Type.String(), approvalId: Type.String() });

/** Approvals: read by whoever sees the request, answered by those who are asked. */
export function approvalRoutes(app: App, { db }: Platform): void {
  const route = '/rest/servicedeskapi/request/:issueIdOrKey/approval';

  async function show(
    request: FastifyRequest,
    viewer: Viewer,
    access: RequestAccess,
    approvals: readonly Approval[],
  ): Promise<Static<typeof approvalSchema>[]> {
    const reporterId = await reporterOfRequest(db, access.id);
    if (reporterId === null) throw noSuchRequest();
    const ids = approvals.flatMap(({ approvers }) => approvers.map(({ accountId }) => accountId));
    const shown = await showing(db, siteOf(request), viewer, ids);
    const staff = await agentsAmong(db, ids);
    return approvals.map((approval) => approvalJson(approval, { ...access, reporterId }, staff, shown));
  }

  async function showOne(request: FastifyRequest, viewer: Viewer, access: RequestAccess, id: string) {
    const approval = isId(id) ? await approvalOf(db, access.id, id) : null;
    const [shown] = approval ? await show(request, viewer, access, [approval]) : [];
    if (!shown) throw noSuchApproval();
    return shown;
  }

  app.get(
    route,
    {
      schema: {
        operationId: 'getApprovals',
        tags,
        summary: 'The approvals of a request, newest first',
        params,
        querystring: pageQuerySchema,
        response: { 200: pageSchema(approvalSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { start, limit } = request.query;
      const approvals = await listApprovals(db, access.id, { start, limit });
      return page({ request, start, limit }, await show(request, viewer, access, approvals));
    },
  );

  app.get(
    `${route}/:approvalId`,
    {
      schema: {
        operationId: 'getApprovalById',
        tags,
        summary: 'An approval of a request',
        params: oneParams,
        response: { 200: approvalSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      return showOne(request, viewer, access, request.params.approvalId);
    },
  );

  app.post(
    `${route}/:approvalId`,
    {
      schema: {
        operationId: 'answerApproval',
        tags,
        summary: 'Approve or decline a request, for those who are asked',
        params: oneParams,
        body: Type.Object(
          {
            decision: Type.Enum(['approve', 'decline']),
            additionalComment: Type.Optional(
              Type.Object(
                {
                  body: Type.String({ description: 'Plain text, for everybody who sees the request. Ours' }),
                },
                { additionalProperties: false },
              ),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: approvalSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { issueIdOrKey, approvalId } = request.params;
      const access = await requireRequest(db, viewer, issueIdOrKey);
      if (!isId(approvalId)) throw noSuchApproval();
      const { decision, additionalComment } = request.body;
      const actor = actorIn(viewer, access);
      // Groups and organizations change, and nobody tells the requests: whoever has left them is not asked any more.
      const asked = (await approvalOf(db, access.id, approvalId))?.approvers ?? [];
      if (asked.some(({ accountId }) => accountId === viewer.id)) {
        await db
          .transaction()
          .execute((trx) => refreshApprovers(trx, { requestId: access.id, actor, at: new Date() }));
      }
      await db.transaction().execute((trx) =>
        answerApproval(trx, {
          requestId: access.id,
          approvalId,
          actor,
          decision: decision === 'approve' ? 'approved' : 'declined',
          ...(additionalComment && { comment: additionalComment.body }),
        }),
      );
      return showOne(request, viewer, access, approvalId);
    },
  );
}
