import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { StatusCategory } from '../requests/surroundings.ts';
import type { ScreenField, TransitionCondition, TransitionEffect } from './definition.ts';

/** A step that a request can take. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly isShownToCustomers: boolean;
  readonly happensOnCustomerComment: boolean;
  /** possible from every status of the workflow */
  readonly isGlobal: boolean;
  /** the resolution that it sets; null clears it, unless it is kept */
  readonly setsResolution: string | null;
  readonly keepsResolution: boolean;
  /** what an approval leads to: not made by hand */
  readonly isOfApproval: boolean;
  readonly conditions: readonly TransitionCondition[];
  readonly effects: readonly TransitionEffect[];
  readonly screen: readonly ScreenField[];
  readonly to: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly category: StatusCategory;
  };
}

/** The transitions that a workflow has from a status, in order. */
export async function transitionsFrom(
  db: Database,
  workflowId: string,
  statusId: string,
): Promise<Transition[]> {
  // A request on its way out of a removed status can already do what it will be able to.
  const standsIn = sql`coalesce((select move.to_status_id from status_move as move
    where move.workflow_id = ${workflowId} and move.from_status_id = ${statusId} and move.finished_at is null
    order by move.id desc limit 1), ${statusId}::bigint)`;
  const rows = await db
    .selectFrom('workflow_transition as transition')
    .innerJoin('status', 'status.id', 'transition.to_status_id')
    .select([
      'transition.id',
      'transition.name',
      'transition.is_global as isGlobal',
      'transition.is_shown_to_customers as isShownToCustomers',
      'transition.happens_on_customer_comment as happensOnCustomerComment',
      'transition.sets_resolution as setsResolution',
      'transition.keeps_resolution as keepsResolution',
      sql<TransitionCondition[]>`transition.conditions`.as('conditions'),
      sql<TransitionEffect[]>`transition.effects`.as('effects'),
      sql<ScreenField[]>`transition.screen`.as('screen'),
      sql<boolean>`exists(select from workflow_status as here where here.workflow_id = ${workflowId}
        and here.status_id = ${standsIn} and transition.id::text in
          (here.approval ->> 'approveTransitionId', here.approval ->> 'declineTransitionId'))`.as(
        'isOfApproval',
      ),
      'status.id as toId',
      'status.name as toName',
      'status.description as toDescription',
      sql<StatusCategory>`status.category`.as('toCategory'),
    ])
    .where('transition.workflow_id', '=', workflowId)
    .where('transition.to_status_id', '<>', statusId)
    .where((eb) =>
      eb.or([
        eb('transition.is_global', '=', true),
        eb.exists(
          eb
            .selectFrom('workflow_transition_from as start')
            .select('start.status_id')
            .whereRef('start.transition_id', '=', 'transition.id')
            .where('start.status_id', '=', sql<string>`${standsIn}`),
        ),
      ]),
    )
    .orderBy('transition.position')
    .orderBy('transition.id')
    .execute();
  return rows.map(({ toId, toName, toDescription, toCategory, ...row }) => ({
    ...row,
    // What must be filled is asked for as such.
    screen: row.screen.map(({ fieldId, isRequired }) => ({
      fieldId,
      isRequired:
        isRequired || row.conditions.some((each) => each.kind === 'field' && each.fieldId === fieldId),
    })),
    to: { id: toId, name: toName, description: toDescription, category: toCategory },
  }));
}

/** The name of a transition of a workflow, whether or not it is possible now; null when there is none (for customers). */
export async function transitionName(
  db: Database,
  workflowId: string,
  transitionId: string,
  asCustomer: boolean,
): Promise<string | null> {
  const row = await db
    .selectFrom('workflow_transition')
    .select('name')
    .where('workflow_id', '=', workflowId)
    .where('id', '=', transitionId)
    .$if(asCustomer, (query) => query.where('is_shown_to_customers', '=', true))
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Where a request stands, as far as its workflow asks. */
export interface WorkflowState {
  readonly id: string;
  readonly serviceDeskId: string;
  readonly workflowId: string;
  readonly statusId: string;
  readonly reporterId: string;
  readonly assigneeId: string | null;
}

/** Where a request stands; null when there is no such request. */
export async function workflowStateOf(db: Database, requestId: string): Promise<WorkflowState | null> {
  return (await workflowStatesOf(db, [requestId]))[0] ?? null;
}

/** Where requests stand, those that there are. */
export function workflowStatesOf(db: Database, requestIds: readonly string[]): Promise<WorkflowState[]> {
  return db
    .selectFrom('request')
    .innerJoin('request_type', 'request_type.id', 'request.request_type_id')
    .select([
      'request.id',
      'request.service_desk_id as serviceDeskId',
      'request_type.workflow_id as workflowId',
      'request.status_id as statusId',
      'request.reporter_id as reporterId',
      'request.assignee_id as assigneeId',
    ])
    .where('request.id', 'in', [...requestIds])
    .execute();
}

/** A status that a request entered, with what customers read for it. */
export interface StatusVisit {
  readonly statusId: string;
  readonly customerName: string;
  readonly category: StatusCategory;
  readonly since: Date;
}

/** The statuses that requests went through, oldest first, keyed by request id. */
export async function statusVisits(
  db: Database,
  requestIds: readonly string[],
): Promise<Map<string, StatusVisit[]>> {
  const visits = new Map<string, StatusVisit[]>();
  if (requestIds.length === 0) return visits;
  const ids = sql`any(${[...requestIds]}::bigint[])`;
  // The first status is what the first change left, or where the request still is.
  const { rows } = await sql<StatusVisit & { requestId: string }>`
    with change as (
      select changelog.request_id, changelog.id, changelog.created_at,
             (item ->> 'from')::bigint as from_id, (item ->> 'to')::bigint as to_id,
             row_number() over (partition by changelog.request_id order by changelog.id) as number
        from changelog cross join jsonb_array_elements(changelog.items) as item
       where changelog.request_id = ${ids} and item ->> 'fieldId' = 'status'
    ), visit as (
      select request.id as request_id, 0::bigint as id, request.created_at as since,
             coalesce((select from_id from change where change.request_id = request.id and number = 1),
                      request.status_id) as status_id
        from request where request.id = ${ids}
      union all
      select request_id, id, created_at, to_id from change
    )
    select visit.request_id::text as "requestId", status.id::text as "statusId", status.category,
           coalesce(workflow_status.customer_name, status.customer_name, status.name) as "customerName", visit.since
      from visit
      join status on status.id = visit.status_id
      join request on request.id = visit.request_id
      join request_type on request_type.id = request.request_type_id
      left join workflow_status
        on workflow_status.workflow_id = request_type.workflow_id and workflow_status.status_id = status.id
     order by visit.request_id, visit.id`.execute(db);
  for (const { requestId, ...visit } of rows) {
    const known = visits.get(requestId);
    if (known) known.push(visit);
    else visits.set(requestId, [visit]);
  }
  return visits;
}
