import { sql } from 'kysely';
import { noteAskedOnUse, noteOpened, tightenSession } from '../identity/index.ts';
import type { Database } from '../platform/database/database.ts';
import { Forbidden, NotFound } from '../platform/http/errors.ts';
import {
  type Actor,
  asksFirst,
  type ClosedBy,
  type Condition,
  closedTo,
  deskClosedBy,
  desksAdministeredBy,
  desksServedBy,
  only,
  type Person,
  requestsServedBy,
  seesRequest,
  takesPart,
  usesDesk,
} from './access-rules.ts';
import { deskAddress, requestAddress } from './addresses.ts';

/**
 * What routes ask before they do anything for a person: the desk or the request, or why not. The rules behind it are in
 * access-rules.ts.
 */

/** A service desk as one person meets it. */
export interface DeskAccess {
  readonly id: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly isAgent: boolean;
  /** of the desk or of the site */
  readonly isAdministrator: boolean;
}

/** What a portal asks of the sessions of its customers. */
interface PortalTerms {
  readonly closedBy: ClosedBy;
  /** a second factor is required, for the first time that this person comes by */
  readonly asksFactorFirst: boolean;
  readonly portalName: string;
  readonly idleMinutes: number | null;
  readonly maxHours: number | null;
}

/** The desk with this id or project key if the person may use it, also where its portal takes other sessions only; else null. */
export async function findDesk(
  db: Database,
  person: Person,
  idOrKey: string,
): Promise<(DeskAccess & PortalTerms) | null> {
  const address = deskAddress(idOrKey);
  if (!address) return null;
  const row = await db
    .selectFrom('service_desk')
    .innerJoin('project', 'project.id', 'service_desk.project_id')
    .leftJoin('portal_sign_in as policy', 'policy.portal_id', 'service_desk.id')
    .select(['service_desk.id', 'project.id as projectId', 'project.key as projectKey'])
    .select([
      'service_desk.portal_name as portalName',
      'policy.session_idle_minutes as idleMinutes',
      'policy.session_max_hours as maxHours',
    ])
    .select(deskClosedBy(person).as('closedBy'))
    .select(asksFirst(person, sql.ref('service_desk.id')).as('asksFactorFirst'))
    .select(desksServedBy(person).$castTo<boolean>().as('isAgent'))
    .select(desksAdministeredBy(person).$castTo<boolean>().as('isAdministrator'))
    .where((eb) =>
      'id' in address ? eb('service_desk.id', '=', address.id) : eb('project.key', '=', address.projectKey),
    )
    .where(person.isAdministrator ? sql<boolean>`true` : usesDesk(only(person)))
    .executeTakeFirst();
  return row && isAtHost(person, row.id) ? row : null;
}

/** Whether there is anything of the desk at the host where the person asks. */
function isAtHost({ portalId }: Person, deskId: string): boolean {
  return portalId === undefined || portalId === deskId;
}

/**
 * The desk, for whoever may use it.
 * @throws NotFound for everyone else
 * @throws Forbidden for customers whose session its portal does not take
 */
export async function requireDesk(db: Database, person: Person, idOrKey: string): Promise<DeskAccess> {
  const desk = await findDesk(db, person, idOrKey);
  if (!desk) throw new NotFound('There is no such service desk, or it is not open to you.');
  await holdToTerms(db, person, desk);
  return desk;
}

/** What customers are told whose session a portal does not take. */
export function closedPortal(
  { sessionProviderId, sessionId }: Person,
  portalName: string,
  closedBy: NonNullable<ClosedBy>,
): Forbidden {
  if (closedBy === 'factor') {
    return new Forbidden(
      `${portalName} is open to people who have shown a second factor, and you are signed in without one: show it to go on.`,
      { factor: 'Show a second factor.' },
    );
  }
  const text = sessionProviderId
    ? `${portalName} is open to people who sign in through certain companies, and the one through which you are signed in is none of them: sign in another way to go on.`
    : sessionId
      ? `${portalName} is open to people who sign in through their company. You are signed in with a password: sign in through your company to go on.`
      : `${portalName} is open to people who sign in through their company. An API token of yours does not open it.`;
  return new Forbidden(text, {
    session: 'Sign in through your company.',
    // tells the two apart, for pages that have words of their own
    ...(sessionProviderId && { provider: 'The provider of your session does not serve this portal.' }),
  });
}

