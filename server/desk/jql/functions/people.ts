import { type RawBuilder, sql } from 'kysely';
import { isId } from '../../addresses.ts';
import { jqlTypes } from '../field.ts';
import type { JqlFunction } from './function.ts';

/** Of `account_group g`: the one that a query names by name, or by groupId. */
function isGroup(value: string): RawBuilder<boolean> {
  return sql`(lower(g.name) = lower(${value}) or g.group_id = ${value})`;
}

/** The members of a group. */
export const membersOf: JqlFunction = {
  name: 'membersOf',
  isList: true,
  types: [jqlTypes.user],
  takes: [1, 1],
  argumentNames: ['group'],
  compile: ({ arguments: [group] }) => ({
    accounts: sql`select m.account_id from account_group_member m join account_group g on g.id = m.group_id
      where ${isGroup(group?.value ?? '')}`,
  }),
  exists: ({ arguments: [group] }) => ({
    is: sql`exists(select from account_group g where ${isGroup(group?.value ?? '')})`,
    message: `Function 'membersOf' can not find a user group with the name '${group?.value ?? ''}'.`,
  }),
};

/** Everybody in one of the organizations. */
export const organizationMembers: JqlFunction = {
  name: 'organizationMembers',
  isList: true,
  types: [jqlTypes.user],
  takes: [1, 50],
  argumentNames: ['organization'],
  compile: ({ arguments: organizations }) => ({
    accounts: sql`select m.account_id from organization_member m join organization o on o.id = m.organization_id
      where ${isOrganization(organizations.map(({ value }) => value))}`,
  }),
  exists: ({ arguments: organizations }) => ({
    is: sql`not exists(select from unnest(${organizations.map(({ value }) => value)}::text[]) as wanted
      where not exists(select from organization o where lower(o.name) = lower(wanted) or o.id::text = wanted))`,
    message: `Function 'organizationMembers' can not find an organization with the name '${organizations
      .map(({ value }) => value)
      .join("', '")}'.`,
  }),
};

/** Of `organization o`: those that a query names by name or id. */
export function isOrganization(values: readonly string[]): RawBuilder<boolean> {
  const names = sql`lower(o.name) = any(${values.map((value) => value.toLowerCase())}::text[])`;
  const ids = values.filter(isId);
  return ids.length === 0 ? sql`${names}` : sql`(${names} or o.id = any(${ids}::bigint[]))`;
}
