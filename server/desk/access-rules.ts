import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  lacksFactorOn,
  lastProviderOf,
  portalsClosedTo,
  portalsForProvidersOnly,
  portalsWantingFactor,
  providerServesPortal,
  requiresFactorOn,
  type SessionWithoutFactor,
  type Viewer,
} from '../identity/index.ts';
import type { DB } from '../platform/database/schema.ts';

/**
 * Who may see and do what, in one place.
 *
 * - A service desk may be used (its forms read, requests raised) by its customers (everyone who has an account when it
 *   is open; those named, and members of its organizations, when it is restricted; those named alone when it is for the
 *   invited), by its agents, and by administrators.
 * - A request is seen by its reporter, by managers of its organization, by its participants, by everybody in the organizations
 *   that it is shared with, by those who were asked to approve it, by the agents of its desk, and by administrators. For
 *   everyone else it does not exist.
 * - On a portal that requires their company's login, customers may do none of this who signed in with a password, or
 *   through a provider that does not serve it: lists leave it out, and everything else is refused with words (403).
 *   The same holds where a second factor is required of them, and their session came without one.
 * - The administrators of a desk are agents of it who may change its settings, its people and how customers sign in there.
 *   Everything else of the administration is for administrators of the site.
 * - Internal notes, what is attached to them, queues, assignment and history belong to agents. Administrators may do
 *   everything that an agent may, on every desk.
 *
 * Each rule is one SQL condition. Lists carry it in their WHERE; checks ask it of one row; streams ask it of many
 * accounts at once. What routes ask first is in access.ts.
 */

/** Who asks: what access needs to know of an account. A Viewer is one. */
export interface Person {
  /** account.id */
  readonly id: string;
  readonly isAdministrator: boolean;
  /** through which the session began, null with a password; absent: what the account may do is asked, whatever its sessions */
  readonly sessionProviderId?: string | null;
  /** of the session, to hold it to the limits of portals; absent or null: no session */
  readonly sessionId?: string | null;
  readonly session?: Viewer['session'];
  /** came without a second factor, while some rule requires one; absent or null: nothing is to be asked */
  readonly lacksFactor?: Viewer['lacksFactor'];
  /** an administrator who sees the portal as this person */
  readonly impersonation?: Viewer['impersonation'];
  /** the portal at whose own host the person asks: of other desks there is nothing there; absent: at the site's host */
  readonly portalId?: string;
}

/** Who does something with a request. */
export interface Actor {
  /** account.id */
  readonly accountId: string;
  /** of the desk in question */
  readonly isAgent: boolean;
}

/** A condition for a WHERE. */
export type Condition = RawBuilder<SqlBool>;

/** Whom a condition is about: one person (values), or every row of `account` (columns). */
interface Subject {
  readonly id: RawBuilder<unknown>;
  readonly isAdministrator: RawBuilder<unknown>;
}

const eachAccount: Subject = {
  id: sql.ref('account.id'),
  isAdministrator: sql.ref('account.is_administrator'),
};

export function only(person: Person): Subject {
  return { id: sql`${person.id}::bigint`, isAdministrator: sql`${person.isAdministrator}::boolean` };
}

// `= any(array(select …))` is evaluated once and can use an index, also inside `or`; `in (select …)` there can not. What can
// be very many (everything that is shared with an organization) is asked last, of each row alone.

function servesDesk(subject: Subject, deskId: RawBuilder<unknown>): Condition {
  return sql`(${subject.isAdministrator} or ${deskId} = any(array(
    select a.service_desk_id from service_desk_agent a where a.account_id = ${subject.id})))`;
}

export function usesDesk(subject: Subject): Condition {
  return sql`(${servesDesk(subject, sql.ref('service_desk.id'))}
    or service_desk.access = 'open'
    or service_desk.id = any(array(
      select c.service_desk_id from service_desk_customer c where c.account_id = ${subject.id}))
    or (service_desk.access <> 'invited' and service_desk.id = any(array(
      select o.service_desk_id from service_desk_organization o
      join organization_member m on m.organization_id = o.organization_id where m.account_id = ${subject.id}))))`;
}

export function seesRequest(subject: Subject): Condition {
  return sql`(${takesPart(subject)}
    or exists(select from approval_approver a where a.request_id = request.id and a.account_id = ${subject.id}))`;
}

