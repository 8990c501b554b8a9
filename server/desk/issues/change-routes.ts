import { Type } from 'typebox';
import { accountByAccountId, actorOf, requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, requireAdministeredDesk, requireAgentRequest } from '../access.ts';
import { accountIdPattern } from '../addresses.ts';
import { expandSchema, expansions } from '../expand.ts';
import { siteOf } from '../people.ts';
import { editRequest } from '../requests/edit-request.ts';
import { expectedVersion } from '../requests/versions.ts';
import { transitionRequest } from '../workflow/transition-request.ts';
import { apiVersions, nullable, operationIn } from './api-version.ts';
import { assignRequest } from './assign-request.ts';
import { deleteRequest } from './delete-request.ts';
import { issueSchema, issueSchema2 } from './issue-json.ts';
import { requireIssue } from './require-issue.ts';
import { showIssue } from './show-issue.ts';
import { addBeside, lockLinked, readUpdate, updateProperties } from './update-body.ts';
import { wantedFields } from './wanted-fields.ts';

const tags = ['Issues'];
const params = Type.Object({ issueIdOrKey: Type.String() });
const ifMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      maxLength: 50,
      description: 'The version that you saw, such as "7"; 409 when it has changed',
    }),
  ),
});

/** Changes of issues: by agents of their desk. */
export function issueChangeRoutes(app: App, { db, jobs }: Platform): void {
  for (const version of apiVersions) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.put(
      `${api}/issue/:issueIdOrKey`,
      {
        schema: {
          operationId: named('editIssue'),
          tags,
          summary: 'Change fields of an issue, all at once',
          params,
          headers: ifMatch,
          querystring: Type.Object({
            returnIssue: Type.Boolean({ default: false, description: 'Answer 200 with the issue' }),
            expand: expandSchema,
          }),
          body: Type.Object(updateProperties, { additionalProperties: false }),
          response: {
            200: version === '3' ? issueSchema : issueSchema2,
            204: Type.Null(),
            ...errorResponses(400, 401, 404, 409),
          },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const { issueIdOrKey } = request.params;
        const access = await requireAgentRequest(db, viewer, issueIdOrKey);
        const actor = actorIn(viewer, access);
        const { values, operations, additions } = readUpdate(request.body);
        await db.transaction().execute(async (trx) => {
          await lockLinked(trx, viewer, access.id, additions);
          await editRequest(trx, {
            requestId: access.id,
            actor,
            values,
            operations,
            expectedVersion: expectedVersion(request.headers['if-match'], viewer.timeZone),
          });
          await addBeside(trx, viewer, access.id, additions);
        });
        if (!request.query.returnIssue) return reply.code(204).send(null);
        const issue = await showIssue(
          db,
          siteOf(request),
          viewer,
          await requireIssue(db, viewer, issueIdOrKey),
          {
            version,
            wanted: wantedFields(undefined),
            expand: expansions(request.query.expand),
          },
        );
        return reply.code(200).send(issue as never);
      },
    );

    app.delete(
      `${api}/issue/:issueIdOrKey`,
      {
        schema: {
          operationId: named('deleteIssue'),
          tags,
          summary: 'Delete an issue with all that belongs to it; administrators of its service desk',
          params,
          response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const { id, serviceDeskId } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        await requireAdministeredDesk(db, viewer, serviceDeskId);
        await db.transaction().execute((trx) => deleteRequest(trx, jobs, id, actorOf(request)));
        return reply.code(204).send(null);
      },
    );

    app.put(
      `${api}/issue/:issueIdOrKey/assignee`,
      {
        schema: {
          operationId: named('assignIssue'),
          tags,
          summary: 'Give an issue to an agent, or to nobody',
          params,
          headers: ifMatch,
          body: Type.Object(
            {
              accountId: nullable(
                Type.String({
                  pattern: accountIdPattern,
                  description: 'null, and "-1" for whoever is assigned by default: nobody',
                }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 204: Type.Null(), ...errorResponses(400, 401, 404, 409) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const accountId = request.body.accountId === '-1' ? null : request.body.accountId;
        const assignee = accountId === null ? null : await accountByAccountId(db, accountId);
        if (accountId !== null && !assignee) {
          throw Invalid.fields({ accountId: 'There is no such account.' });
        }
        await db.transaction().execute((trx) =>
          assignRequest(trx, {
            requestId: access.id,
            actor: actorIn(viewer, access),
            assigneeId: assignee?.id ?? null,
            expectedVersion: expectedVersion(request.headers['if-match'], viewer.timeZone),
          }),
        );
        return reply.code(204).send(null);
      },
    );

    app.post(
      `${api}/issue/:issueIdOrKey/transitions`,
      {
        schema: {
          operationId: named('doTransition'),
          tags,
          summary: 'Move an issue along its workflow, with what its screen asks for',
          params,
          headers: ifMatch,
          body: Type.Object(
            {
              transition: Type.Object(
                { id: Type.Union([Type.String({ maxLength: 20 }), Type.Integer()]) },
                { additionalProperties: Type.Unknown() },
              ),
              ...updateProperties,
            },
            { additionalProperties: false },
          ),
          response: { 204: Type.Null(), ...errorResponses(400, 401, 404, 409) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const actor = actorIn(viewer, access);
        const { values, operations, additions } = readUpdate(request.body);
        await db.transaction().execute(async (trx) => {
          await lockLinked(trx, viewer, access.id, additions);
          await transitionRequest(trx, {
            requestId: access.id,
            transitionId: String(request.body.transition.id),
            actor,
            values: { ...values, ...setIn(operations) },
            expectedVersion: expectedVersion(request.headers['if-match'], viewer.timeZone),
          });
          await addBeside(trx, viewer, access.id, additions);
        });
        return reply.code(204).send(null);
      },
    );
  }
}

/**
 * On the screen of a transition values are set.
 * @throws Invalid naming the fields that something else is to be done with
 */
function setIn(operations: ReturnType<typeof readUpdate>['operations']): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [key, steps] of Object.entries(operations)) {
    const last = steps.at(-1);
    if (steps.some((step) => Object.keys(step).some((verb) => verb !== 'set'))) {
      errors[key] = 'With a transition, values can be set, and nothing else be done with them.';
    } else if (last) values[key] = last.set;
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return values;
}