/** Every use of a portal by a customer comes through here: its session must be one that the portal takes, and keep its limits. */
async function holdToTerms(
  db: Database,
  person: Person,
  terms: PortalTerms & { readonly isAgent: boolean },
): Promise<void> {
  if (terms.closedBy) throw closedPortal(person, terms.portalName, terms.closedBy);
  if (terms.asksFactorFirst) await noteAskedOnUse(db, person.id);
  await holdToLimits(db, person, terms);
}

async function holdToLimits(
  db: Database,
  { sessionId, session }: Person,
  limits: Pick<PortalTerms, 'idleMinutes' | 'maxHours'> & { readonly isAgent: boolean },
): Promise<void> {
  if (limits.isAgent || !sessionId || !session) return;
  if (limits.idleMinutes === null && limits.maxHours === null) return;
  await tightenSession(db, { sessionId, session }, limits);
}

/**
 * Holds the session of somebody who reads a request to the limits of its portal, where the request was found by a condition
 * (`requestsSeenBy`) and not by `requireRequest`, which does it.
 *
 * @throws Unauthenticated when the session has lasted longer than the portal allows
 */
export async function holdToLimitsOf(
  db: Database,
  person: Person,
  request: { readonly key: string; readonly serviceDeskId: string; readonly isAgent: boolean },
): Promise<void> {
  if (request.isAgent) return;
  if (person.impersonation) await noteOpened(db, person.impersonation.id, request.key);
  const limits = await db
    .selectFrom('portal_sign_in')
    .select(['session_idle_minutes as idleMinutes', 'session_max_hours as maxHours'])
    .where('portal_id', '=', request.serviceDeskId)
    .executeTakeFirst();
  if (limits) await holdToLimits(db, person, { ...limits, isAgent: false });
}

/**
 * The desk, for its agents.
 * @throws NotFound for those who may not use it
 * @throws Forbidden for its customers
 */
export async function requireAgentDesk(db: Database, person: Person, idOrKey: string): Promise<DeskAccess> {
  const desk = await requireDesk(db, person, idOrKey);
  if (!desk.isAgent) throw new Forbidden('Only agents of this service desk may do this.');
  return desk;
}

/**
 * The desk, for its administrators and those of the site.
 * @throws Forbidden for everyone else, whether there is such a desk or not
 * @throws NotFound for administrators of the site
 */
export async function requireAdministeredDesk(
  db: Database,
  person: Person,
  idOrKey: string,
): Promise<DeskAccess> {
  const desk = await findDesk(db, person, idOrKey);
  if (desk?.isAdministrator) return desk;
  if (!person.isAdministrator) {
    throw new Forbidden('Only an administrator of this service desk may do this.');
  }
  throw new NotFound('There is no such service desk.');
}

/** A request as one person meets it. */
export interface RequestAccess {
  readonly id: string;
  readonly key: string;
  readonly serviceDeskId: string;
  readonly isAgent: boolean;
  /** of its desk or of the site */
  readonly isAdministrator: boolean;
}

/** The request with this id or key if the person may see it, also where its portal takes other sessions only; else null. */
export async function findRequest(
  db: Database,
  person: Person,
  idOrKey: string,
): Promise<(RequestAccess & PortalTerms) | null> {
  const address = requestAddress(idOrKey);
  if (!address) return null;
  const row = await db
    .selectFrom('request')
    .innerJoin('service_desk', 'service_desk.id', 'request.service_desk_id')
    .leftJoin('portal_sign_in as policy', 'policy.portal_id', 'request.service_desk_id')
    .select(['request.id', 'request.key', 'request.service_desk_id as serviceDeskId'])
    .select([
      'service_desk.portal_name as portalName',
      'policy.session_idle_minutes as idleMinutes',
      'policy.session_max_hours as maxHours',
    ])
    .select(closedTo(person, sql.ref('request.service_desk_id')).as('closedBy'))
    .select(asksFirst(person, sql.ref('request.service_desk_id')).as('asksFactorFirst'))
    .select(requestsServedBy(person).$castTo<boolean>().as('isAgent'))
    .select(desksAdministeredBy(person).$castTo<boolean>().as('isAdministrator'))
    .where((eb) =>
      'id' in address ? eb('request.id', '=', address.id) : eb('request.key', '=', address.key),
    )
    .where(person.isAdministrator ? sql<boolean>`true` : seesRequest(only(person)))
    .executeTakeFirst();
  return row && isAtHost(person, row.serviceDeskId) ? row : null;
}

