import { type Static, Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { RefusedError } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { type ApiVersion, apiVersions, operationIn } from './api-version.ts';
import { createIssue, type NewIssue } from './create-issue.ts';
import { updateProperties } from './update-body.ts';

const tags = ['Issues'];

const newIssueSchema = Type.Object(
  {
    ...updateProperties,
    transition: Type.Optional(
      Type.Object(
        { id: Type.Union([Type.String({ maxLength: 20 }), Type.Integer()]) },
        { additionalProperties: Type.Unknown(), description: 'To take at once' },
      ),
    ),
  },
  { additionalProperties: false },
);

const createdIssueSchema = Type.Object(
  { id: Type.String(), key: Type.String(), self: Type.String() },
  { title: 'CreatedIssue' },
);

const createdIssuesSchema = Type.Object(
  {
    issues: Type.Array(createdIssueSchema),
    errors: Type.Array(
      Type.Object({
        status: Type.Integer(),
        failedElementNumber: Type.Integer(),
        elementErrors: Type.Object({
          errorMessages: Type.Array(Type.String()),
          errors: Type.Record(Type.String(), Type.String()),
        }),
      }),
    ),
  },
  { title: 'CreatedIssues' },
);

/** Most issues that are created at once, as in Jira. */
const mostAtOnce = 50;

/** New issues: by agents of the project's service desk. */
export function issueCreateRoutes(app: App, { db }: Platform): void {
  async function create(
    viewer: Viewer,
    issue: NewIssue,
    version: ApiVersion,
  ): Promise<Static<typeof createdIssueSchema>> {
    const { id, key } = await db.transaction().execute((trx) => createIssue(trx, viewer, issue));
    return { id, key, self: `${app.siteAddress}/rest/api/${version}/issue/${id}` };
  }

  for (const version of apiVersions) {
    const named = (operation: string) => operationIn(version, operation);

    app.post(
      `/rest/api/${version}/issue`,
      {
        schema: {
          operationId: named('createIssue'),
          tags,
          summary: 'Create an issue: raise a request as an agent',
          body: newIssueSchema,
          response: { 201: createdIssueSchema, ...errorResponses(400, 401, 403, 404, 409) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        return reply.code(201).send(await create(viewer, request.body, version));
      },
    );

    app.post(
      `/rest/api/${version}/issue/bulk`,
      {
        schema: {
          operationId: named('createIssues'),
          tags,
          summary:
            'Create several issues, each by itself: those that are wrong do not keep the others from being created',
          body: Type.Object(
            { issueUpdates: Type.Array(newIssueSchema, { minItems: 1, maxItems: mostAtOnce }) },
            { additionalProperties: false },
          ),
          response: {
            201: createdIssuesSchema,
            400: createdIssuesSchema,
            ...errorResponses(401, 403),
          },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const result: Static<typeof createdIssuesSchema> = { issues: [], errors: [] };
        for (const [index, issue] of request.body.issueUpdates.entries()) {
          try {
            result.issues.push(await create(viewer, issue, version));
          } catch (error) {
            if (!(error instanceof RefusedError)) throw error;
            const { statusCode, message, errors } = error;
            result.errors.push({
              status: statusCode,
              failedElementNumber: index,
              elementErrors: { errorMessages: message === '' ? [] : [message], errors },
            });
          }
        }
        return reply.code(result.issues.length > 0 ? 201 : 400).send(result);
      },
    );
  }
}
