import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { jiraPage, jiraPageOf, jiraPageQueryProperties } from '../../platform/http/jira-paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, noSuchRequest, requireAgentRequest } from '../access.ts';
import { expandSchema, expansions } from '../expand.ts';
import { showing, siteOf } from '../people.ts';
import { recordView } from '../request-views/record-view.ts';
import { transitionsJson, transitionsSchema } from '../workflow/json.ts';
import { workflowStateOf } from '../workflow/store.ts';
import { possibleTransitions } from '../workflow/transition-request.ts';
import { apiVersions, operationIn } from './api-version.ts';
import { changeJson, changelogPageSchema, changelogSchema, changesByIds, listChanges } from './changelog.ts';
import { editMetaSchema } from './field-meta.ts';
import { issueSchema, issueSchema2 } from './issue-json.ts';
import { requireIssue } from './require-issue.ts';
import { screensOf } from './screens.ts';
import { editMetaOf, showIssue } from './show-issue.ts';
import { fieldsQuerySchema, wantedFields } from './wanted-fields.ts';

const tags = ['Issues'];
const params = Type.Object({ issueIdOrKey: Type.String() });

/** Requests as agents know them: Jira's issues. For everyone else they do not exist. */
export function issueRoutes(app: App, { db }: Platform): void {
  for (const version of apiVersions) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.get(
      `${api}/issue/:issueIdOrKey`,
      {
        schema: {
          operationId: named('getIssue'),
          tags,
          summary: 'An issue; with `fields`, only those of its fields',
          params,
          querystring: Type.Object({
            fields: fieldsQuerySchema,
            expand: expandSchema,
            updateHistory: Type.Optional(
              Type.Boolean({ description: 'Remember it among those that you viewed last', default: false }),
            ),
          }),
          response: { 200: version === '3' ? issueSchema : issueSchema2, ...errorResponses(401, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const wanted = wantedFields(request.query.fields);
        const row = await requireIssue(db, viewer, request.params.issueIdOrKey);
        const expand = expansions(request.query.expand);
        if (request.query.updateHistory && !viewer.impersonation) await recordView(db, viewer.id, row.id);
        const issue = await showIssue(db, siteOf(request), viewer, row, { version, wanted, expand });
        // What the schema promises of a whole issue need not be in a part of one.
        if (!wanted.isEverything) reply.type('application/json; charset=utf-8').serializer(JSON.stringify);
        return issue as never;
      },
    );

    app.get(
      `${api}/issue/:issueIdOrKey/editmeta`,
      {
        schema: {
          operationId: named('getEditIssueMeta'),
          tags,
          summary: 'What can be edited of an issue, and to what',
          params,
          response: { 200: editMetaSchema, ...errorResponses(401, 404) },
        },
      },
      async (request) => {
        const row = await requireIssue(db, requireViewer(request), request.params.issueIdOrKey);
        return editMetaOf(db, siteOf(request), row, version);
      },
    );

    app.get(
      `${api}/issue/:issueIdOrKey/transitions`,
      {
        schema: {
          operationId: named('getTransitions'),
          tags,
          summary: 'The transitions that an issue can make now',
          params,
          querystring: Type.Object({
            transitionId: Type.Optional(Type.String({ maxLength: 20, description: 'Only this one' })),
            expand: expandSchema,
          }),
          response: { 200: transitionsSchema, ...errorResponses(401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const state = await workflowStateOf(db, access.id);
        if (!state) throw noSuchRequest();
        const actor = actorIn(viewer, access);
        const possible = await possibleTransitions(db, state, { actor, asCustomer: false });
        const { transitionId, expand } = request.query;
        const shown = possible.filter(({ id }) => transitionId === undefined || id === transitionId);
        const apiAddress = `${app.siteAddress}${api}`;
        const screens = expansions(expand).has('transitions.fields')
          ? await screensOf(db, access, shown, apiAddress)
          : undefined;
        return transitionsJson(shown, app.siteAddress, screens);
      },
    );

    app.get(
      `${api}/issue/:issueIdOrKey/changelog`,
      {
        schema: {
          operationId: named('getChangeLogs'),
          tags,
          summary: 'What changed in an issue, oldest first',
          params,
          querystring: Type.Object(jiraPageQueryProperties),
          response: { 200: changelogSchema, ...errorResponses(401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { id } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const wanted = jiraPageOf(request.query);
        const { changes, total } = await listChanges(db, viewer, id, {
          startAt: wanted.start,
          maxResults: wanted.limit,
        });
        const authors = changes.map(({ authorId }) => authorId);
        const shown = await showing(db, siteOf(request), viewer, authors);
        return jiraPage(
          request,
          wanted,
          total,
          changes.map((change) => changeJson(change, shown)),
        );
      },
    );

    app.post(
      `${api}/issue/:issueIdOrKey/changelog/list`,
      {
        schema: {
          operationId: named('getChangeLogsByIds'),
          tags,
          summary: 'Changes of an issue by their ids',
          params,
          body: Type.Object(
            {
              changelogIds: Type.Array(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), {
                maxItems: 1000,
              }),
            },
            { additionalProperties: false },
          ),
          response: { 200: changelogPageSchema, ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { id } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const changes = await changesByIds(db, viewer, id, request.body.changelogIds.map(String));
        const authors = changes.map(({ authorId }) => authorId);
        const shown = await showing(db, siteOf(request), viewer, authors);
        return {
          startAt: 0,
          maxResults: changes.length,
          total: changes.length,
          histories: changes.map((change) => changeJson(change, shown)),
        };
      },
    );
  }
}
