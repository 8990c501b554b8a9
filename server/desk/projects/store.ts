import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { desksAdministeredBy, desksServedBy, type Person } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import type { StatusCategory } from '../requests/surroundings.ts';

/** A project as its agents know it: what of a service desk Jira calls a project. */
export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly serviceDeskId: string;
  readonly description: string;
  readonly isAdministrator: boolean;
}

/** Which projects a list shows. */
export interface ProjectFilter {
  /** part of the name or key */
  readonly query?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  /** in capitals */
  readonly keys?: readonly string[] | undefined;
  readonly orderBy?: ProjectOrder | undefined;
}

/** How projects are ordered; with a minus, from the end. */
export const projectOrders = ['key', '+key', '-key', 'name', '+name', '-name'] as const;
export type ProjectOrder = (typeof projectOrders)[number];

function projects(db: Database, person: Person) {
  return db
    .selectFrom('project')
    .innerJoin('service_desk', 'service_desk.project_id', 'project.id')
    .select([
      'project.id',
      'project.key',
      'project.name',
      'service_desk.id as serviceDeskId',
      'service_desk.description',
      desksAdministeredBy(person).$castTo<boolean>().as('isAdministrator'),
    ])
    .where(desksServedBy(person));
}

/** One page of the projects whose agent the person is, by key, and how many there are. */
export async function listProjects(
  db: Database,
  person: Person,
  { query, ids, keys, orderBy = 'key' }: ProjectFilter,
  { start, limit }: { start: number; limit: number },
): Promise<{ projects: Project[]; total: number }> {
  const pattern = textPattern(query ?? '');
  const found = projects(db, person)
    .$if(query !== undefined, (narrowed) =>
      narrowed.where(sql<boolean>`(project.name ilike ${pattern} or project.key ilike ${pattern})`),
    )
    .$if(ids !== undefined, (narrowed) =>
      narrowed.where(sql<boolean>`project.id = any(${(ids ?? []).filter(isId)}::bigint[])`),
    )
    .$if(keys !== undefined, (narrowed) =>
      narrowed.where(sql<boolean>`project.key = any(${[...(keys ?? [])]}::text[])`),
    );
  const direction = orderBy.startsWith('-') ? 'desc' : 'asc';
  const column = orderBy.endsWith('name') ? sql`lower(project.name)` : sql`project.key`;
  const rows = await found
    .orderBy(column, direction)
    .orderBy('project.id')
    .offset(start)
    .limit(limit)
    .execute();
  const { total } = await db
    .selectFrom(found.as('found'))
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return { projects: rows, total: Number(total) };
}

/** The project with this id or key if the person is an agent of it; else null. */
export async function findProject(db: Database, person: Person, idOrKey: string): Promise<Project | null> {
  if (!isId(idOrKey) && !/^[A-Za-z][A-Za-z0-9]{1,9}$/.test(idOrKey)) return null;
  const row = await projects(db, person)
    .where((eb) =>
      isId(idOrKey) ? eb('project.id', '=', idOrKey) : eb('project.key', '=', idOrKey.toUpperCase()),
    )
    .executeTakeFirst();
  return row ?? null;
}

/**
 * The project, for agents of it.
 * @throws NotFound for everyone else
 */
export async function requireProject(db: Database, person: Person, idOrKey: string): Promise<Project> {
  const project = await findProject(db, person, idOrKey);
  if (!project) throw new NotFound(`No project could be found with key '${idOrKey}'.`);
  return project;
}

/** A status as Jira knows it. */
export interface Status {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
}

const statusColumns = [
  'status.id',
  'status.name',
  'status.description',
  sql<StatusCategory>`status.category`.as('category'),
] as const;

/** The statuses that requests of the project can be in, in the order of its workflows. */
export async function statusesOfProject(db: Database, serviceDeskId: string): Promise<Status[]> {
  const rows = await db
    .selectFrom('request_type')
    .innerJoin('workflow_status', 'workflow_status.workflow_id', 'request_type.workflow_id')
    .innerJoin('status', 'status.id', 'workflow_status.status_id')
    .select(statusColumns)
    .where('request_type.service_desk_id', '=', serviceDeskId)
    .where('request_type.archived_at', 'is', null)
    .where('workflow_status.removed_at', 'is', null)
    .groupBy('status.id')
    .orderBy(sql`min(workflow_status.position)`)
    .orderBy('status.id')
    .execute();
  return rows;
}

/** All statuses that a workflow has, by name. */
export async function listStatuses(db: Database): Promise<Status[]> {
  return db
    .selectFrom('status')
    .select(statusColumns)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('workflow_status')
          .select('workflow_status.status_id')
          .whereRef('workflow_status.status_id', '=', 'status.id')
          .where('workflow_status.removed_at', 'is', null),
      ),
    )
    .orderBy(sql`lower(status.name)`)
    .orderBy('status.id')
    .execute();
}