export function takesPart(subject: Subject): Condition {
  return sql`(request.reporter_id = ${subject.id}
    or request.organization_id = any(array(select m.organization_id from organization_member m
      where m.account_id = ${subject.id} and m.role = 'manager'))
    or request.id = any(array(select p.request_id from request_participant p where p.account_id = ${subject.id}))
    or ${servesDesk(subject, sql.ref('request.service_desk_id'))}
    or exists(select from request_share s join organization_member m on m.organization_id = s.organization_id
      where s.request_id = request.id and m.account_id = ${subject.id}))`;
}

/** Of a service desk: whether its portal takes the session of the person. People who work here sign in as they like. */
function admitsSession(person: Person, deskId: RawBuilder<unknown>): Condition {
  if (person.isAdministrator || person.sessionProviderId === undefined) return sql`true`;
  const withoutFactor = person.lacksFactor ? sessionWithoutFactor(person) : null;
  return sql`((${deskId} <> all(array(${portalsClosedTo(person.sessionProviderId)}))
    ${withoutFactor ? sql`and ${deskId} <> all(array(${portalsWantingFactor(withoutFactor)}))` : sql``})
    or exists(select from service_desk_agent a where a.account_id = ${person.id}))`;
}

function sessionWithoutFactor({ id, sessionProviderId }: Person): SessionWithoutFactor {
  return {
    accountId: sql`${id}::bigint`,
    providerId: sql`${sessionProviderId ?? null}::bigint`,
    organizationIds: sql`select m.organization_id from organization_member m where m.account_id = ${id}`,
  };
}

/** Why a portal does not take a session: another sign-in is needed, or a second factor. Null: it takes it. */
export type ClosedBy = 'sign-in' | 'factor' | null;

/** Of a service desk: why its portal does not take the session of the person. */
export function closedTo(person: Person, deskId: RawBuilder<unknown>): RawBuilder<ClosedBy> {
  const { lacksFactor: _, ...withFactor } = person;
  return sql`case when ${admitsSession(person, deskId)} then null
    when ${admitsSession(withFactor, deskId)} then 'factor' else 'sign-in' end`;
}

/** Of a service desk: whether the person, whose session came without one, is to be asked for a second factor there for the first time. */
export function asksFirst(person: Person, deskId: RawBuilder<unknown>): RawBuilder<boolean> {
  if (person.isAdministrator || !person.lacksFactor || person.lacksFactor.wasAsked) return sql`false`;
  return sql`(${requiresFactorOn(sessionWithoutFactor(person), deskId)}
    and not exists(select from service_desk_agent a where a.account_id = ${person.id}))`;
}

/** Of `request`: those whose portal takes the session of the person. */
export function requestsOpenToSession(person: Person): Condition {
  return admitsSession(person, sql.ref('request.service_desk_id'));
}

/** Of `request`: those that the person may see in this session. */
export function requestsSeenBy(person: Person): Condition {
  if (person.isAdministrator) return sql`true`;
  return sql`(${seesRequest(only(person))} and ${requestsOpenToSession(person)})`;
}

/** Of a service desk: whether the person is an agent of it. */
export function isServedBy(person: Person, deskId: RawBuilder<unknown>): Condition {
  return person.isAdministrator ? sql`true` : servesDesk(only(person), deskId);
}

/** Of `request`: those whose desk the person is an agent of. */
export function requestsServedBy(person: Person): Condition {
  return isServedBy(person, sql.ref('request.service_desk_id'));
}

/**
 * One of the ways in which a person comes to see requests: those whose `column` is one of the ids that `sources` gives.
 * A list goes along each way by its index, newest first, and stops when it has enough; the one condition over all ways
 * (`requestsSeenBy`) would have it read every request there is.
 */
export interface Way {
  readonly sources: RawBuilder<{ id: string }>;
  readonly column: RawBuilder<unknown>;
  /** what leads from the column to `request`, joined with it; absent: the column is of `request` */
  readonly through?: RawBuilder<unknown>;
  /** when the request was created and its id, as they are in the index of what leads there; absent: as in `request` */
  readonly newest?: { readonly createdAt: RawBuilder<unknown>; readonly id: RawBuilder<unknown> };
}

