import { Type } from '@fastify/type-provider-typebox';
import type { Database } from '../../platform/database/database.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import { maxGroupNameLength, requireGroup } from './groups.ts';
import { type Group, groupByName } from './store.ts';

/** Query parameters that name a group in api/3: one of the two. */
export const groupQueryProperties = {
  groupname: Type.Optional(Type.String({ minLength: 1, maxLength: maxGroupNameLength })),
  groupId: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
};

/**
 * The group that a call of api/3 names.
 * @throws Invalid when it names none or two, NotFound
 */
export async function requireNamedGroup(
  db: Database,
  { groupname, groupId }: { readonly groupname?: string; readonly groupId?: string },
): Promise<Group> {
  if ((groupname === undefined) === (groupId === undefined)) {
    throw new Invalid('Name the group with groupId or with groupname, and not with both.');
  }
  if (groupId !== undefined) return requireGroup(db, groupId);
  const group = await groupByName(db, groupname ?? '');
  if (!group) throw new NotFound(`There is no group named ${groupname}.`);
  return group;
}
