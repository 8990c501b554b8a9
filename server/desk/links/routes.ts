import { Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, requireAgentRequest, requireStaff } from '../access.ts';
import { isId } from '../addresses.ts';
import { addComment } from '../comments/add-comment.ts';
import { givenCommentSchema, publicAsGiven } from '../comments/jira-comment.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { showing, siteOf } from '../people.ts';
import { issueLinkSchema, linkedIssueJson, linkTypeJson, linkTypeSchema, peopleOfLinks } from './json.ts';
import { linkRequests, unlinkRequests } from './link-requests.ts';
import { linkOf, listLinkTypes, requestsServed } from './store.ts';

const tags = ['Issue links'];
const namedIssueSchema = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 20 })),
  key: Type.Optional(Type.String({ maxLength: 30 })),
});

/** Links between issues: made, seen and taken away by those who are agents of the desks of both. */
export function linkRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  /** @throws NotFound unless the viewer serves both requests of the link */
  async function requireLink(viewer: Viewer, id: string) {
    const link = isId(id) ? await linkOf(db, id) : null;
    const ends = link ? [link.sourceId, link.destinationId] : [];
    const rows = await requestsServed(db, viewer, ends);
    const source = rows.get(link?.sourceId ?? '');
    const destination = rows.get(link?.destinationId ?? '');
    if (!link || !source || !destination) {
      throw new NotFound('There is no such link, or you may not see both of its issues.');
    }
    return { link, source, destination };
  }

  for (const version of apiVersions) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.get(
      `${api}/issueLinkType`,
      {
        schema: {
          operationId: named('getIssueLinkTypes'),
          tags,
          summary: 'The ways in which issues can be linked, by name',
          response: {
            200: Type.Object({ issueLinkTypes: Type.Array(linkTypeSchema) }),
            ...errorResponses(401, 403),
          },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const types = await listLinkTypes(db);
        return { issueLinkTypes: types.map((type) => linkTypeJson(type, `${request.siteAddress}${api}`)) };
      },
    );

    app.get(
      `${api}/issueLinkType/:id`,
      {
        schema: {
          operationId: named('getIssueLinkType'),
          tags,
          summary: 'A way in which issues can be linked',
          params: Type.Object({ id: Type.String() }),
          response: { 200: linkTypeSchema, ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const types = await listLinkTypes(db);
        const type = types.find(({ id }) => id === request.params.id);
        if (!type) throw new NotFound('There is no such way to link issues.');
        return linkTypeJson(type, `${request.siteAddress}${api}`);
      },
    );

    app.post(
      `${api}/issueLink`,
      {
        schema: {
          operationId: named('linkIssues'),
          tags,
          summary: 'Link an issue to another',
          description:
            'The inward issue is where the link begins: with the type Blocks, it blocks the outward issue. A comment goes to the inward issue.',
          body: Type.Object({
            type: Type.Object({
              id: Type.Optional(Type.String({ maxLength: 20 })),
              name: Type.Optional(Type.String({ maxLength: 255 })),
            }),
            inwardIssue: namedIssueSchema,
            outwardIssue: namedIssueSchema,
            comment: Type.Optional(givenCommentSchema(version)),
          }),
          response: { 201: Type.Null(), ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const { inwardIssue, outwardIssue, comment, ...body } = request.body;
        const source = await requireAgentRequest(db, viewer, inwardIssue.key ?? inwardIssue.id ?? '');
        const destination = await requireAgentRequest(db, viewer, outwardIssue.key ?? outwardIssue.id ?? '');
        const types = await listLinkTypes(db);
        const name = body.type.name?.toLowerCase();
        const type = types.find((one) =>
          body.type.id === undefined ? one.name.toLowerCase() === name : one.id === body.type.id,
        );
        if (!type) {
          const names = types.map((one) => one.name).join(', ');
          throw Invalid.fields({ type: `There is no such way to link issues. There are: ${names}.` });
        }
        const actor = actorIn(viewer, source);
        await db.transaction().execute(async (trx) => {
          await linkRequests(trx, { type, actor, sourceId: source.id, destinationId: destination.id });
          if (comment?.body === undefined) return;
          await addComment(trx, {
            requestId: source.id,
            actor,
            body: comment.body,
            isPublic: publicAsGiven(comment) ?? true,
          });
        });
        return reply.code(201).send(null);
      },
    );

    app.get(
      `${api}/issueLink/:id`,
      {
        schema: {
          operationId: named('getIssueLink'),
          tags,
          summary: 'A link between issues',
          params: Type.Object({ id: Type.String() }),
          response: { 200: issueLinkSchema, ...errorResponses(401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { link, source, destination } = await requireLink(viewer, request.params.id);
        const people = peopleOfLinks([source, destination]);
        const shown = await showing(db, siteOf(request), viewer, people);
        return {
          id: link.id,
          self: `${request.siteAddress}${api}/issueLink/${link.id}`,
          type: linkTypeJson(link.type, `${request.siteAddress}${api}`),
          inwardIssue: linkedIssueJson(source, version, shown),
          outwardIssue: linkedIssueJson(destination, version, shown),
        };
      },
    );

    app.delete(
      `${api}/issueLink/:id`,
      {
        schema: {
          operationId: named('deleteIssueLink'),
          tags,
          summary: 'Take a link between issues away',
          params: Type.Object({ id: Type.String() }),
          response: { 204: Type.Null(), ...errorResponses(401, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const { link, source } = await requireLink(viewer, request.params.id);
        const actor = actorIn(viewer, source);
        await db.transaction().execute((trx) => unlinkRequests(trx, { ...link, actor }));
        return reply.code(204).send(null);
      },
    );
  }
}
