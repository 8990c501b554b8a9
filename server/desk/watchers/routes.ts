import { Type } from 'typebox';
import { accountByAccountId, requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentRequest, requireStaff } from '../access.ts';
import { requestsServedBy } from '../access-rules.ts';
import { accountIdPattern, isId } from '../addresses.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { agentsAmong, jiraPersonJson, showing, siteOf } from '../people.ts';
import { countBeside, listBeside } from '../requests/people-beside.ts';
import { watchersSchema, watchesJson } from './json.ts';
import { noAgent, unwatchRequest, watchRequest } from './watch-request.ts';

const tags = ['Watchers'];
const params = Type.Object({ issueIdOrKey: Type.String() });

/** Who follows an issue: agents of its desk, among themselves. Both versions of Jira's API answer the same. */
export function watcherRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  for (const version of apiVersions) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.get(
      `${api}/issue/:issueIdOrKey/watchers`,
      {
        schema: {
          operationId: named('getIssueWatchers'),
          tags,
          summary: 'Who watches an issue, by name',
          params,
          response: { 200: watchersSchema, ...errorResponses(401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { id } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const ids = await listBeside(db, 'request_watcher', id);
        const shown = await showing(db, siteOf(request), viewer, ids);
        const staff = await agentsAmong(db, ids);
        const watching = { count: ids.length, isAmong: ids.includes(viewer.id) };
        return {
          ...watchesJson(watching, `${request.siteAddress}${api}/issue/${id}`),
          watchers: ids.map((accountId) =>
            jiraPersonJson({ accountId, isStaff: staff.has(accountId) }, shown),
          ),
        };
      },
    );

    app.post(
      `${api}/issue/:issueIdOrKey/watchers`,
      {
        schema: {
          operationId: named('addWatcher'),
          tags,
          summary: 'Watch an issue, or let another agent watch it',
          description:
            'The body is the accountId of the other agent, as a JSON string; without a body it is you.',
          params,
          body: Type.Union([Type.String({ pattern: accountIdPattern }), Type.Null()]),
          response: { 204: Type.Null(), ...errorResponses(400, 401, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const { body } = request;
        const account = body ? await accountByAccountId(db, body) : viewer;
        if (!account) throw noAgent();
        await db
          .transaction()
          .execute((trx) => watchRequest(trx, { requestId: access.id, accountIds: [account.id] }));
        return reply.code(204).send(null);
      },
    );

    app.delete(
      `${api}/issue/:issueIdOrKey/watchers`,
      {
        schema: {
          operationId: named('removeWatcher'),
          tags,
          summary: 'Watch an issue no more, or take another agent off it',
          params,
          querystring: Type.Object({
            accountId: Type.Optional(Type.String({ pattern: accountIdPattern, description: 'default: you' })),
          }),
          response: { 204: Type.Null(), ...errorResponses(400, 401, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const { accountId } = request.query;
        const account = accountId === undefined ? viewer : await accountByAccountId(db, accountId);
        if (!account) throw Invalid.fields({ accountId: 'There is no such account.' });
        await db.transaction().execute((trx) => unwatchRequest(trx, access.id, account.id));
        return reply.code(204).send(null);
      },
    );

    app.post(
      `${api}/issue/watching`,
      {
        schema: {
          operationId: named('getIsWatchingIssueBulk'),
          tags,
          summary: 'Which of these issues you watch; those that you may not see are not watched',
          body: Type.Object({ issueIds: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 1000 }) }),
          response: {
            200: Type.Object({ issuesIsWatching: Type.Record(Type.String(), Type.Boolean()) }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const { issueIds } = request.body;
        const served = await db
          .selectFrom('request')
          .select('request.id')
          .where('request.id', 'in', ['0', ...issueIds.filter(isId)])
          .where(requestsServedBy(viewer))
          .execute();
        const watching = await countBeside(
          db,
          'request_watcher',
          served.map(({ id }) => id),
          viewer.id,
        );
        return {
          issuesIsWatching: Object.fromEntries(
            issueIds.map((id) => [id, watching.get(id)?.isAmong ?? false]),
          ),
        };
      },
    );
  }
}
