import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { takesPartIn } from '../access.ts';
import type { Actor } from '../access-rules.ts';
import type { WorkflowRole } from './definition.ts';
import type { Transition, WorkflowState } from './store.ts';

/** Who looks at transitions, and how. */
export interface TransitionViewer {
  readonly actor: Actor;
  /** only what customers are shown */
  readonly asCustomer: boolean;
  /** an approval was answered, which leads on */
  readonly isApproval?: boolean | undefined;
}

/**
 * Of the transitions that start where a request stands, those that the viewer can make: shown to customers where a customer
 * asks, for one of the viewer's roles, and while an approval is asked for not what it leads to. Customers who do no more than
 * approve it are left with what is for approvers.
 */
export async function openTo(
  db: Database,
  state: WorkflowState,
  transitions: readonly Transition[],
  { actor, asCustomer, isApproval = false }: TransitionViewer,
): Promise<Transition[]> {
  if (isApproval) return [...transitions];
  const isAsked =
    transitions.some(({ isOfApproval }) => isOfApproval) && (await waitsForApproval(db, state.id));
  const takesPart = !asCustomer || actor.isAgent || (await takesPartIn(db, state.id, actor));
  const shown = transitions.filter(
    (transition) =>
      !(isAsked && transition.isOfApproval) &&
      (!asCustomer || transition.isShownToCustomers) &&
      (takesPart || isForApprovers(transition)),
  );
  if (!shown.some(({ conditions }) => conditions.some(({ kind }) => kind !== 'field'))) return shown;
  const roles = await rolesOf(db, state, actor);
  const isApproved = await lastApprovalGiven(db, state.id);
  return shown.filter(({ conditions }) =>
    conditions.every((condition) => {
      if (condition.kind === 'role') return condition.anyOf.some((role) => roles.has(role));
      return condition.kind === 'field' || isApproved;
    }),
  );
}

/** Of the transitions that happen by themselves, whoever they are for: those that no approval leads to or holds up. */
export async function notHeldUp(
  db: Database,
  state: Pick<WorkflowState, 'id'>,
  transitions: readonly Transition[],
): Promise<Transition[]> {
  const isAsked =
    transitions.some(({ isOfApproval }) => isOfApproval) && (await waitsForApproval(db, state.id));
  const wantApproval = ({ conditions }: Transition) => conditions.some(({ kind }) => kind === 'approved');
  const isApproved = transitions.some(wantApproval) && (await lastApprovalGiven(db, state.id));
  return transitions.filter(
    (transition) => !(isAsked && transition.isOfApproval) && (isApproved || !wantApproval(transition)),
  );
}

/** Whoever was asked to approve a request, and has no more to do with it, makes what is meant for approvers alone. */
function isForApprovers({ conditions }: Transition): boolean {
  return conditions.some((condition) => condition.kind === 'role' && condition.anyOf.includes('approvers'));
}

async function rolesOf(db: Database, state: WorkflowState, actor: Actor): Promise<Set<WorkflowRole>> {
  const roles = new Set<WorkflowRole>();
  if (actor.isAgent) roles.add('agents');
  if (actor.accountId === state.reporterId) roles.add('reporter');
  if (actor.accountId === state.assigneeId) roles.add('assignee');
  const { rows } = await sql<{ administers: boolean; approves: boolean }>`
    select exists(select from account where id = ${actor.accountId} and is_administrator)
        or exists(select from service_desk_agent
             where service_desk_id = ${state.serviceDeskId} and account_id = ${actor.accountId} and is_administrator)
           as administers,
           exists(select from approval_approver
             where request_id = ${state.id} and account_id = ${actor.accountId} and is_pending) as approves`.execute(
    db,
  );
  if (rows[0]?.administers) roles.add('administrators');
  if (rows[0]?.approves) roles.add('approvers');
  return roles;
}

// A request that came into the status before it had its approval step waits for nobody: agents lead it on.
async function waitsForApproval(db: Database, requestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('approval')
    .select('id')
    .where('request_id', '=', requestId)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function lastApprovalGiven(db: Database, requestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('approval')
    .select('outcome')
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.outcome === 'approved';
}
