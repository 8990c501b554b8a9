import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import type { App } from '../../platform/http/app-types.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { addPropertyRoutes } from '../../platform/properties/routes.ts';
import { type PropertyHolder, setProperty } from '../../platform/properties/store.ts';
import { findRequest } from '../access.ts';
import { isId } from '../addresses.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { noSuchComment } from './edit-comment.ts';
import { type GivenComment, publicProperty } from './jira-comment.ts';
import { commentOf, requestIdsOfComments } from './store.ts';

/** What programs keep with comments: read by agents of the desk, changed by who may change the comment. */
export function commentPropertyRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  async function holderOf(request: FastifyRequest, isChange: boolean): Promise<PropertyHolder> {
    const viewer = requireViewer(request);
    const { commentId } = request.params as { commentId: string };
    const requestId = isId(commentId) ? (await requestIdsOfComments(db, [commentId])).get(commentId) : null;
    const access = requestId ? await findRequest(db, viewer, requestId) : null;
    const comment = access?.isAgent ? await commentOf(db, access, commentId) : null;
    if (!access || !comment) throw noSuchComment();
    if (isChange && comment.authorId !== viewer.id && !access.isAdministrator) throw noSuchComment();
    const { propertyKey } = request.params as { propertyKey?: string };
    if (propertyKey === publicProperty) {
      if (isChange) throw new Invalid(`Say who reads a comment where you change it: jsdPublic.`);
      throw new NotFound(`Ask for the comment with expand=properties to read "${publicProperty}".`);
    }
    return { table: 'comment_property', id: comment.id };
  }

  for (const version of apiVersions) {
    addPropertyRoutes(app, db, {
      path: `/rest/api/${version}/comment/:commentId`,
      segment: 'properties',
      tag: 'Comments',
      params: { commentId: Type.String() },
      suffix: operationIn(version, 'OfComment'),
      requireReader: (request) => holderOf(request, false),
      requireWriter: (request) => holderOf(request, true),
    });
  }
}

/** What programs keep with comments, by comment id. */
export async function propertiesOfComments(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { key: string; value: unknown }[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('comment_property')
    .select(['comment_id', 'key', 'value'])
    .where('comment_id', 'in', [...ids])
    .orderBy('key')
    .execute();
  const found = Map.groupBy(rows, (row) => row.comment_id);
  return new Map([...found].map(([id, own]) => [id, own.map(({ key, value }) => ({ key, value }))]));
}

/** Keeps what a client sends with a comment. Who reads it is no property here. */
export async function setCommentProperties(
  trx: Database,
  id: string,
  { properties = [] }: GivenComment,
): Promise<void> {
  for (const { key, value } of properties) {
    if (key === publicProperty) continue;
    await setProperty(trx, { table: 'comment_property', id }, key, (value ?? null) as JsonValue);
  }
}
