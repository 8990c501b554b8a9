import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentRequest } from '../access.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { agentsAmong, jiraPersonJson, showing, siteOf } from '../people.ts';
import { listBeside } from '../requests/people-beside.ts';
import { votersSchema, votesJson } from './json.ts';
import { takeVoteBack, voteFor } from './vote.ts';

const tags = ['Votes'];
const params = Type.Object({ issueIdOrKey: Type.String() });

/** Who wants an issue to be done: agents of its desk, among themselves. Both versions of Jira's API answer the same. */
export function voteRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  for (const version of apiVersions) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => operationIn(version, operation);
    const path = `${api}/issue/:issueIdOrKey/votes` as const;

    app.get(
      path,
      {
        schema: {
          operationId: named('getVotes'),
          tags,
          summary: 'Who voted for an issue, by name',
          params,
          response: { 200: votersSchema, ...errorResponses(401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { id } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const ids = await listBeside(db, 'request_vote', id);
        const shown = await showing(db, siteOf(request), viewer, ids);
        const staff = await agentsAmong(db, ids);
        const votes = { count: ids.length, isAmong: ids.includes(viewer.id) };
        return {
          ...votesJson(votes, `${request.siteAddress}${api}/issue/${id}`),
          voters: ids.map((accountId) => jiraPersonJson({ accountId, isStaff: staff.has(accountId) }, shown)),
        };
      },
    );

    app.post(
      path,
      {
        schema: {
          operationId: named('addVote'),
          tags,
          summary: 'Vote for an issue that is not resolved and that somebody else raised',
          params,
          response: { 204: Type.Null(), ...errorResponses(401, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const { id } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        await db.transaction().execute((trx) => voteFor(trx, { requestId: id, accountId: viewer.id }));
        return reply.code(204).send(null);
      },
    );

    app.delete(
      path,
      {
        schema: {
          operationId: named('removeVote'),
          tags,
          summary: 'Take your vote for an issue back',
          params,
          response: { 204: Type.Null(), ...errorResponses(401, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const { id } = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        await db.transaction().execute((trx) => takeVoteBack(trx, { requestId: id, accountId: viewer.id }));
        return reply.code(204).send(null);
      },
    );
  }
}