/** Whether a customer has more to do with a request (id) than that they were asked to approve it. */
export async function takesPartIn(
  db: Database,
  requestId: string,
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('request')
    .select('request.id')
    .where('request.id', '=', requestId)
    .where(takesPart(only({ id: accountId, isAdministrator: false })))
    .executeTakeFirst();
  return row !== undefined;
}

/** What is said of requests that do not exist and of those that are none of the viewer's business. */
export function noSuchRequest(): NotFound {
  return new NotFound('There is no such request, or you may not see it.');
}

/**
 * The request, for whoever may see it.
 * @throws NotFound for everyone else
 * @throws Forbidden for customers whose session its portal does not take
 */
export async function requireRequest(db: Database, person: Person, idOrKey: string): Promise<RequestAccess> {
  const request = await findRequest(db, person, idOrKey);
  if (!request) throw noSuchRequest();
  await holdToTerms(db, person, request);
  if (person.impersonation) await noteOpened(db, person.impersonation.id, request.key);
  return request;
}

/**
 * The request, for agents of its desk.
 * @throws NotFound for everyone else, its reporter too: to customers there are requests, not issues
 */
export async function requireAgentRequest(
  db: Database,
  person: Person,
  idOrKey: string,
): Promise<RequestAccess> {
  const request = await findRequest(db, person, idOrKey);
  if (!request?.isAgent) throw noSuchRequest();
  return request;
}

/** Who does it, when a person does something with a request or on a desk. */
export function actorIn(person: Person, { isAgent }: { readonly isAgent: boolean }): Actor {
  return { accountId: person.id, isAgent };
}

/**
 * What agents and administrators may know, whichever desk is theirs.
 * @throws Forbidden for everyone else
 */
export async function requireStaff(db: Database, person: Person): Promise<void> {
  if (!(await worksHere(db, person))) throw new Forbidden('Only people who work here may do this.');
}

/** Whether the person is an administrator, or an agent of any desk. */
export async function worksHere(db: Database, person: Person): Promise<boolean> {
  if (person.isAdministrator) return true;
  const row = await db
    .selectFrom('service_desk_agent')
    .select('account_id')
    .where('account_id', '=', person.id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether an agent serves a customer (both account.id): one who is named at a desk of theirs, is of an organization that the desk
 * serves (unless it is for the invited alone), or has raised a request there. That a desk is open to everyone makes nobody
 * its customer.
 */
export async function servesCustomer(db: Database, agentId: string, customerId: string): Promise<boolean> {
  const { rows } = await sql<{ does: boolean }>`
    select exists(select from service_desk_agent agent where agent.account_id = ${agentId} and (
      exists(select from service_desk_customer c
        where c.service_desk_id = agent.service_desk_id and c.account_id = ${customerId})
      or exists(select from service_desk_organization o
        join organization_member m on m.organization_id = o.organization_id
        join service_desk d on d.id = o.service_desk_id and d.access <> 'invited'
        where o.service_desk_id = agent.service_desk_id and m.account_id = ${customerId})
      or exists(select from request r
        where r.reporter_id = ${customerId} and r.service_desk_id = agent.service_desk_id))) as does`.execute(
    db,
  );
  return rows[0]?.does ?? false;
}

/**
 * Of `request`: those whose desk the person is an agent of, as `requestsServedBy` has it, with the desks looked up before: where it
 * is one, its indexes give the order, and of several it is known how many there are.
 */
export async function servedRequests(db: Database, person: Person): Promise<Condition> {
  if (person.isAdministrator) return requestsServedBy(person);
  const rows = await db
    .selectFrom('service_desk_agent')
    .select('service_desk_id as id')
    .where('account_id', '=', person.id)
    .execute();
  const ids = rows.map(({ id }) => id);
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return sql`request.service_desk_id = ${only}`;
  return sql`request.service_desk_id = any(${ids}::bigint[])`;
}
