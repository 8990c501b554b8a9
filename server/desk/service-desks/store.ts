import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import {
  type ClosedBy,
  type Condition,
  deskClosedBy,
  desksAdministeredBy,
  desksClosedTo,
  desksServedBy,
  desksUsedBy,
  type Person,
} from '../access-rules.ts';

/** A service desk as one person meets it: project and portal in one. */
export interface ServiceDesk {
  readonly id: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly projectName: string;
  readonly portalName: string;
  readonly description: string;
  readonly accentColor: string;
  readonly access: 'open' | 'restricted' | 'invited';
  /** whom customers may let take part in their requests */
  readonly customersShareWith: 'nobody' | 'organization' | 'customers' | 'anyone';
  /** people who have not signed in see it in the help center */
  readonly isListed: boolean;
  readonly version: number;
  readonly isAgent: boolean;
  /** of the desk or of the site */
  readonly isAdministrator: boolean;
}

function desks(
  db: Database,
  { isAgent, isAdministrator }: { readonly isAgent: Condition; readonly isAdministrator: Condition },
) {
  return db
    .selectFrom('service_desk')
    .innerJoin('project', 'project.id', 'service_desk.project_id')
    .select([
      'service_desk.id',
      'project.id as projectId',
      'project.key as projectKey',
      'project.name as projectName',
      'service_desk.portal_name as portalName',
      'service_desk.description',
      'service_desk.accent_color as accentColor',
      sql<ServiceDesk['access']>`service_desk.access`.as('access'),
      sql<ServiceDesk['customersShareWith']>`service_desk.customers_share_with`.as('customersShareWith'),
      'service_desk.is_listed as isListed',
      'service_desk.version',
    ])
    .select(isAgent.$castTo<boolean>().as('isAgent'))
    .select(isAdministrator.$castTo<boolean>().as('isAdministrator'))
    .orderBy('service_desk.position')
    .orderBy('service_desk.id');
}

function partsOf(person: Person) {
  return { isAgent: desksServedBy(person), isAdministrator: desksAdministeredBy(person) };
}

/** The desks that a person may use, in the site's order; at most `limit + 1`. */
export async function listDesksUsedBy(
  db: Database,
  person: Person,
  { start, limit }: { start: number; limit: number },
): Promise<ServiceDesk[]> {
  return desks(db, partsOf(person))
    .where(desksUsedBy(person))
    .offset(start)
    .limit(limit + 1)
    .execute();
}

/** Ids of the desks that a person may use whose portal does not take their session, with the reason. */
export async function listDesksClosedTo(
  db: Database,
  person: Person,
): Promise<Map<string, NonNullable<ClosedBy>>> {
  const rows = await db
    .selectFrom('service_desk')
    .select('id')
    .select(deskClosedBy(person).as('closedBy'))
    .where(desksClosedTo(person))
    .execute();
  return new Map(rows.flatMap(({ id, closedBy }) => (closedBy ? [[id, closedBy]] : [])));
}

/** The desks that a person is an agent of, in the site's order. */
export async function listDesksServedBy(db: Database, person: Person): Promise<ServiceDesk[]> {
  return desks(db, partsOf(person)).where(desksServedBy(person)).execute();
}

/** The desks that people who have not signed in may know of, in the site's order. */
export async function listListedDesks(db: Database): Promise<ServiceDesk[]> {
  return desks(db, { isAgent: sql`false`, isAdministrator: sql`false` })
    .where('service_desk.is_listed', '=', true)
    .execute();
}

/** The desk with this id if the person may use it, else null. */
export async function deskUsedBy(db: Database, person: Person, id: string): Promise<ServiceDesk | null> {
  const desk = await desks(db, partsOf(person))
    .where('service_desk.id', '=', id)
    .where(desksUsedBy(person))
    .executeTakeFirst();
  return desk ?? null;
}

/** Desks of requests that the person may see, keyed by id; whether the person may (still) use them is another matter. */
export async function desksByIds(
  db: Database,
  person: Person,
  ids: readonly string[],
): Promise<Map<string, ServiceDesk>> {
  if (ids.length === 0) return new Map();
  const rows = await desks(db, partsOf(person))
    .where('service_desk.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The desk with this id as administrators see it, locked for a change; null when there is none. */
export async function lockDesk(trx: Database, id: string): Promise<ServiceDesk | null> {
  const desk = await desks(trx, { isAgent: sql`true`, isAdministrator: sql`true` })
    .where('service_desk.id', '=', id)
    .forUpdate('service_desk')
    .executeTakeFirst();
  return desk ?? null;
}