/** All ways in which a person comes to see requests. */
export function waysToRequests(
  person: Person,
): Record<
  'reporter' | 'participant' | 'approver' | 'pendingApprover' | 'organizations' | 'shared' | 'desks',
  Way
> {
  return {
    reporter: { sources: sql`select ${person.id}::bigint as id`, column: sql.ref('request.reporter_id') },
    participant: {
      sources: sql`select p.request_id as id from request_participant p where p.account_id = ${person.id}`,
      column: sql.ref('request.id'),
    },
    approver: {
      sources: sql`select distinct a.request_id as id from approval_approver a where a.account_id = ${person.id}`,
      column: sql.ref('request.id'),
    },
    pendingApprover: {
      sources: sql`select a.request_id as id from approval_approver a
        where a.account_id = ${person.id} and a.is_pending`,
      column: sql.ref('request.id'),
    },
    organizations: {
      sources: sql`select m.organization_id as id from organization_member m
        where m.account_id = ${person.id} and m.role = 'manager'`,
      column: sql.ref('request.organization_id'),
    },
    shared: {
      sources: sql`select m.organization_id as id from organization_member m where m.account_id = ${person.id}`,
      column: sql.ref('share.organization_id'),
      through: sql`request_share share join request on request.id = share.request_id`,
      newest: { createdAt: sql.ref('share.request_created_at'), id: sql.ref('share.request_id') },
    },
    desks: {
      sources: person.isAdministrator
        ? sql`select d.id from service_desk d`
        : sql`select a.service_desk_id as id from service_desk_agent a where a.account_id = ${person.id}`,
      column: sql.ref('request.service_desk_id'),
    },
  };
}

/** Of `service_desk`: those that the person may use in this session. */
export function desksUsedBy(person: Person): Condition {
  if (person.isAdministrator) return sql`true`;
  return sql`(${usesDesk(only(person))} and ${admitsSession(person, sql.ref('service_desk.id'))})`;
}

/** Of `service_desk`: those that the person may use, but not in this session. */
export function desksClosedTo(person: Person): Condition {
  return sql`(not ${admitsSession(person, sql.ref('service_desk.id'))} and ${usesDesk(only(person))})`;
}

/** Of `service_desk`: why its portal does not take the session of the person. */
export function deskClosedBy(person: Person): RawBuilder<ClosedBy> {
  return closedTo(person, sql.ref('service_desk.id'));
}

/** Of `service_desk`: those that the person is an agent of. */
export function desksServedBy(person: Person): Condition {
  return person.isAdministrator ? sql`true` : servesDesk(only(person), sql.ref('service_desk.id'));
}

/** Of `service_desk`: those that the person administers. */
export function desksAdministeredBy(person: Person): Condition {
  if (person.isAdministrator) return sql`true`;
  return sql`(service_desk.id = any(array(select a.service_desk_id from service_desk_agent a
    where a.account_id = ${person.id} and a.is_administrator)))`;
}

/** Of `jql_filter`: those that somebody who works here may use: their own, and what is shared with them. */
export function filtersSeenBy(person: Person): Condition {
  return sql`(jql_filter.owner_id = ${person.id} or ${sharedWith(person, sql`true`)})`;
}

/** Of `jql_filter`: those that somebody who works here may change: their own, and what is shared with them to be changed. */
export function filtersEditedBy(person: Person): Condition {
  return sql`(jql_filter.owner_id = ${person.id} or ${sharedWith(person, sql`share.may_edit`)})`;
}

function sharedWith(person: Person, to: Condition): Condition {
  return sql`exists(select from jql_filter_share share where share.filter_id = jql_filter.id and ${to} and (
    num_nonnulls(share.account_id, share.group_id, share.project_id) = 0
    or share.account_id = ${person.id}
    or share.group_id = any(array(
      select m.group_id from account_group_member m where m.account_id = ${person.id}))
    or share.project_id = any(array(
      select service_desk.project_id from service_desk where ${desksServedBy(person)}))))`;
}

/** A request and what its reader is to it. */
export interface ReadRequest {
  readonly id: string;
  readonly isAgent: boolean;
}

