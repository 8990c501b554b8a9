import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import type { StatusCategory } from '../requests/surroundings.ts';
import type { WorkflowDefinition } from './definition.ts';

/** A request type that has a workflow. */
export interface WorkflowUse {
  readonly requestTypeId: string;
  readonly requestTypeName: string;
  readonly serviceDeskId: string;
  readonly projectKey: string;
  readonly portalName: string;
}

/** A workflow beside what it says. */
export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  readonly draft: WorkflowDefinition | null;
  readonly draftAt: Date | null;
  /** display name */
  readonly draftBy: string | null;
  readonly publishedAt: Date;
  readonly statusCount: number;
  readonly transitionCount: number;
  /** request types in use and archived ones, by desk */
  readonly uses: readonly WorkflowUse[];
}

function workflows(db: Database) {
  return db
    .selectFrom('workflow')
    .leftJoin('account', 'account.id', 'workflow.draft_by')
    .select([
      'workflow.id',
      'workflow.name',
      'workflow.description',
      'workflow.version',
      sql<WorkflowDefinition | null>`workflow.draft`.as('draft'),
      'workflow.draft_at as draftAt',
      'account.display_name as draftBy',
      'workflow.published_at as publishedAt',
      sql<number>`(select count(*)::integer from workflow_status s
        where s.workflow_id = workflow.id and s.removed_at is null)`.as('statusCount'),
      sql<number>`(select count(*)::integer from workflow_transition t where t.workflow_id = workflow.id)`.as(
        'transitionCount',
      ),
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('request_type')
          .innerJoin('service_desk', 'service_desk.id', 'request_type.service_desk_id')
          .innerJoin('project', 'project.id', 'service_desk.project_id')
          .select([
            sql<string>`request_type.id::text`.as('requestTypeId'),
            'request_type.name as requestTypeName',
            sql<string>`service_desk.id::text`.as('serviceDeskId'),
            'project.key as projectKey',
            'service_desk.portal_name as portalName',
          ])
          .whereRef('request_type.workflow_id', '=', 'workflow.id')
          .orderBy('project.key')
          .orderBy('request_type.position')
          .orderBy('request_type.id')
          .limit(1000),
      ).as('uses'),
    );
}

/** Which part of the list of workflows. */
export interface WorkflowListing {
  /** part of the name */
  readonly search?: string | undefined;
  readonly start: number;
  readonly limit: number;
}

/** Workflows by name; at most `limit + 1`. */
export async function listAllWorkflows(
  db: Database,
  { search, start, limit }: WorkflowListing,
): Promise<Workflow[]> {
  return workflows(db)
    .$if(search !== undefined, (query) => query.where('workflow.name', 'ilike', textPattern(search ?? '')))
    .orderBy(sql`lower(workflow.name)`)
    .orderBy('workflow.id')
    .offset(start)
    .limit(limit + 1)
    .execute();
}

/** The workflow, or null; `isLocked`: nobody else changes it until the end of the transaction. */
export async function workflowById(db: Database, id: string, isLocked = false): Promise<Workflow | null> {
  if (isLocked) await sql`select from workflow where id = ${id} for update`.execute(db);
  return (await workflows(db).where('workflow.id', '=', id).executeTakeFirst()) ?? null;
}

/** A status in which requests of a workflow stand. */
export interface Standing {
  readonly statusId: string;
  readonly requestCount: number;
}

/** In which statuses the requests of a workflow stand; `requestTypeId`: those of one request type. */
export async function standings(
  db: Database,
  where: { readonly workflowId: string } | { readonly requestTypeId: string },
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select request.status_id::text as "statusId", count(*)::integer as "requestCount"
      from request join request_type on request_type.id = request.request_type_id
     where ${
       'workflowId' in where
         ? sql`request_type.workflow_id = ${where.workflowId}`
         : sql`request_type.id = ${where.requestTypeId}`
     }
     group by request.status_id`.execute(db);
  return rows;
}

/** Requests on their way out of a status that their workflow no longer has. */
export interface StatusMove {
  readonly id: string;
  readonly workflowId: string;
  readonly requestTypeId: string | null;
  readonly fromStatusId: string;
  readonly fromName: string;
  readonly toStatusId: string;
  readonly toName: string;
  readonly total: number;
  readonly moved: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** The newest moves of a workflow. */
export async function recentMoves(db: Database, workflowId: string): Promise<StatusMove[]> {
  return db
    .selectFrom('status_move as move')
    .innerJoin('status as origin', 'origin.id', 'move.from_status_id')
    .innerJoin('status as target', 'target.id', 'move.to_status_id')
    .select([
      'move.id',
      'move.workflow_id as workflowId',
      'move.request_type_id as requestTypeId',
      'move.from_status_id as fromStatusId',
      'origin.name as fromName',
      'move.to_status_id as toStatusId',
      'target.name as toName',
      'move.total',
      'move.moved',
      'move.started_at as startedAt',
      'move.finished_at as finishedAt',
    ])
    .where('move.workflow_id', '=', workflowId)
    .orderBy(sql`move.finished_at is not null`)
    .orderBy('move.id', 'desc')
    .limit(20)
    .execute();
}

/** A status beside what workflows say of it. */
export interface Status {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
  /** what customers read where no workflow says otherwise; null: its name */
  readonly customerName: string | null;
  /** names of the workflows that have it */
  readonly workflows: readonly { readonly id: string; readonly name: string }[];
}

/** All statuses: new ones, those in progress, done ones; each by name. */
export async function listStatuses(db: Database): Promise<Status[]> {
  return db
    .selectFrom('status')
    .select([
      'status.id',
      'status.name',
      'status.description',
      sql<StatusCategory>`status.category`.as('category'),
      'status.customer_name as customerName',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('workflow')
          .select([sql<string>`workflow.id::text`.as('id'), 'workflow.name'])
          .where(
            sql<boolean>`(exists(select from workflow_status s where s.workflow_id = workflow.id
                and s.status_id = status.id and s.removed_at is null)
              or workflow.draft -> 'statuses' @> jsonb_build_array(jsonb_build_object('statusId', status.id::text)))`,
          )
          .orderBy('workflow.name'),
      ).as('workflows'),
    )
    .orderBy(sql`array_position(array['new', 'indeterminate', 'done'], status.category)`)
    .orderBy(sql`lower(status.name)`)
    .execute();
}
