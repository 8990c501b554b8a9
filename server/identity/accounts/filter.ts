import { type Static, Type } from '@fastify/type-provider-typebox';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { containsWords } from './store.ts';

const idSchema = Type.String({ pattern: '^\\d{1,18}$' });

/** Which accounts are looked for. What is said of several things must all be so. */
export const accountFilterProperties = {
  query: Type.Optional(
    Type.String({ maxLength: 200, description: 'Words that are all in the name or e-mail address' }),
  ),
  kind: Type.Optional(
    Type.Enum(['person', 'service'], { description: 'People, or the accounts of programs; absent: both' }),
  ),
  role: Type.Optional(
    Type.Enum(['administrator', 'desk-administrator', 'agent', 'customer'], {
      description: 'customer: works nowhere here',
    }),
  ),
  serviceDeskId: Type.Optional({ ...idSchema, description: 'Agents of this service desk' }),
  state: Type.Optional(Type.Enum(['active', 'deactivated', 'locked'])),
  signIn: Type.Optional(
    Type.Enum(['password', 'none'], { description: 'none: neither a password nor a provider' }),
  ),
  providerId: Type.Optional({ ...idSchema, description: 'Has signed in through this identity provider' }),
  factor: Type.Optional(
    Type.Enum(['has', 'none', 'required'], {
      description:
        'required: a rule about the site, staff, the person, an organization or a provider of theirs asks for one',
    }),
  ),
  organizationId: Type.Optional(idSchema),
  groupId: Type.Optional(Type.String({ maxLength: 100 })),
  seenAfter: Type.Optional(Type.String({ format: 'date-time' })),
  seenBefore: Type.Optional(
    Type.String({ format: 'date-time', description: 'Last seen before then, or never' }),
  ),
};

export const accountFilterSchema = Type.Object(accountFilterProperties, { additionalProperties: false });

/** Which accounts are looked for. */
export type AccountFilter = Static<typeof accountFilterSchema>;

/** Whether the account has a second factor: a condition on `account`. */
export const hasFactor: RawBuilder<SqlBool> = sql`(
  exists(select from totp_factor f where f.account_id = account.id and f.confirmed_at is not null)
  or exists(select from passkey p where p.account_id = account.id))`;

const isAgent = sql<SqlBool>`exists(select from service_desk_agent a where a.account_id = account.id)`;

/** Rules of portals are left out: what is asked there depends on where somebody goes. */
const isFactorRequired: RawBuilder<SqlBool> = sql`(
  exists(select from factor_policy p where p.requirement = 'required' and p.scope = 'site')
  or (exists(select from factor_policy p where p.requirement = 'required' and p.scope = 'staff')
    and (account.is_administrator or account.id in (select a.account_id from service_desk_agent a)))
  or account.id in (select p.scope_id from factor_policy p
    where p.requirement = 'required' and p.scope = 'account')
  or account.id in (select i.account_id from identity i
    join factor_policy p on p.requirement = 'required' and p.scope = 'provider' and p.scope_id = i.provider_id)
  or account.id in (select m.account_id from organization_member m
    join factor_policy p on p.requirement = 'required' and p.scope = 'organization'
      and p.scope_id = m.organization_id))`;

// Who has a second factor, asked of all accounts at once: the sets are read one time each.
const ownsFactor: RawBuilder<SqlBool> = sql`(
  account.id in (select f.account_id from totp_factor f where f.confirmed_at is not null)
  or account.id in (select p.account_id from passkey p))`;

const isOfRole: Readonly<Record<NonNullable<AccountFilter['role']>, RawBuilder<SqlBool>>> = {
  administrator: sql`account.is_administrator`,
  'desk-administrator': sql`account.id in (
    select a.account_id from service_desk_agent a where a.is_administrator)`,
  agent: sql`account.id in (select a.account_id from service_desk_agent a)`,
  customer: sql`(not account.is_administrator and not ${isAgent})`,
};

const isInState: Readonly<Record<NonNullable<AccountFilter['state']>, RawBuilder<SqlBool>>> = {
  active: sql`account.is_active`,
  deactivated: sql`not account.is_active`,
  locked: sql`account.locked_until > now()`,
};

const signsIn: Readonly<Record<NonNullable<AccountFilter['signIn']>, RawBuilder<SqlBool>>> = {
  password: sql`account.id in (select c.account_id from password_credential c)`,
  none: sql`(account.id not in (select c.account_id from password_credential c)
    and account.id not in (select i.account_id from identity i))`,
};

const isOfFactor: Readonly<Record<NonNullable<AccountFilter['factor']>, RawBuilder<SqlBool>>> = {
  has: ownsFactor,
  none: sql`not ${ownsFactor}`,
  required: isFactorRequired,
};

/** Of `account`: those that are looked for. */
export function matches(filter: AccountFilter): RawBuilder<SqlBool> {
  const { query, kind, role, serviceDeskId, state, signIn, providerId, factor } = filter;
  const { organizationId, groupId, seenAfter, seenBefore } = filter;
  const all = [
    query && containsWords(query),
    kind && sql<SqlBool>`account.kind = ${kind}`,
    role && isOfRole[role],
    serviceDeskId &&
      sql<SqlBool>`account.id in (
        select a.account_id from service_desk_agent a where a.service_desk_id = ${serviceDeskId})`,
    state && isInState[state],
    signIn && signsIn[signIn],
    providerId &&
      sql<SqlBool>`account.id in (select i.account_id from identity i where i.provider_id = ${providerId})`,
    factor && isOfFactor[factor],
    organizationId &&
      sql<SqlBool>`account.id in (
        select m.account_id from organization_member m where m.organization_id = ${organizationId})`,
    groupId &&
      sql<SqlBool>`account.id in (select m.account_id from account_group_member m
        join account_group g on g.id = m.group_id where g.group_id = ${groupId})`,
    seenAfter && sql<SqlBool>`account.last_seen_at >= ${seenAfter}::timestamptz`,
    seenBefore &&
      sql<SqlBool>`(account.last_seen_at < ${seenBefore}::timestamptz or account.last_seen_at is null)`,
  ].filter((condition) => condition !== undefined && condition !== '');
  return all.length === 0 ? sql`true` : sql`(${sql.join(all, sql` and `)})`;
}