/** Of `comment` or `attachment`: what belongs to these requests and may be read: internal notes by agents only. */
export function notesSeenBy(table: 'comment' | 'attachment', requests: readonly ReadRequest[]): Condition {
  const ids = requests.map(({ id }) => id);
  const served = requests.filter(({ isAgent }) => isAgent).map(({ id }) => id);
  return sql`(${sql.ref(`${table}.request_id`)} = any(${ids}::bigint[])
    and (${sql.ref(`${table}.is_public`)} or ${sql.ref(`${table}.request_id`)} = any(${served}::bigint[])))`;
}

/** Of `account`: those who are agents of the desk. */
export function agentsOf(deskId: string): Condition {
  return servesDesk(eachAccount, sql`${deskId}::bigint`);
}

/** Of `account`, beside `service_desk`: those who may use it. */
export const accountUsesDesk: Condition = usesDesk(eachAccount);

/** Of `account`, beside `request`: those who may see it. */
export const accountSeesRequest: Condition = seesRequest(eachAccount);

/**
 * With what somebody listens: a session (session.id), an API token (api_token.id), an impersonation (impersonation.id), or
 * whatever of theirs is open.
 */
export type Holding =
  | { readonly sessionId: string }
  | { readonly tokenId: string }
  | { readonly impersonationId: string }
  | 'any';

/** Of `account`, beside `request`: those whom this session or token lets follow requests of its portal. */
export function accountAdmitted(holding: Holding): Condition {
  const sessions = sql`select identity.provider_id, s.factor is not null as has_factor
    from session s left join identity on identity.id = s.identity_id
    where s.account_id = account.id and s.expires_at > now()
    ${typeof holding === 'object' && 'sessionId' in holding ? sql`and s.id = ${holding.sessionId}` : sql``}`;
  // no provider stands behind a token
  const tokens = sql`select null::bigint as provider_id, t.has_factor or account.kind = 'service' as has_factor
    from api_token t where t.account_id = account.id and t.expires_at > now()
    ${typeof holding === 'object' && 'tokenId' in holding ? sql`and t.id = ${holding.tokenId}` : sql``}`;
  // whoever is seen has shown what their portals want, or need not
  const impersonations = sql`select ${lastProviderOf(sql.ref('account.id'))} as provider_id, true as has_factor
    from impersonation i where i.account_id = account.id and i.ended_at is null and i.until > now()
    ${typeof holding === 'object' && 'impersonationId' in holding ? sql`and i.id = ${holding.impersonationId}` : sql``}`;
  const held =
    holding === 'any'
      ? sql`${sessions} union all ${tokens} union all ${impersonations}`
      : 'sessionId' in holding
        ? sessions
        : 'tokenId' in holding
          ? tokens
          : impersonations;
  const deskId = sql.ref('request.service_desk_id');
  const withoutFactor = {
    accountId: sql.ref('account.id'),
    providerId: sql.ref('held.provider_id'),
    organizationIds: sql`select m.organization_id from organization_member m where m.account_id = account.id`,
  };
  return sql`(account.is_administrator
    or exists(select from service_desk_agent a where a.account_id = account.id)
    or exists(select from (${held}) held
      where (${deskId} <> all(array(${portalsForProvidersOnly}))
          or exists(select from identity_provider i join portal_sign_in p on p.portal_id = ${deskId}
            where i.id = held.provider_id and ${providerServesPortal}))
        and (held.has_factor or not ${lacksFactorOn(withoutFactor, deskId)})))`;
}

/** Of `account`, beside `request`: those who are agents of its desk. */
export const accountServesRequest: Condition = servesDesk(eachAccount, sql.ref('request.service_desk_id'));

/** Whether the account in this column is an agent of any desk. */
export function isStaff(column: string): RawBuilder<boolean> {
  return sql`exists(select from service_desk_agent a where a.account_id = ${sql.ref(column)})`;
}

/** Whether an account is an agent of any desk: the desk's part in who is staff. */
export function isAgentOfAnyDesk(account: ExpressionBuilder<DB, 'account'>): Expression<SqlBool> {
  return account.exists(
    account
      .selectFrom('service_desk_agent')
      .select('service_desk_agent.account_id')
      .whereRef('service_desk_agent.account_id', '=', 'account.id'),
  );
}
