import { Type } from 'typebox';
import {
  type AccountSummary,
  accountByAccountId,
  jiraUserJson,
  jiraUserSchema,
  requireViewer,
} from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, noSuchRequest, requireAgentRequest } from '../access.ts';
import { accountIdPattern } from '../addresses.ts';
import { listAttachments } from '../attachments/store.ts';
import { showing } from '../people.ts';
import { loadFieldNames } from '../request-types/field-names.ts';
import { formsOf } from '../request-types/store.ts';
import { loadRequest } from '../requests/store.ts';
import { expectedVersion } from '../requests/versions.ts';
import { transitionsJson, transitionsSchema } from '../workflow/json.ts';
import { workflowStateOf } from '../workflow/store.ts';
import { possibleTransitions, transitionRequest } from '../workflow/transition-request.ts';
import { assignRequest } from './assign-request.ts';
import { listAssignable } from './assignable.ts';
import { changeJson, changelogSchema, listChanges } from './changelog.ts';
import { issueJson, issueSchema } from './json.ts';

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
/** Most files that an issue shows; the rest is at the request's attachments. */
const maxShownAttachments = 200;

/** Requests as agents know them: Jira's issues. For everyone else they do not exist. */
export function issueRoutes(app: App, { db, config }: Platform): void {
  const site = { url: config.url, siteAddress: app.siteAddress };

  app.get(
    '/rest/api/3/issue/:issueIdOrKey',
    {
      schema: {
        operationId: 'getIssue',
        tags,
        summary: 'An issue',
        params,
        response: { 200: issueSchema, ...errorResponses(401, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
      const row = await loadRequest(db, viewer, { id });
      if (!row) throw noSuchRequest();
      const forms = await formsOf(db, [row.requestTypeId]);
      const files = await listAttachments(db, row, { start: 0, limit: maxShownAttachments });
      const shown = await showing(db, site, viewer, [
        row.reporterId,
        row.assigneeId,
        ...files.map(({ authorId }) => authorId),
      ]);
      const form = forms.get(row.requestTypeId) ?? [];
      const names = await loadFieldNames(db, [{ form, customFields: row.customFields }]);
      return issueJson(row, form, names, files, shown);
    },
  );

  app.put(
    '/rest/api/3/issue/:issueIdOrKey/assignee',
    {
      schema: {
        operationId: 'assignIssue',
        tags,
        summary: 'Give an issue to an agent, or to nobody',
        params,
        headers: ifMatch,
        body: Type.Object(
          { accountId: Type.Union([Type.String({ pattern: accountIdPattern }), Type.Null()]) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 404, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
      const { accountId } = request.body;
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

  app.get(
    '/rest/api/3/issue/:issueIdOrKey/transitions',
    {
      schema: {
        operationId: 'getTransitions',
        tags,
        summary: 'The transitions that an issue can make now',
        params,
        response: { 200: transitionsSchema, ...errorResponses(401, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
      const state = await workflowStateOf(db, access.id);
      if (!state) throw noSuchRequest();
      const actor = actorIn(viewer, access);
      return transitionsJson(await possibleTransitions(db, state, { actor, asCustomer: false }), app.siteAddress);
    },
  );

  app.post(
    '/rest/api/3/issue/:issueIdOrKey/transitions',
    {
      schema: {
        operationId: 'doTransition',
        tags,
        summary: 'Move an issue along its workflow',
        params,
        headers: ifMatch,
        body: Type.Object(
          { transition: Type.Object({ id: Type.String() }, { additionalProperties: false }) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 404, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
      await db.transaction().execute((trx) =>
        transitionRequest(trx, {
          requestId: access.id,
          transitionId: request.body.transition.id,
          actor: actorIn(viewer, access),
          expectedVersion: expectedVersion(request.headers['if-match'], viewer.timeZone),
        }),
      );
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/rest/api/3/issue/:issueIdOrKey/changelog',
    {
      schema: {
        operationId: 'getChangeLogs',
        tags,
        summary: 'What changed in an issue, oldest first',
        params,
        querystring: Type.Object({
          startAt: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 }),
          maxResults: Type.Integer({ minimum: 1, maximum: 100, default: 100 }),
        }),
        response: { 200: changelogSchema, ...errorResponses(401, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
      const { startAt, maxResults } = request.query;
      const { changes, total } = await listChanges(db, id, { startAt, maxResults });
      const authors = changes.map(({ authorId }) => authorId);
      const shown = await showing(db, site, viewer, authors);
      return {
        self: `${app.siteAddress}${request.url}`,
        startAt,
        maxResults,
        total,
        isLast: startAt + changes.length >= total,
        values: changes.map((change) => changeJson(change, shown)),
      };
    },
  );

  app.get(
    '/rest/api/3/user/assignable/search',
    {
      schema: {
        operationId: 'findAssignableUsers',
        tags,
        summary: 'Who can work on an issue: active agents of its service desk, by name',
        querystring: Type.Object({
          issueKey: Type.String({ minLength: 1 }),
          query: Type.Optional(
            Type.String({ maxLength: 200, description: 'Part of the name or e-mail address' }),
          ),
          startAt: Type.Integer({ minimum: 0, maximum: 10_000, default: 0 }),
          maxResults: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
        }),
        response: { 200: Type.Array(jiraUserSchema), ...errorResponses(400, 401, 404) },
      },
    },
    async (request) => {
      const { issueKey, query, startAt, maxResults } = request.query;
      const access = await requireAgentRequest(db, requireViewer(request), issueKey);
      const people: AccountSummary[] = await listAssignable(db, access.serviceDeskId, {
        query,
        startAt,
        maxResults,
      });
      return people.map((account) => jiraUserJson(account, config.url));
    },
  );
}
